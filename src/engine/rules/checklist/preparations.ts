import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { Preparation } from "../../providers/contract/preparation.ts";
import { placeName } from "../basics/platform.ts";
import { preparedAt } from "../basics/preparations.ts";
import { formatCount } from "../../values/figures.ts";
import { nodesOf } from "../sizing/nodes.ts";
import { quotaSizing } from "../sizing/quotas.ts";
import { demandOf } from "./demand.ts";
import { itemOf, type Draft } from "./item.ts";
import { afterMachinesAt } from "./places.ts";
import { openPathsOf } from "./provider-endpoint.ts";
import { accountsAt, accountsOfCluster, clustersAt, REPOSITORY, sshKeyRow } from "./uses.ts";

/** A title about machines that join by hand, with their number in place of its first word; as it is while the number is not known. */
function counted(read: Reader, { joined }: Provider, title: string, datacenters: readonly string[]): string {
  const counts = datacenters.map((datacenter) => read.outcome(nodesOf, datacenter));
  const total = counts.reduce((sum, count) => sum + (count.kind === "known" ? count.value : 0), 0);
  return joined && total > 0 && counts.every(({ kind }) => kind === "known") ? title.replace(/^\S+/, formatCount(total, joined.machine)) : title;
}

/** What the proof of a preparation takes in hand at a place. */
const usedAt = (read: Reader, provider: Provider, { uses = [], byAccount, byKey, byTools, inRepository }: Preparation, place: string): readonly string[] => [
  ...uses.map((id) => `${id}[${place}]`),
  ...(byAccount ? accountsAt(read, provider, place) : []),
  ...(byKey ? clustersAt(read, place, provider.id).flatMap((cluster) => [sshKeyRow(cluster), ...accountsOfCluster(provider, cluster)]) : []),
  ...(byTools ? ["tools"] : []),
  ...(inRepository ? [REPOSITORY] : []),
];

/** What the plan takes of quotas at a place; no figures while they hang on an answer. */
function demandAt(read: Reader, { title }: Provider, preparation: Preparation, place: string): string {
  const quotas = read.outcome(quotaSizing, place);
  return demandOf(quotas.kind === "known" ? quotas.value.filter(({ infrastructure }) => infrastructure === title) : [], preparation);
}

/** What the infrastructure must hold before machines can be created at a place. */
const preparations = rule<readonly Draft[]>({
  id: "checklist.infrastructure",
  title: "Checklist: infrastructure of the place",
  per: "place",
  sources: ["kkp.providers"],
  derive: (read, place) => {
    const name = placeName(read, place);
    return preparedAt(read, place).map(({ provider, preparation, datacenters, built, byTerraform }) => {
      read.cite(...preparation.sources);
      if (preparation.uncertain) read.fact(preparation.uncertain);
      const row = `${preparation.id}[${place}]`;
      return itemOf(read, row, {
        title: `${preparation.countsJoined && !built ? counted(read, provider, preparation.title, datacenters) : byTerraform ? (preparation.ofWorkersAlone ?? preparation.title) : preparation.title}, ${name}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: preparation.counts ? preparation.verify.replace("{demand}", read.forRow(row, () => demandAt(read, provider, preparation, place))) : preparation.verify,
        why: preparation.holdsNetworks ? `${preparation.why} The network team settles the ranges in items of its own; here the networks are made, and both show them together.` : preparation.why,
        how: preparation.how ?? "",
        uses: usedAt(read, provider, preparation, place),
        ...(preparation.inNetwork ? { after: afterMachinesAt(read, [place]) } : {}),
        blockedBy: openPathsOf(read, provider, place),
      });
    });
  },
});

export const preparationItems: readonly Rule<readonly Draft[]>[] = [preparations];
