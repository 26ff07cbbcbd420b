import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { masterCluster } from "../../basics/platform.ts";
import { connectorsInUse, titlesOf } from "../../identity/connectors.ts";
import { hostsAsked } from "../../identity/reads-groups.ts";
import { ends } from "../ends.ts";
import { placeOfCluster } from "../subjects.ts";
import { reachesInternet } from "../way-out.ts";
import { allowed } from "./row.ts";

/** Identity sources that stand on the internet. */
export const identitySources = rule<readonly ExternalHost[]>({
  id: "firewall.external-identity",
  title: "Identity source on the internet",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const all = read.rule(connectorsInUse);
    const distant = all.filter(({ endpoint }) => endpoint?.hosts);
    if (distant.length === 0) return read.notApplicable(`${titlesOf(all)}: nothing on the internet is asked.`);
    const master = read.rule(masterCluster);
    if (!reachesInternet(read, placeOfCluster(read, master))) return read.notApplicable("The master reaches nothing on the internet.");
    return distant.flatMap((source) =>
      allowed(read, "identity", ends.nodes(master), ports.tokenIssuer, hostsAsked(read, source).map((host) => ({ host, purpose: `Login through ${source.title}` })), `Dex asks ${source.title} at every login and at every renewal of a session.`),
    );
  },
});
