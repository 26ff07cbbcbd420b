import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { entryIn, masterCluster, nameOfCluster, releaseIn } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { seedValues, setting } from "./setting.ts";

/** The Gateway of a Seed apart from the master, which nothing of KKP writes. */
export const seedGateway = rule<readonly Setting[]>({
  id: "settings.certificates-seed-gateway",
  title: "Gateway of the Seed",
  per: "cluster",
  sources: ["kkp.code.seed-stack", "kkp.code.gateway-sync", "kkp.code.envoy-values", "kkp.gateway-api", "kkp.gateway-api-seed"],
  derive: (read, cluster) => {
    if (read.rule(masterCluster) === cluster) return read.notApplicable("KKP writes the Gateway of the master.");
    const { separateSeedFlag } = releaseIn(read);
    const entry = entryIn(read, cluster);
    if (entry.own || !entry.seedGatewayByHand) return read.notApplicable(`${entry.title} needs no Gateway.`);
    const { secrets } = read.rule(certificateRequest, cluster);
    const name = nameOfCluster(read, cluster);
    const at = { topic: "certificates", object: `Gateway kubermatic/kubermatic on ${name}` } as const;
    const { by, challenge } = read.rule(issuer);
    const issued = by !== "hand";
    const listeners = secrets.flatMap((secret) => secret.covers.map((host) => ({ host, secret })));
    return [
      setting(read, { ...at, id: `certificates.gateway-class[${cluster}]`, field: "spec.gatewayClassName", value: "kubermatic-envoy-gateway", why: `${separateSeedFlag ? "--separate-seed" : `The chart of ${entry.title}`} brings the class to ${name}, and no Gateway.` }),
      ...listeners.map(({ host, secret }, index) =>
        setting(read, { ...at, id: `certificates.gateway-listener-${index}[${cluster}]`, field: "spec.listeners[].hostname", value: `${host}, HTTPS 443, certificateRefs ${secret.name}`, why: `The sync of KKP adds listeners on the master only, so a host of ${name} has one that somebody writes.${issued ? " The Certificate that comes with the issuer fills its Secret." : ""}` }),
      ),
      ...(issued ? [setting(read, { ...at, id: `certificates.gateway-http[${cluster}]`, field: "spec.listeners[] on port 80", value: "HTTP 80, no hostname, allowedRoutes.namespaces.from Same", why: `${challenge === "http01" ? "Challenges of HTTP-01 arrive here, and cert-manager hangs its answer into the namespace of the Gateway. " : ""}It waits for no Secret, as those on 443 do, so ${entry.title} serves and has its address before the first certificate. No interface answers on it: their namespaces are others.` })] : []),
      setting(read, { ...at, id: `certificates.gateway-routes[${cluster}]`, field: issued ? "spec.listeners[].allowedRoutes.namespaces.selector.matchLabels on port 443" : "spec.listeners[].allowedRoutes.namespaces.selector.matchLabels", value: 'kubermatic.io/gateway-access: "true"', why: "Routes of the namespace mla attach only where the namespace carries the label and the listener admits it." }),
      ...(entry.gateway ? [setting(read, { topic: "certificates", object: seedValues(name), id: `certificates.gateway-policies[${cluster}]`, field: "backendTrafficPolicy.targetGateway.namespace and clientTrafficPolicy.targetGateway.namespace", value: entry.gateway.namespace, why: `The limits of the chart stand in ${entry.service.namespace} and would look for the Gateway there. Whether ${entry.title} follows them into another namespace is not confirmed: try an upload and a long header at the acceptance.` })] : []),
    ];
  },
});
