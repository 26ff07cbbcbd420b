import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { editionLimits } from "../../facts/editions.ts";
import { check } from "../../kernel/check.ts";
import { seeds } from "../../rules/basics/platform.ts";

/** A CE Seed under another name than the only one that CE takes. */
export const ceSeedName = check({
  id: "platform.ce-seed-name",
  title: "The Seed of CE has the name that CE takes",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.code.seed-ce"],
  examine: (read, cluster, report) => {
    if (read.answer(project.plan.edition) !== "CE" || read.rule(seeds)[0] !== cluster) return;
    const name = read.answer(infrastructure.cluster.name, cluster);
    const only = read.fact(editionLimits.seedName);
    if (name === only) return;
    const domain = read.answer(project.plan.domain);
    const rename = { path: read.path(infrastructure.cluster.name, cluster), value: only };
    const overwrite = read.path(dns.cluster.seedDnsOverwrite, cluster);
    const label = read.optional(dns.cluster.seedDnsOverwrite, cluster);
    report({
      title: `CE allows one Seed, named ${only}`,
      message: `The Seed is called ${name}; CE refuses every Seed that is not called ${only}. ${
        label === undefined ? `Renamed, its user clusters live below ${only}.${domain} instead of ${name}.${domain}.` : `Its names stay below ${label}.${domain}, which the DNS overwrite says.`
      }`,
      remedy: label === undefined ? `Rename the Seed, and keep ${name} in DNS by seedDNSOverwrite if the names must stay.` : "Rename the Seed.",
      fixes: [
        { title: `Rename the Seed to ${only}`, set: [rename] },
        ...(label === undefined ? [{ title: `Rename it and keep ${name} in DNS by seedDNSOverwrite`, set: [rename, { path: overwrite, value: name }] }] : []),
      ],
      answers: [read.path(project.plan.edition), rename.path],
    });
  },
});
