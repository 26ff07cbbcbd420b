import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { dnsLimits } from "../../facts/dns.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { nameLengths } from "../../rules/dns/name-lengths.ts";

/** Names that grow beyond what DNS holds. */
export const nameLength = check({
  id: "dns.name-length",
  title: "Names fit into DNS",
  severity: "blocker",
  per: "cluster",
  sources: ["rfc.1035", "kkp.code.konnectivity"],
  examine: (read, cluster, report) => {
    const limit = read.fact(dnsLimits.nameLength);
    const seed = read.answer(infrastructure.cluster.role, cluster) !== "master";
    for (const [at, { shown, length }] of read.rule(nameLengths, cluster).entries()) {
      if (length <= limit) continue;
      report({
        key: String(at),
        title: `${shown} is too long for DNS`,
        message: `The name has ${length} characters, and DNS holds ${limit}; ${clusterName(read, cluster)} could not be reached under it.`,
        remedy: "Shorten the base domain, or the label of the Seed by its DNS overwrite.",
        answers: [read.path(project.plan.domain), ...(seed ? [read.path(dns.cluster.seedDnsOverwrite, cluster)] : [])],
      });
    }
  },
});
