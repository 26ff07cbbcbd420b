import { gatewayLimits } from "../../facts/releases.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { ReleaseEntry } from "../../releases/release.ts";
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
      ...(entry.gateway ? limitsOf(read, cluster, name, entry) : []),
    ];
  },
});

/** The limits of the chart, as policies that stand beside the Gateway: those of the chart cannot name it. */
function limitsOf(read: Reader, cluster: string, name: string, { gateway: { namespace, name: gateway } = { namespace: "", name: "" }, service, title }: ReleaseEntry): readonly Setting[] {
  const limits = () => read.fact(gatewayLimits);
  const row = (word: string, object: string, field: string, value: () => string, why: string) => setting(read, { topic: "certificates", object, id: `certificates.gateway-${word}[${cluster}]`, field, value, why });
  const policy = (kind: string) => `${kind} ${namespace}/${gateway} on ${name}`;
  const target = `targetRefs[]: group gateway.networking.k8s.io, kind Gateway, name ${gateway}`;
  return [
    row("policies", seedValues(name), "backendTrafficPolicy.create and clientTrafficPolicy.create", () => (limits(), "false"), `Both stand in ${service.namespace}, and a policy of ${title} names a Gateway of its own namespace alone: targetGateway.namespace is no field of theirs, so Helm 4 refuses it and Helm 3 drops it.`),
    row("requests", policy("BackendTrafficPolicy"), "spec", () => `${target}; requestBuffer.limit ${limits().requestBuffer}`, "Beside the Gateway it limits the body of a request as the chart means to, and a larger one gets HTTP 413."),
    row("connections", policy("ClientTrafficPolicy"), "spec", () => `${target}; connection.bufferLimit ${limits().connectionBuffer}`, "The buffer that Envoy has unasked is too small for the headers of some logins by LDAP and SAML."),
  ];
}
