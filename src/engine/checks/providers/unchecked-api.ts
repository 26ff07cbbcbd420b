import { apiRoot } from "../../answers/chapters/api-root.ts";
import { check } from "../../kernel/check.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, datacenterName, placeName } from "../../rules/basics/platform.ts";
import { sites } from "../../rules/firewall/sites.ts";
import { clusterApi, datacenterApi } from "../../rules/certificates/api-root.ts";

/** An API behind a private root that KKP's clients cannot be given. */
export const uncheckedApi = check({
  id: "providers.unchecked-api",
  title: "KKP checks who answers as the infrastructure's API",
  severity: "warning",
  per: "place",
  sources: ["kkp.code.datacenter"],
  examine: (read, place, report) => {
    const site = read.rule(sites).get(place);
    const found = [
      ...(site?.datacenters ?? []).map((id) => ({ outcome: read.outcome(datacenterApi, id), name: () => datacenterName(read, id) })),
      ...(site?.clusters ?? []).map((id) => ({ outcome: read.outcome(clusterApi, id), name: () => clusterName(read, id) })),
    ].flatMap(({ outcome, name }) => (outcome.kind === "known" && outcome.value.root.unchecked ? [{ ...outcome.value, unchecked: outcome.value.root.unchecked, name: name() }] : []));
    const path = read.path(apiRoot.place.apiRoot, place);
    for (const title of new Set(found.map(({ unchecked }) => unchecked.name))) {
      const own = found.filter(({ unchecked }) => unchecked.name === title);
      read.cite(...own.flatMap(({ root }) => root.sources));
      report({
        key: own[0]?.provider.id ?? title,
        title: `Nobody checks who answers as ${title} in ${placeName(read, place)}`,
        message: `Clients of KKP and machine-controller of ${listed([...new Set(own.map(({ name }) => name))])} take no private root for it. Their checks are switched off, so whoever answers at its address learns the account that makes machines.`,
        remedy: `Have a public authority sign for ${title}, or keep the way to it closed to all but the platform and know that nothing checks it.`,
        fixes: [{ title: `Have a public authority sign for ${title}`, set: [{ path, value: "public" }] }],
        answers: [path],
      });
    }
  },
});
