import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { secretNames } from "../access/secret-names.ts";
import { clientSecretFrom } from "../access/client-secret.ts";
import { placeholderOf } from "../access/placeholder.ts";
import { releaseIn } from "../basics/platform.ts";
import { platformInterfaces, seedInterfaces } from "../certificates/interfaces.ts";
import { tokenIssuer, replacesDex } from "../identity/token-issuer.ts";
import { CONFIGURATION, setting, type Found } from "./setting.ts";

const row = (read: Reader, id: string, field: string, value: Found<Setting["value"] | string>, why: string): Setting => setting(read, { topic: "platform", object: CONFIGURATION, id: `platform.${id}`, field, value, why });

/** Fields of KubermaticConfiguration that every platform needs. */
export const platformFields = rule<readonly Setting[]>({
  id: "settings.platform",
  title: "Fields of KubermaticConfiguration",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.code.master-validation", "kkp.code.configuration-defaults"],
  derive: (read) => {
    const { id, dashboardFlow, redirectUris } = releaseIn(read);
    const client = redirectUris.find((uri) => uri.id === "kubeconfig")?.client ?? "";
    const { title: issuer } = read.rule(tokenIssuer);
    return [
      row(read, "domain", "spec.ingress.domain", read.maybe(project.plan.domain), `The installer refuses an empty one; ${replacesDex(read) ? "routes" : "Dex, routes"} and redirect URIs must carry the same name.`),
      row(read, "issuer-secret", "spec.auth.issuerClientSecret", () => placeholderOf(read, secretNames.issuer, clientSecretFrom(read)), dashboardFlow.refreshTokens ? `The dashboard of KKP ${id} logs in with it, and the installer refuses an empty one; ${issuer} must know the same secret for the client ${client}.` : `Kubeconfigs and web terminals are handed out with it; ${issuer} must know the same secret for the client ${client}.`),
      row(read, "cookie-key", "spec.auth.issuerCookieKey", () => placeholderOf(read, secretNames.cookie), "It signs the cookie that carries a login from the dashboard to the issuer and back."),
      row(read, "account-key", "spec.auth.serviceAccountKey", () => placeholderOf(read, secretNames.serviceAccounts), "It signs the tokens of service accounts; the installer wants at least 32 bytes and looks at nothing else."),
      ...(read.answer(project.plan.edition) === "EE" ? [row(read, "pull-secret", "spec.imagePullSecret", () => placeholderOf(read, secretNames.pull, "fill-in"), "A JSON text as Kubermatic hands it out; images of the Enterprise Edition are not public.")] : []),
    ];
  },
});

/** How user clusters are exposed unless a Seed says otherwise. */
export const platformExposure = rule<readonly Setting[]>({
  id: "settings.platform-exposure",
  title: "Expose strategy of the platform",
  per: "plan",
  sources: ["kkp.expose-strategies"],
  derive: (read) => {
    const strategy = read.answer(loadBalancer.plan.exposeStrategy);
    const unasked = loadBalancer.plan.exposeStrategy.productDefault?.value;
    if (strategy === unasked) return read.notApplicable(`KKP takes ${strategy} by default.`);
    return [row(read, "expose-strategy", "spec.exposeStrategy", strategy, `KKP would expose user clusters by ${String(unasked)}, and a user cluster keeps the strategy it was created with.`)];
  },
});

/** A Gateway of the customer that takes the place of KKP's own. */
export const ownGatewayFields = rule<readonly Setting[]>({
  id: "settings.platform-own-gateway",
  title: "Fields of a Gateway of one's own",
  per: "plan",
  sources: ["kkp.gateway-api"],
  derive: (read) => {
    if (!releaseIn(read).entry.own) return read.notApplicable("KKP makes the entry itself.");
    return [
      row(read, "gateway-name", "spec.ingress.gateway.externalGateway.name", read.maybe(platformEntry.plan.gatewayName), "KKP attaches its routes to it and makes no Gateway; class, annotations, tls and certificateIssuer stay out, or the object is refused."),
      row(read, "gateway-namespace", "spec.ingress.gateway.externalGateway.namespace", read.maybe(platformEntry.plan.gatewayNamespace), "KKP would look for it beside its own objects, and find no Gateway of this name."),
    ];
  },
});

/** Feature gates that these answers need. */
export const featureGates = rule<readonly Setting[]>({
  id: "settings.platform-gates",
  title: "Feature gates",
  per: "plan",
  sources: ["kkp.code.features", "kkp.mla-user-cluster", "kkp.oidc"],
  derive: (read) => {
    const gate = (name: string, why: string) => row(read, `gate-${name}`, `spec.featureGates.${name}`, "true", why);
    const switches = () => {
      const { gatewaySwitches, gatewayEntry, entry, id } = releaseIn(read);
      const hosts = read.rule(platformInterfaces).length + read.rule(seedInterfaces).length;
      const switched = gatewayEntry !== undefined && entry.title === gatewayEntry.title;
      if (!switched || hosts === 0) return [];
      return gatewaySwitches.filter(({ needs, object }) => object === CONFIGURATION && needs === "interfaces").map(({ field, value, why }) => row(read, `gate-${field.split(".").at(-1) ?? ""}`, field, value, `${why} KKP ${id} knows it, and leaves it to you.`));
    };
    return [
      ...(read.answer(monitoring.plan.userClusterMla) ? [gate("UserClusterMLA", "The switch of each Seed does nothing without the gate, nor the gate without the switch.")] : []),
      ...(read.answer(sizing.plan.seedExtras).includes("vpa") ? [gate("VerticalPodAutoscaler", "The autoscaler is installed with it and adapts the requests of control planes.")] : []),
      ...read.aside(switches).map(({ id }) => read.forRow(id, () => switches().find((one) => one.id === id))).filter((one) => one !== undefined),
    ];
  },
});
