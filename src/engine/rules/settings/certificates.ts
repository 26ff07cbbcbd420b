import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { dns, dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { certificateNames } from "../../facts/certificates.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { filledValue } from "../basics/filled.ts";
import { masterCluster, release } from "../basics/platform.ts";
import { platformInterfaces, seedInterfaces } from "../certificates/interfaces.ts";
import { bundleNeedsRoot, issuer, proxiesNeedRoot, rootIsPrivate } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { externalDns } from "../dns/external-dns.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";
import { CONFIGURATION, helmValues, setting } from "./setting.ts";

/** Name of the ClusterIssuer that all fields refer to. */
const ISSUER_NAME = "platform";
const CLUSTER_ISSUER = `ClusterIssuer ${ISSUER_NAME}`;

/** Fields that lead the platform to its issuer, or to the Secret of a supplied certificate. */
export const issuanceSettings = rule<readonly Setting[]>({
  id: "settings.certificates-issuer",
  title: "Fields of the issuer",
  per: "plan",
  sources: ["kkp.certificates", "kkp.code.configuration-defaults"],
  derive: (read) => {
    const { by, authority } = read.rule(issuer);
    const { entry, id } = read.rule(release);
    const at = { topic: "certificates", object: CONFIGURATION } as const;
    if (entry.own && entry.gateway) {
      const why = "KKP attaches its routes to it. gateway.tls and certificateIssuer are refused beside it, so the listeners carry their certificates by your own hand.";
      return [setting(read, { ...at, id: "certificates.external-gateway", field: "spec.ingress.gateway.externalGateway", value: `name ${entry.gateway.name}, namespace ${entry.gateway.namespace}`, why })];
    }
    if (by === "hand") {
      if (entry.suppliedCertificate !== "single") return suppliedFields(read, entry);
      const [secret] = read.rule(certificateRequest, read.rule(masterCluster)).secrets;
      return secret ? [setting(read, { ...at, id: "certificates.secret", field: "spec.ingress.gateway.tls.secretRef.name", value: secret.name, why: `KKP ${id} refuses it together with a certificateIssuer, so that field is left out.` })] : [];
    }
    return [
      setting(read, { ...at, id: "certificates.issuer", field: "spec.ingress.certificateIssuer.name", value: ISSUER_NAME, why: `Without a name the installer brings no cert-manager, and the entry answers on TCP 80 alone; ${authority} would never be asked.` }),
      ...entry.issuerValues.map(({ chart, field }) => setting(read, { topic: "certificates", object: helmValues(chart), id: `certificates.issuer-${chart}`, field, value: ISSUER_NAME, why: `${entry.title} has an Ingress of its own for ${chart}, which takes its issuer from here.` })),
    ];
  },
});

/** Fields that lead each host of the entry to its own Secret, on the cluster that serves it. */
function suppliedFields(read: Reader, entry: PlatformEntry): readonly Setting[] {
  const domain = read.answer(project.plan.domain);
  const proxies = [
    { namespace: read.fact(certificateNames.platformNamespace), names: read.rule(platformInterfaces) },
    { namespace: read.fact(certificateNames.seedNamespace), names: read.rule(seedInterfaces) },
  ].filter(({ names }) => names.length > 0);
  const row = (id: string, object: string, field: string, value: string, why: string) => setting(read, { topic: "certificates", object, id: `certificates.supplied-${id}`, field, value, why });
  return entry.suppliedFields.flatMap(({ at, field, value, why }) => {
    if (at === "ingress") return [row("ingress", "Ingress kubermatic/kubermatic", field, value.replace("{domain}", domain), why)];
    if (at === "dex") return read.rule(tokenIssuer).external ? [] : [row("dex", helmValues("dex"), field, value, why)];
    return proxies.map(({ namespace, names }) => row(namespace, helmValues(`iap in ${namespace}`), field, names.map((name) => value.replace("{interface}", name)).join(", "), why));
  });
}

/** How the entry answers challenges of HTTP-01, as a field of the solver. */
function challengeField({ gateway, ingressClass }: PlatformEntry, place: string): { readonly field: string; readonly value: string; readonly why: string } {
  return gateway
    ? { field: "http01.gatewayHTTPRoute.parentRefs", value: `kind Gateway, name ${gateway.name}, namespace ${gateway.namespace}`, why: `cert-manager hangs the answer to each challenge on the Gateway ${place}; a solver for Ingresses would be asked by nobody.` }
    : { field: "http01.ingress.ingressClassName", value: ingressClass ?? "", why: `cert-manager puts the answer to each challenge behind the Ingress controller ${place}.` };
}

/** Fields of the ClusterIssuer itself, with the solver of the DNS service. */
export const clusterIssuer = rule<readonly Setting[]>({
  id: "settings.certificates-cluster-issuer",
  title: "Fields of the ClusterIssuer",
  per: "plan",
  sources: ["cert-manager.acme"],
  derive: (read) => {
    const { by, fields, challenge, bindingQuestion } = read.rule(issuer);
    if (by === "hand") return read.notApplicable("The certificate is supplied, so there is no issuer.");
    const service = challenge === "dns01" ? dnsServiceOf(read.answer(dns.plan.automation)) : undefined;
    if (service) read.cite(...service.sources);
    const binding = bindingQuestion === undefined ? undefined : issuerQuestions.plan[bindingQuestion];
    const row = (id: string, field: string, value: Setting["value"] | string, why: string) => setting(read, { topic: "certificates", object: CLUSTER_ISSUER, id: `certificates.${id}`, field, value, why });
    return [
      ...fields.map(({ field, value, why }, at) => row(`field-${at + 1}`, field, filledValue(read, value, issuerQuestions.plan), why)),
      ...(binding && read.answer(binding) === true ? [row("binding", "spec.acme.externalAccountBinding.keyID and keySecretRef", "<fill-in: key id, and Secret in the namespace cert-manager>", "The server refuses orders of accounts that it did not make itself.")] : []),
      ...(fields.length > 0 && rootIsPrivate(read) && (challenge !== undefined || read.rule(issuer).endpoint) ? [row("bundle", challenge === undefined ? "caBundle of the issuer" : "spec.acme.caBundle", "the private root, base64", "cert-manager checks the server that signs against it; KKP's own bundle does not reach cert-manager.")] : []),
      ...(challenge === "http01" ? [challengeField(read.rule(release).entry, "that serves the names")].map(({ field, value, why }) => row("solver-http01", `spec.acme.solvers[].${field}`, value, why)) : []),
      ...(service?.solver?.fields ?? []).map(({ field, value, why }, at) => row(`solver-${at + 1}`, `spec.acme.solvers[].${field}`, filledValue(read, value, dnsServiceQuestions.plan), why)),
      ...(challenge === "dns01" && read.optional(dns.plan.zone) === "split"
        ? [setting(read, { topic: "certificates", object: helmValues("cert-manager"), id: "certificates.recursive", field: "cert-manager.extraArgs: --dns01-recursive-nameservers-only and --dns01-recursive-nameservers", value: "<fill-in: resolvers that see the outer view>", why: "Resolvers inside show the inner view, where the challenge never appears; cert-manager would wait for it in vain." })]
        : []),
    ];
  },
});

/** Every place in which a private root must stand. */
export const privateRoot = rule<readonly Setting[]>({
  id: "settings.certificates-root",
  title: "Places of the private root",
  per: "plan",
  sources: ["kkp.certificates", "kkp.code.iap-values"],
  derive: (read) => {
    if (!bundleNeedsRoot(read)) return read.notApplicable("Machines and browsers trust the root as they are.");
    const row = (id: string, object: string, field: string, value: string, why: string) => setting(read, { topic: "certificates", object, id: `certificates.root-${id}`, field, value, why });
    const proxies = !proxiesNeedRoot(read) ? [] : [...(read.rule(platformInterfaces).length > 0 ? ["monitoring"] : []), ...(read.rule(seedInterfaces).length > 0 ? ["mla"] : [])];
    return [
      row("file", "ConfigMap kubermatic/ca-bundle", "data: ca-bundle.pem", "private root and public roots", "It replaces the bundle that comes with KKP, so public roots that are still needed stand in it too."),
      row("field", CONFIGURATION, "spec.caBundle", "kind ConfigMap, name ca-bundle", "KKP copies it to every Seed, to the namespace of each user cluster, and to kube-system/ca-bundle inside."),
      ...proxies.map((namespace) => row(`proxy-${namespace}`, helmValues(`iap in ${namespace}`), "iap.customProviderCA.secretName and secretKey", "platform-root, ca.crt", `The proxies in ${namespace} check the token issuer against a Secret of their own namespace, not against KKP's bundle.`)),
    ];
  },
});

/** Switches of Gateway API in a release that has another entry of its own. */
export const gatewaySwitches = rule<readonly Setting[]>({
  id: "settings.certificates-gateway-switches",
  title: "Switches of Gateway API",
  per: "plan",
  sources: ["kkp.gateway-api", "kkp.code.cert-manager-values"],
  derive: (read) => {
    const { id, entry, gatewayEntry } = read.rule(release);
    if (!gatewayEntry || entry.title !== gatewayEntry.title) return read.notApplicable("The entry of the release needs no switch.");
    const row = (word: string, object: string, field: string, why: string) => setting(read, { topic: "certificates", object, id: `certificates.gateway-${word}`, field, value: "true", why });
    return [
      row("migrate", "values.yaml of the installer", "migrateGatewayAPI", `KKP ${id} brings NGINX unless it stands there, in every chart with a route.`),
      row("sync", CONFIGURATION, "spec.featureGates.HTTPRouteGatewaySync", `KKP ${id} adds no listener for a proxied interface without it, so only the base domain would have a certificate.`),
      row("cert-manager", helmValues("cert-manager"), "cert-manager.config.enableGatewayAPI", `cert-manager of KKP ${id} looks at Ingresses only, and would never see the Gateway.`),
    ];
  },
});

/** The base domain in the values of routes, where nothing fills it in. */
export const routeDomain = rule<readonly Setting[]>({
  id: "settings.certificates-route-domain",
  title: "Base domain of the routes",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    const { entry } = read.rule(release);
    if (entry.recordSource !== "gateway-httproute") return read.notApplicable(`${entry.title} takes its hosts from KubermaticConfiguration.`);
    return [setting(read, { topic: "certificates", object: helmValues("dex"), id: "certificates.route-domain", field: "httpRoute.domain", value: read.maybe(project.plan.domain), why: `Nothing fills it in, and without it the release of Dex fails in the middle of the installation.${read.optionalRule(externalDns) ? " external-dns reads the name of this record from the route, too." : ""}` })];
  },
});
