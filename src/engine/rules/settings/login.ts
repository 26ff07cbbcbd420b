import { authentication } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { placeholderOf } from "../access/placeholder.ts";
import { secretNames } from "../access/secret-names.ts";
import { nameOfCluster, releaseIn } from "../basics/platform.ts";
import { clientId, seedClientId } from "../identity/client-ids.ts";
import { configOf, connectorsInUse } from "../identity/connectors.ts";
import { platformPort } from "../addresses/url-port.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";
import { CONFIGURATION, MASTER_VALUES, seedObject, setting, type Found } from "./setting.ts";
import { seedIssuer, seedIssuerUrl } from "../identity/seed-issuer.ts";

/** Client of kubeconfigs, as every release calls it. */
const ISSUER_CLIENT = "kubermaticIssuer";

/** Fields that lead logins to the customer's issuer in place of Dex. */
export const issuerSettings = rule<readonly Setting[]>({
  id: "settings.login-issuer",
  title: "Fields of the token issuer",
  per: "plan",
  sources: ["kkp.oidc", "kkp.code.configuration-defaults", "kkp.code.master-validation"],
  derive: (read) => {
    const { issuer } = connectorOf(read.answer(authentication.plan.connector));
    const { url } = read.rule(tokenIssuer);
    if (!issuer) return read.notApplicable("Dex signs the tokens, as KKP sets it up.");
    const { id, dashboardFlow } = releaseIn(read);
    const at = { topic: "login", object: CONFIGURATION } as const;
    return [
      setting(read, { ...at, id: "login.token-issuer", field: "spec.auth.tokenIssuer", value: url, why: "KKP would take Dex below the base domain; API, user clusters and proxies read the issuer here." }),
      setting(read, { ...at, id: "login.client", field: "spec.auth.clientID", value: () => clientId(read, dashboardFlow.client), why: `The dashboard of KKP ${id} logs in as this client, by the ${dashboardFlow.description}.` }),
      setting(read, { ...at, id: "login.issuer-client", field: "spec.auth.issuerClientID", value: () => clientId(read, ISSUER_CLIENT), why: dashboardFlow.refreshTokens ? `From KKP ${id} on it must equal the client of the dashboard.` : "Kubeconfigs and web terminals come from a client of their own." }),
      setting(read, { ...at, id: "login.provider", field: "spec.ui.config: oidc_provider", value: issuer.dashboardProvider, why: "The dashboard builds the address of the logout from it." }),
      ...(dashboardFlow.refreshTokens ? [] : [setting(read, { ...at, id: "login.provider-url", field: "spec.ui.config: oidc_provider_url", value: below(url, issuer.paths?.login), why: `The dashboard of KKP ${id} sends browsers there itself.` })]),
      setting(read, { ...at, id: "login.logout", field: "spec.ui.config: oidc_logout_url", value: below(url, issuer.paths?.logout), why: "Without it people stay logged in at the issuer after they leave the dashboard." }),
    ];
  },
});

/** Fields that carry the port of the nodes, where the entry answers there: KKP's own defaults have none. */
export const portSettings = rule<readonly Setting[]>({
  id: "settings.login-port",
  title: "Fields that carry the port of the entry",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.code.configuration-defaults", "kkp.code.dex-values"],
  derive: (read) => {
    const port = platformPort(read);
    if (port === "") return read.notApplicable("The entry answers on the port of HTTPS.");
    const { external, url } = read.rule(tokenIssuer);
    const base = `https://${read.answer(project.plan.domain)}${port}`;
    const at = { topic: "login", object: CONFIGURATION } as const;
    return [
      ...(external ? [] : [setting(read, { ...at, id: "login.port-issuer", field: "spec.auth.tokenIssuer", value: url, why: `KKP would expect tokens of an issuer without port; Dex signs with ${port.slice(1)} in its name.` })]),
      setting(read, { ...at, id: "login.port-redirect", field: "spec.auth.issuerRedirectURL", value: `${base}/api/v1/kubeconfig`, why: "KKP would send browsers to the port of HTTPS, where nothing answers." }),
    ];
  },
});

/** An address of the issuer that only its discovery document may tell. */
const below = (url: Value<string>, path: string | undefined): Value<string> =>
  path === undefined ? { kind: "later", who: "the issuer's discovery document", told: true } : url.kind === "known" ? known(`${url.value}${path}`) : url;

/** Field that keeps sessions of one person apart in Dex, where the release asks for refresh tokens. */
export const sessionSettings = rule<readonly Setting[]>({
  id: "settings.login-sessions",
  title: "Field of sessions in Dex",
  per: "plan",
  sources: ["kkp.known-issues"],
  derive: (read) => {
    const all = read.rule(connectorsInUse);
    const [source] = all.filter(({ sessionField }) => sessionField);
    const { id, dashboardFlow } = releaseIn(read);
    if (!source?.sessionField || !dashboardFlow.refreshTokens) return read.notApplicable("No field of these connectors keeps sessions apart, or the release needs none.");
    const { sessionField, title } = source;
    const why = `Dex keeps one refresh token for each person and client; in KKP ${id} a kubeconfig that somebody downloads, or a web terminal, would end their session at the dashboard. Each login through “${title}” counts as a person of its own with it, so tokens of people who left are deleted in the cluster by hand.`;
    return [setting(read, { topic: "login", object: MASTER_VALUES, id: "login.sessions", field: `${configOf(all, source)}.${sessionField.field}`, value: sessionField.value, why })];
  },
});

/** Fields of a Seed whose user clusters take an issuer of their own. */
export const seedIssuerSettings = rule<readonly Setting[]>({
  id: "settings.login-seed-issuer",
  title: "Fields of a Seed's issuer",
  per: "cluster",
  sources: ["kkp.oidc", "kkp.code.datacenter"],
  derive: (read, cluster) => {
    const host = read.rule(seedIssuer, cluster);
    const name = nameOfCluster(read, cluster);
    const row = (id: string, field: string, value: Found<Setting["value"] | string>, why: string) =>
      setting(read, { topic: "login", object: seedObject(name), id: `login.${id}[${cluster}]`, field: `spec.oidcProviderConfiguration.${field}`, value, why });
    return [
      row("seed-issuer", "issuerURL", seedIssuerUrl(read, cluster, host), `API servers of user clusters on ${name} accept tokens of it; add what issuer in its discovery document shows behind it, a slash at the end included.`),
      row("seed-client", "issuerClientID", () => seedClientId(read, cluster, ISSUER_CLIENT), `Kubeconfigs for ${name} carry this client, and ${host} knows no other.`),
      row("seed-secret", "issuerClientSecret", () => placeholderOf(read, secretNames.seedIssuer(name), "fill-in"), `${host} knows the client of ${name} by the same secret; the plan holds the name of its place only.`),
    ];
  },
});
