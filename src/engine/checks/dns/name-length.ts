import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { dnsLimits } from "../../facts/dns.ts";
import { check } from "../../kernel/check.ts";
import { strategiesOf } from "../../rules/basics/exposure.ts";
import { clusterName, seedDomain } from "../../rules/basics/platform.ts";
import { servedHosts } from "../../rules/certificates/hosts.ts";

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
    const id = "x".repeat(read.fact(dnsLimits.clusterIdLength));
    const connector = seed && read.rule(strategiesOf, cluster).includes("Tunneling") ? `${read.fact(dnsLimits.connectorLabel)}.` : "";
    const longest = seed ? [{ name: `${connector}${id}.${read.rule(seedDomain, cluster)}`, shown: `${connector}<id>.${read.rule(seedDomain, cluster)}` }] : [];
    const hosts = read.outcome(servedHosts, cluster);
    const served = hosts.kind === "known" ? hosts.value.map(({ name }) => ({ name, shown: name })) : [];
    for (const [at, { name, shown }] of [...longest, ...served].entries()) {
      if (name.length <= limit) continue;
      report({
        key: String(at),
        title: `${shown} is too long for DNS`,
        message: `The name has ${name.length} characters, and DNS holds ${limit}; ${clusterName(read, cluster)} could not be reached under it.`,
        remedy: "Shorten the base domain, or the label of the Seed by its DNS overwrite.",
        answers: [read.path(project.plan.domain), ...(seed ? [read.path(dns.cluster.seedDnsOverwrite, cluster)] : [])],
      });
    }
  },
});
