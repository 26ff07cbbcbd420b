import { describe, expect, test } from "vitest";
import type { Check } from "../../kernel/check.ts";
import { changed, findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { withFix } from "../../plan/with-fix.ts";
import { clusterLoginOff } from "./cluster-login-off.ts";
import { connectorMaturity } from "./connector-maturity.ts";
import { issuerHostTaken } from "./issuer-host-taken.ts";
import { furtherIssuersUnread } from "./further-issuers-unread.ts";
import { kubeconfigsRefused } from "./kubeconfigs-refused.ts";
import { noGroups } from "./no-groups.ts";
import { noRefreshTokens } from "./no-refresh-tokens.ts";
import { oneRefreshToken } from "./one-refresh-token.ts";
import { seedIssuerMail } from "./seed-issuer-mail.ts";
import { trialUsers } from "./trial-users.ts";
import { twoIssuerFields } from "./two-issuer-fields.ts";
import { unknownScope } from "./unknown-scope.ts";

const said = (check: Check, changes: Changes) => findingsOf(check, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);
const by = (connector: string): Changes => ({ "authentication.connector": connector });
const NEW = { "project.release": "2.31", "project.upgradeFrom": "none" };

test.each([connectorMaturity, furtherIssuersUnread, issuerHostTaken, kubeconfigsRefused, noGroups, noRefreshTokens, oneRefreshToken, clusterLoginOff, seedIssuerMail, trialUsers, twoIssuerFields, unknownScope])("$id has nothing to say about the reference setup", (check) => {
  expect(said(check, {})).toEqual([]);
});

test.each(["saml", "oauth", "authproxy", "openshift"])("sessions of %s end with the token of KKP 2.31, and not before", (connector) => {
  expect(said(noRefreshTokens, { ...by(connector), ...NEW })).toHaveLength(1);
  expect(said(noRefreshTokens, by(connector))).toEqual([]);
});

test("a session of OpenShift is renewed while its own token is good", () => {
  const [finding] = findingsOf(noRefreshTokens, referenceAnswers({ ...by("openshift"), ...NEW }));
  expect(finding?.title).toBe("Sessions through OpenShift end with its own token");
  expect(finding?.message).not.toContain("gives none");
});

describe("kubeconfigs by OpenID Connect need a refresh token in every release", () => {
  const login = { "authentication.clusterLogin": true };

  test.each(["2.28", "2.29", "2.30", "2.31"].flatMap((release) => ["saml", "oauth", "authproxy"].map((connector) => [release, connector] as const)))("KKP %s refuses them behind %s", (release, connector) => {
    const answers = referenceAnswers({ ...by(connector), ...login, "project.release": release, "project.upgradeFrom": "none" });
    const [finding, ...others] = findingsOf(kubeconfigsRefused, answers);
    expect(others).toEqual([]);
    expect(finding?.severity).toBe("blocker");
    expect(finding?.message).toContain(`For a kubeconfig by OpenID Connect, for the web terminal and for the Kubernetes dashboard of a user cluster, the API of KKP ${release} asks for a refresh token`);
    for (const fix of finding?.fixes ?? []) expect(findingsOf(kubeconfigsRefused, withFix(answers, fix))).toEqual([]);
  });

  test("OpenShift and all others bring one, and kubeconfigs with a token need none", () => {
    for (const connector of ["openshift", "ldap", "keycloak"]) expect(said(kubeconfigsRefused, { ...by(connector), ...login })).toEqual([]);
    expect(said(kubeconfigsRefused, by("saml"))).toEqual([]);
  });

  test("beside a source that brings one it is a warning", () => {
    expect(said(kubeconfigsRefused, { ...by("ldap"), ...login, "authentication.furtherSources": ["saml"] })).toEqual(["warning: KKP refuses kubeconfigs and the Kubernetes dashboard to people who log in through SAML 2.0"]);
  });
});

test("the length of a session is named", () => {
  expect(findingsOf(noRefreshTokens, referenceAnswers({ ...by("saml"), ...NEW }))[0]?.message).toContain("24 hours");
  expect(said(noRefreshTokens, { ...by("ldap"), ...NEW })).toEqual([]);
});

test("alpha connectors and those with a warning are named", () => {
  expect(said(connectorMaturity, by("keystone"))).toEqual(["warning: The connector for “OpenStack Keystone” is alpha"]);
  expect(said(connectorMaturity, by("saml"))).toEqual(["warning: The connector for “SAML 2.0” comes with a warning"]);
  expect(said(connectorMaturity, by("gitlab"))).toEqual([]);
});

test("users in Dex are for trials; each fix ends it", () => {
  const answers = referenceAnswers(by("static-users"));
  const [finding] = findingsOf(trialUsers, answers);
  expect(finding).toMatchObject({ severity: "warning", title: "Users in Dex itself are no identity source for production" });
  for (const { set } of finding?.fixes ?? []) expect(findingsOf(trialUsers, changed(answers, Object.fromEntries(set.map(({ path, value }) => [path, value]))))).toEqual([]);
  expect(said(trialUsers, { ...by("static-users"), "project.purpose": "proof-of-concept" })).toEqual([]);
});

test("EE without groups loses the binding of groups", () => {
  expect(said(noGroups, by("gitea"))).toEqual(["advice: Gitea: no groups come along"]);
  expect(said(noGroups, { ...by("gitea"), "project.edition": "CE" })).toEqual([]);
});

test("the identity provider cannot take a name of the platform", () => {
  const at = (host: string) => said(issuerHostTaken, { ...by("keycloak"), "authentication.keycloakHost": host });
  expect(at("kubermatic.example.com")).toEqual(["blocker: kubermatic.example.com cannot be both Keycloak and the platform"]);
  expect(at("grafana.kubermatic.example.com")).toHaveLength(1);
  expect(at("sso.example.com")).toEqual([]);
});

test("a Seed's own issuer must know people by the same addresses", () => {
  const found = findingsOf(seedIssuerMail, changed(starterAnswers("vsphere-plus-azure-seed"), { "authentication.clusters.azure-seed.ownIssuer": "login.example.org" }));
  expect(found).toMatchObject([{ severity: "advice", subject: "azure-seed" }]);
  expect(found[0]?.message).toContain("https://kubermatic.example.com/dex");
});

test("Dex keeps one session of a person who logs in to user clusters, unless the connector can keep them apart or Dex is not asked", () => {
  const advice = ["advice: A second login of a person ends the first"];
  const login = { "authentication.clusterLogin": true };
  expect(said(oneRefreshToken, NEW)).toEqual([]);
  expect(said(oneRefreshToken, { ...NEW, ...login })).toEqual(advice);
  expect(findingsOf(oneRefreshToken, referenceAnswers({ ...NEW, ...login }))[0]?.message).toContain("24 hours");
  expect(said(oneRefreshToken, login)).toEqual(advice);
  for (const connector of ["oidc", "saml", "keycloak"]) expect(said(oneRefreshToken, { ...NEW, ...login, ...by(connector) })).toEqual([]);
  expect(said(oneRefreshToken, { ...NEW, ...login, ...by("oidc"), "authentication.furtherSources": ["github"] })).toEqual(advice);
});

test("a Seed's own issuer does nothing while the login to user clusters is off", () => {
  const answers = changed(starterAnswers("vsphere-plus-azure-seed"), { "authentication.clusters.azure-seed.ownIssuer": "login.example.org" });
  const [finding, ...others] = findingsOf(clusterLoginOff, answers);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: "warning", subject: "azure-seed", title: "Nothing asks login.example.org" });
  expect(finding?.fixes.map(({ title }) => title)).toEqual(["Let people log in to user clusters", "Take login.example.org away as the issuer of azure-seed"]);
  for (const fix of finding?.fixes ?? []) expect(findingsOf(clusterLoginOff, withFix(answers, fix))).toEqual([]);
});

test("a Seed cannot have an issuer of its own and further ones: two fields that KKP takes one of", () => {
  const both = { "authentication.clusters.azure-seed.ownIssuer": "login.example.org", "authentication.clusters.azure-seed.furtherIssuers": ["gitlab.example.com"] };
  const base = changed(starterAnswers("vsphere-plus-azure-seed"), NEW);
  expect(findingsOf(twoIssuerFields, changed(base, both))).toMatchObject([{ severity: "blocker", subject: "azure-seed", title: "The Seed object of azure-seed is refused with both login.example.org and further issuers" }]);
  for (const path of Object.keys(both)) expect(findingsOf(twoIssuerFields, changed(base, { ...both, [path]: undefined }))).toEqual([]);
  const fixes = findingsOf(twoIssuerFields, changed(base, both)).flatMap((finding) => finding.fixes);
  expect(fixes).toMatchObject([
    { title: "Take login.example.org away as the issuer of azure-seed, and name it among the further ones", set: [{ path: "authentication.clusters.azure-seed.furtherIssuers", value: ["gitlab.example.com", "login.example.org"] }], takeAway: ["authentication.clusters.azure-seed.ownIssuer"] },
    { title: "Take gitlab.example.com away, and keep login.example.org alone", set: [], takeAway: ["authentication.clusters.azure-seed.furtherIssuers"] },
  ]);
  for (const fix of fixes) expect(findingsOf(twoIssuerFields, withFix(changed(base, both), fix))).toEqual([]);
  // Before 2.31 nobody is asked for further issuers, and on the master nobody for an issuer of the Seed: what a file kept says nothing.
  expect(findingsOf(twoIssuerFields, changed(base, { ...both, "project.release": "2.30" }))).toEqual([]);
  const kept = { "authentication.clusters.seed.ownIssuer": "login.example.org", "authentication.clusters.seed.furtherIssuers": ["gitlab.example.com"] };
  expect(said(twoIssuerFields, { ...NEW, ...kept })).toEqual([]);
  expect(referencePlan({ ...NEW, ...kept }).settings.filter(({ field }) => field.includes("oidcProviderConfiguration"))).toEqual([]);
});

test.each(["2.28", "2.29", "2.30"])("further issuers are told to be left out of KKP %s", (release) => {
  const answers = referenceAnswers({ "project.release": release, "project.upgradeFrom": "none", "authentication.clusters.seed.furtherIssuers": ["gitlab.example.com"] });
  const [finding, ...others] = findingsOf(furtherIssuersUnread, answers);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: "warning", subject: "seed", title: "User clusters of seed accept no tokens of gitlab.example.com" });
  expect(finding?.message).toContain("KKP 2.31 is the first");
  for (const fix of finding?.fixes ?? []) expect(findingsOf(furtherIssuersUnread, withFix(answers, fix))).toEqual([]);
  expect(findingsOf(furtherIssuersUnread, changed(answers, { "project.release": "2.31" }))).toEqual([]);
});

test("an issuer that knows no scope called groups is none for KKP: Entra ID in place of Dex, or of one Seed", () => {
  const entra = { ...by("external-issuer"), "authentication.externalIssuerHost": "login.microsoftonline.com" };
  expect(said(unknownScope, entra)).toEqual(["blocker: Microsoft Entra ID cannot stand in place of Dex"]);
  expect(said(unknownScope, { ...entra, "authentication.externalIssuerHost": "login.example.com" })).toEqual([]);
  expect(said(unknownScope, by("microsoft"))).toEqual([]);
  for (const [issuer, title, connector] of [["accounts.google.com", "Google", "google"], ["gitlab.com", "GitLab", "gitlab"], ["cognito-idp.eu-central-1.amazonaws.com", "Amazon Cognito", "oidc"]] as const) {
    const there = { ...entra, "authentication.externalIssuerHost": issuer };
    expect(said(unknownScope, there)).toEqual([`blocker: ${title} cannot stand in place of Dex`]);
    expect(findingsOf(unknownScope, referenceAnswers(there))[0]?.fixes[0]?.set).toEqual([{ path: "authentication.connector", value: connector }]);
  }
  // GitLab under a name of the customer, and another service of AWS.
  for (const issuer of ["gitlab.example.com", "cognito-idp.amazonaws.com"]) expect(said(unknownScope, { ...entra, "authentication.externalIssuerHost": issuer })).toEqual([]);
  const seed = { "infrastructure.clusters.seed.role": "seed", "authentication.clusters.seed.ownIssuer": "login.microsoftonline.com" };
  expect(said(unknownScope, seed)).toEqual(["blocker: Microsoft Entra ID cannot be the issuer of seed"]);
  const answers = referenceAnswers(seed);
  for (const fix of findingsOf(unknownScope, answers)[0]?.fixes ?? []) expect(findingsOf(unknownScope, withFix(answers, fix))).toEqual([]);
});
