import { access } from "../../../answers/chapters/access.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { alerting } from "../../../answers/chapters/alerting.ts";
import { operations } from "../../../answers/chapters/operations.ts";
import { network } from "../../../answers/chapters/network.ts";
import { alertReceivers } from "../../../facts/monitoring.ts";
import { internetFacts } from "../../../facts/internet.ts";
import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { sshEnd } from "../../access/ssh-entry.ts";
import { inSentence } from "../../../values/sentence.ts";
import { entryAddress } from "../../addresses/assignments.ts";
import { clusterName, placeName } from "../../basics/platform.ts";
import { apiPortOf } from "../../basics/provisioning.ts";
import { connectorsInUse, titlesOf } from "../../identity/connectors.ts";
import { bastionClusters, NO_BASTION } from "../bastion-clusters.ts";
import { ends } from "../ends.ts";
import { entryPorts } from "../entry-ports.ts";
import { alertTarget, onDuty } from "../../monitoring/alert-target.ts";
import { hostForBrowsers, seedLoginInside } from "../login-hosts.ts";
import { seedIssuerPort } from "../../identity/seed-issuer.ts";
import { isSeparateSeed, placeOfCluster } from "../subjects.ts";
import { wayOut } from "../way-out.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** Ends the rule where nobody outside works on the platform. */
function needService(read: Reader): void {
  if (read.answer(operations.plan.service) === "self") read.notApplicable("The platform is run by the customer's own team.");
}

/** From engineers of a managed service to the bastion of a place, from which they reach nodes and Kubernetes APIs. */
export const serviceToBastions = rule<readonly FlowDraft[]>({
  id: "firewall.service-to-bastions",
  title: "Managed service to the bastion",
  per: "place",
  sources: ["kkp.setup-checklist"],
  derive: (read, place) => {
    needService(read);
    if (!read.answer(access.plan.bastion)) return read.notApplicable("Engineers reach the machines directly.");
    if (bastionClusters(read, place).length === 0) return read.notApplicable(NO_BASTION);
    return [flow(read, { refs: ["M1"], word: "service-bastion", of: place, source: ends.service, destination: ends.bastion(place), ports: ports.ssh, reason: "Engineers of the managed service enter the bastion", lifetime: "operation", why: `Rows from the bastion lead on to nodes and Kubernetes APIs in ${placeName(read, place)}; nothing else there is opened for the service.` })];
  },
});

/** From engineers of a managed service to the interfaces of a cluster, and without a bastion to its machines and its Kubernetes API. */
export const serviceToClusters = rule<readonly FlowDraft[]>({
  id: "firewall.service-to-clusters",
  title: "Managed service to the platform",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    needService(read);
    const name = clusterName(read, cluster);
    const row = { refs: ["M1"], of: cluster, source: ends.service, lifetime: "operation" } as const;
    const serves = !isSeparateSeed(read, cluster) || read.optionalRule(entryAddress, cluster) !== undefined;
    const direct = !read.answer(access.plan.bastion);
    const built = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    return [
      ...(serves ? [flow(read, { ...row, word: "service-entry", destination: ends.entry(cluster), ports: () => entryPorts(read, cluster).https, reason: "Engineers of the managed service open the interfaces", why: `They see the state of ${name} there, and come from networks that rows for users need not name.` })] : []),
      ...(direct && built ? [flow(read, { ...row, word: "service-nodes", destination: sshEnd(read, cluster), ports: ports.ssh, reason: "Engineers of the managed service enter the machines", why: `There is no bastion in between: KubeOne enters the machines of ${name} from where the service runs it.` })] : []),
      ...(direct ? [flow(read, { ...row, word: "service-api", destination: ends.api(cluster), ports: () => apiPortOf(read, cluster), reason: "Engineers of the managed service call the Kubernetes API", why: `Upgrades and repairs of ${name} go through its Kubernetes API, and there is no bastion in between.` })] : []),
    ];
  },
});

/** Behind a proxy: Alertmanager dials mail servers itself, and anything else too while its configuration names no proxy. */
function pastProxy(read: Reader, cluster: string): string {
  const place = placeOfCluster(read, cluster);
  const way = read.maybe(network.place.internet, place);
  if (way.kind !== "known" || way.value !== "proxy") return "";
  return `, past the proxy of ${placeName(read, place)}: it reads neither HTTPS_PROXY nor NO_PROXY unless ${read.fact(internetFacts.alertProxy).environment} of its http_config is true`;
}

/** From engineers of a managed service to where a login sends their browsers. */
export const serviceToIdentitySource = rule<readonly FlowDraft[]>({
  id: "firewall.service-to-identity-source",
  title: "Managed service to the identity source",
  per: "plan",
  sources: ["dex.connectors", "kkp.oidc"],
  derive: (read) => {
    needService(read);
    const all = read.rule(connectorsInUse);
    const inside = all.flatMap((source, at) => hostForBrowsers(read, source, at)).filter(({ onInternet }) => !onInternet);
    if (inside.length === 0) return read.notApplicable(`${titlesOf(all)}: browsers are sent to no host inside.`);
    return inside.map(({ of, destination, port, title }) =>
      flow(read, {
        refs: ["M1"],
        word: "service-login",
        of,
        source: ends.service,
        destination,
        ports: String(port),
        reason: `Engineers of the managed service log in at ${inSentence(title)}`,
        lifetime: "operation",
        why: "The entry sends their browsers there for the login, and rows for users need not name the networks that they come from.",
      }),
    );
  },
});

/** From engineers of a managed service to the issuer of a Seed's own. */
export const serviceToOwnIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.service-to-own-issuer",
  title: "Managed service to the issuer of a Seed",
  per: "cluster",
  sources: ["kkp.oidc"],
  derive: (read, cluster) => {
    const host = seedLoginInside(read, cluster);
    needService(read);
    return [flow(read, { refs: ["M1"], word: "service-own-login", of: cluster, source: ends.service, destination: ends.seedIssuer(cluster), ports: () => String(seedIssuerPort(read, cluster)), reason: `Engineers of the managed service log in at ${host}`, lifetime: "operation", why: `Kubeconfigs, web terminals and the Kubernetes dashboard of user clusters of ${clusterName(read, cluster)} send their browsers there, and rows for users need not name the networks that they come from.` })];
  },
});

/** From Alertmanager of a cluster to what reaches whoever is on duty. */
export const alertsToReceiver = rule<readonly FlowDraft[]>({
  id: "firewall.alerts-to-receiver",
  title: "Alerts to whoever is on duty",
  per: "cluster",
  sources: ["alertmanager.configuration"],
  derive: (read, cluster) => {
    const target = read.rule(alertTarget);
    const name = clusterName(read, cluster);
    const row = { refs: ["M2"], word: "alerts", of: cluster, source: ends.nodes(cluster), lifetime: "operation" } as const;
    const why = (way: string): string => `Alertmanager runs on ${name} itself and sends from its nodes${way}; while the way is closed, its alerts reach nobody.`;
    if (target.kind === "server") return [flow(read, { ...row, destination: ends.alerts, ports: () => String(read.answer(alerting.plan.alertPort)), reason: "Alertmanager tells whoever is on duty", why: why(pastProxy(read, cluster)) })];
    const place = placeOfCluster(read, cluster);
    const out = read.rule(wayOut, place);
    if (out.kind === "offline") return read.notApplicable("The cluster reaches nothing on the internet.");
    const reason = `Alertmanager tells ${onDuty(read)} through ${target.title}`;
    return out.kind === "proxy"
      ? [flow(read, { ...row, destination: out.end, ports: out.ports, reason, why: why(`, through the proxy of ${placeName(read, place)}, which its own configuration names`) })]
      : [flow(read, { ...row, destination: ends.alerts, ports: () => String(read.fact(alertReceivers).httpsPort), reason, why: why("") })];
  },
});
