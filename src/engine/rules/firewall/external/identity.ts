import { authentication } from "../../../answers/chapters/authentication.ts";
import { connectorOf } from "../../../connectors/registry.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { masterCluster } from "../../basics/platform.ts";
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
    const { endpoint, title, sources } = connectorOf(read.answer(authentication.plan.connector));
    if (!endpoint?.hosts) return read.notApplicable(`${title}: nothing on the internet is asked.`);
    const master = read.rule(masterCluster);
    if (!reachesInternet(read, placeOfCluster(read, master))) return read.notApplicable("The master reaches nothing on the internet.");
    read.cite(...sources);
    const hosts = endpoint.hosts.map((host) => ({ host, purpose: `Login through ${title}` }));
    return allowed(read, "identity", ends.nodes(master), read.fact(ports.tokenIssuer), hosts, `Dex asks ${title} at every login and at every renewal of a session.`);
  },
});
