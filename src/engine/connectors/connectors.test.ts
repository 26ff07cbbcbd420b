import type { QuestionDefinition } from "../answers/question.ts";
import { describe, expect, test } from "vitest";
import { planFrom } from "../plan/plan-from.ts";
import { changed, referenceAnswers } from "../testing/reference.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { connectors } from "./registry.ts";

/** Refresh tokens, groups, state, callback at the provider, as the makers of Dex publish them; external issuers stand below. */
const PUBLISHED = [
  ["ldap", true, true, "stable", false],
  ["oidc", true, true, "beta", true],
  ["saml", false, true, "stable", true],
  ["microsoft", true, true, "beta", true],
  ["google", true, true, "alpha", true],
  ["github", true, true, "stable", true],
  ["gitlab", true, true, "beta", true],
  ["bitbucket-cloud", true, true, "alpha", true],
  ["gitea", true, false, "alpha", true],
  ["linkedin", true, false, "beta", true],
  ["oauth", false, true, "alpha", true],
  ["openshift", false, true, "stable", true],
  ["atlassian-crowd", true, true, "beta", false],
  ["keystone", true, true, "alpha", false],
  ["authproxy", false, false, "alpha", false],
  ["static-users", true, false, "stable", false],
] as const;

test("every connector of Dex is there, as published", () => {
  const dex = connectors.filter(({ issuer }) => !issuer);
  expect(dex.map(({ id, refreshTokens, groups, stability, callback }) => [id, refreshTokens, groups, stability, callback])).toEqual(PUBLISHED);
});

const planWith = (id: string) => planFrom(referenceAnswers({ "authentication.connector": id }));

describe.each(PUBLISHED)("%s", (id, _refresh, _groups, _state, callback) => {
  const plan = planWith(id);
  const connector = connectors.find((record) => record.id === id);

  test("has its callback registered, or none", () => {
    const uris = plan.identity.redirectUris.filter(({ registeredAt }) => registeredAt === "identity-provider").map(({ uri }) => uri);
    expect(uris).toEqual(callback ? ["https://kubermatic.example.com/dex/callback"] : []);
  });

  test("has something to prepare, each a line of the checklist", () => {
    const prepared = plan.identity.preparations.map((row) => row.id);
    expect(prepared.length).toBeGreaterThan(0);
    const lines = new Set(plan.checklist.map((item) => item.id));
    for (const row of prepared) expect(lines).toContain(`todo.${row}`);
  });

  test("is reached by a flow where Dex asks it, and stands on the allow-list where nobody here runs it", () => {
    const flows = plan.firewall.flows.filter(({ refs }) => refs.includes("E5"));
    expect(flows).toHaveLength((connector?.endpoint?.calledBy.includes("platform") ? 1 : 0) + (connector?.login ? 1 : 0));
    const hosts = plan.firewall.external.filter((row) => row.id.startsWith("external.identity.")).map(({ host }) => host);
    expect(hosts.toSorted()).toEqual([...(connector?.endpoint?.hosts ?? []), ...(connector?.endpoint?.groupHosts ?? [])].toSorted());
  });

  test("asks for everything it needs and invents nothing", () => {
    const open = plan.openPoints.map(({ path }) => path);
    for (const [key] of Object.entries<QuestionDefinition<unknown>>(connector?.questions ?? {}).filter(([name, { productDefault }]) => productDefault === undefined && !["ldapTransport", "ldapHost", "oidcSlash"].includes(name))) expect(open).toContain(`authentication.${key}`);
  });
});

test("OpenShift sends browsers to its login host, where Dex fetches tokens, and Dex asks the API", () => {
  const plan = planFrom(referenceAnswers({ "authentication.connector": "openshift", "authentication.openshiftHost": "api.ocp.example.com", "authentication.openshiftLoginHost": "oauth-openshift.apps.ocp.example.com", "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128 }));
  const rows = plan.firewall.flows.filter(({ refs }) => refs.includes("E5") || refs.includes("L1")).map(({ source, destination, ports }) => `${source} ${destination} ${ports}`);
  expect(rows).toEqual(["nodes[seed] identity 6443", "nodes[seed] identity-login[openshift] 443", "users identity-login[openshift] 443"]);
  expect(plan.firewall.endpoints.find(({ id }) => id === "identity-login[openshift]")?.addresses).toEqual([{ kind: "known", value: "oauth-openshift.apps.ocp.example.com" }]);
});

test.each([
  ["keystone", "keystone", 5000, ["nodes[seed] 35357"]],
  ["gitea", "gitea", 443, ["nodes[seed] 35357", "users 35357"]],
  ["atlassian-crowd", "crowd", 443, ["nodes[seed] 35357"]],
  ["keycloak", "keycloak", 443, ["bastion[main] 35357", "nodes[seed] 35357", "users 35357"]],
])("%s may answer on another port; its usual one is assumed", (connector, key, usual, rows) => {
  const at = (port?: number) => planFrom(referenceAnswers({ "authentication.connector": connector, [`authentication.${key}Host`]: "id.example.com", "authentication.keycloakRealm": "kkp", ...(port === undefined ? {} : { [`authentication.${key}Port`]: port }) }));
  const dialled = (plan: ReturnType<typeof at>) => [...new Set(plan.firewall.flows.filter(({ destination }) => destination === "identity").map(({ source, ports }) => `${source} ${ports}`))].toSorted();
  expect(dialled(at(35357))).toEqual(rows);
  expect(dialled(at())).toEqual(rows.map((row) => row.replace("35357", String(usual))));
  expect(at().assumptions.map(({ path }) => path)).toContain(`authentication.${key}Port`);
  expect(at(35357).assumptions.map(({ path }) => path)).not.toContain(`authentication.${key}Port`);
});

test("an issuer in place of Dex carries its port in the URL", () => {
  const { settings } = planFrom(referenceAnswers({ "authentication.connector": "keycloak", "authentication.keycloakHost": "id.example.com", "authentication.keycloakRealm": "kkp", "authentication.keycloakPort": 8443 }));
  expect(settings.some(({ value }) => value.kind === "known" && value.value === "https://id.example.com:8443/realms/kkp")).toBe(true);
});

test("answers stand in what is prepared", () => {
  const plan = planFrom(referenceAnswers({ "authentication.connector": "github", "authentication.githubOrganisation": "example" }));
  expect(plan.identity.preparations[0]?.title).toBe("An OAuth app of the organisation example: its client id, and its secret in the secret store");
});

describe("Keycloak in place of Dex", () => {
  const changes = { "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "platform" };
  const plan = planFrom(referenceAnswers({ ...changes, "project.release": "2.31", "project.upgradeFrom": "none" }));

  test("every client is registered there, none at Dex, and there is no callback of Dex", () => {
    expect(new Set(plan.identity.redirectUris.map(({ registeredAt }) => registeredAt))).toEqual(new Set(["identity-provider"]));
    expect(plan.identity.redirectUris.map(({ uri }) => uri)).not.toContain("https://kubermatic.example.com/dex/callback");
    expect(plan.identity.preparations.map(({ id }) => id)).toEqual([
      "preparation.keycloak.scopes",
      ...["kubermaticIssuer", "prometheus", "grafana", "alertmanager", "mla-grafana", "mla-alertmanager"].map((client) => `preparation.client.${client}`),
    ]);
  });

  test("KKP 2.31 wants one confidential client with PKCE, 2.30 a public one beside it", () => {
    expect(plan.identity.preparations[1]?.title).toContain("PKCE S256");
    const old = planFrom(referenceAnswers(changes)).identity.preparations.find(({ id }) => id === "preparation.client.kubermatic");
    expect(old?.title).toContain("public, with the implicit flow");
  });

  test("fields name its realm", () => {
    const fields = Object.fromEntries(plan.settings.filter(({ topic }) => topic === "login").map(({ field, value }) => [field, value.kind === "known" ? value.value : value.kind]));
    expect(fields).toMatchObject({
      "spec.auth.tokenIssuer": "https://sso.example.com/realms/platform",
      "spec.auth.clientID": "kubermaticIssuer",
      "spec.auth.issuerClientID": "kubermaticIssuer",
    });
    expect(plan.settings.filter(({ field }) => field === "iap.oidc_issuer_url").map(({ value }) => value)).toEqual(Array(2).fill({ kind: "known", value: "https://sso.example.com/realms/platform" }));
    expect(plan.settings.some(({ field }) => field.startsWith("dex.config."))).toBe(false);
  });

  test("clusters and browsers reach it, and nothing goes to Dex", () => {
    const flows = plan.firewall.flows.filter(({ destination }) => destination === "identity").map(({ source, ports }) => `${source} ${ports}`);
    expect(flows).toEqual(["bastion[main] 443", "nodes[seed] 443", "users 443"]);
  });
});

test("a realm of Keycloak is one segment of the path, whatever it is called", () => {
  const plan = planFrom(referenceAnswers({ "authentication.connector": "keycloak", "authentication.keycloakHost": "sso.example.com", "authentication.keycloakRealm": "my realm/1" }));
  expect(plan.settings.find(({ field }) => field === "spec.auth.tokenIssuer")?.value).toEqual({ kind: "known", value: "https://sso.example.com/realms/my%20realm%2F1" });
});

describe("another issuer has its own path, or none", () => {
  const planAt = (path: string, slash?: boolean) =>
    planFrom(
      referenceAnswers({
        "authentication.connector": "external-issuer",
        "authentication.externalIssuerHost": "login.example.com",
        "authentication.externalIssuerPath": path,
        ...(slash === undefined ? {} : { "authentication.externalIssuerSlash": slash }),
      }),
    );
  const issuer = (...at: Parameters<typeof planAt>) => planAt(...at).settings.find(({ field }) => field === "spec.auth.tokenIssuer")?.value;

  test("its identifier stands as it was told, for whoever reads tokens compares it letter by letter", () => {
    expect(issuer("/oauth2/default")).toEqual({ kind: "known", value: "https://login.example.com/oauth2/default" });
    expect(issuer("/application/o/kkp/")).toEqual({ kind: "known", value: "https://login.example.com/application/o/kkp/" });
    expect(issuer("/", false)).toEqual({ kind: "known", value: "https://login.example.com" });
    expect(issuer("/", true)).toEqual({ kind: "known", value: "https://login.example.com/" });
  });

  test("without a path only the issuer tells whether a slash ends it, and what names it waits", () => {
    expect(issuer("/")).toEqual({ kind: "open", question: "authentication.externalIssuerSlash" });
    expect(planAt("/").openPoints.map(({ path }) => path)).toContain("authentication.externalIssuerSlash");
    expect(planAt("/oauth2/default").openPoints.map(({ path }) => path)).not.toContain("authentication.externalIssuerSlash");
  });

  test("the proxies of interfaces name the same issuer, and its discovery document lies below it with one slash", () => {
    const plan = planAt("/", true);
    expect(plan.settings.filter(({ field }) => field === "iap.oidc_issuer_url").map(({ value }) => value)).toEqual(Array(2).fill({ kind: "known", value: "https://login.example.com/" }));
    const commands = plan.runbook.flatMap((step) => step.commands);
    expect(commands).toContain("curl -fsS https://login.example.com/.well-known/openid-configuration");
  });
});

test("a Seed with an issuer of its own adds a flow, fields and a client, and takes nothing away", () => {
  const base = starterAnswers("vsphere-plus-azure-seed");
  const before = planFrom(base);
  const after = planFrom(changed(base, { "authentication.clusters.azure-seed.ownIssuer": "login.example.org" }));
  const flows = (plan: typeof before) => plan.firewall.flows.map(({ id }) => id);
  expect(flows(after).filter((id) => !flows(before).includes(id))).toEqual(["flow.own-issuer[azure-seed]", "flow.own-login[azure-seed]", "flow.own-issuer-dashboard[azure-seed]"]);
  expect(flows(before).filter((id) => !flows(after).includes(id))).toEqual([]);
  const known = new Set(before.settings.map(({ id }) => id));
  expect(after.settings.filter(({ id }) => !known.has(id)).map(({ object, field }) => `${object} ${field.split(".").at(-1)}`)).toEqual(["Seed azure-seed issuerURL", "Seed azure-seed issuerClientID", "Seed azure-seed issuerClientSecret"]);
});

test("KKP 2.31 keeps sessions apart behind an OpenID Connect provider, and 2.30 has no need to", () => {
  const fields = (changes: Record<string, string>) => planFrom(referenceAnswers({ "authentication.connector": "oidc", ...changes })).settings.map(({ field }) => field).filter((field) => field === "dex.config.connectors[].config.userIDKey");
  expect(fields({ "project.release": "2.31", "project.upgradeFrom": "none" })).toEqual(["dex.config.connectors[].config.userIDKey"]);
  expect(fields({})).toEqual([]);
});

describe("several sources in one Dex", () => {
  const two = { "authentication.connector": "ldap", "authentication.ldapHost": "ldap.example.com", "authentication.ldapTransport": "ldaps", "authentication.furtherSources": ["github", "static-users", "gitlab"], "authentication.gitlabHost": "gitlab.example.com" };
  const plan = planFrom(referenceAnswers({ ...two, "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128 }));

  test("each is prepared, asked by Dex, and has an end of its own", () => {
    const prepared = new Set(plan.identity.preparations.map(({ id }) => id.split(".")[1]));
    expect([...prepared]).toEqual(["ldap", "github", "static-users", "gitlab"]);
    expect(plan.firewall.endpoints.filter(({ kind }) => kind === "identity").map(({ id }) => id)).toEqual(["identity", "identity[github]", "identity[gitlab]"]);
    expect(plan.firewall.flows.filter(({ refs }) => refs.includes("E5")).map(({ id, destination }) => `${id} ${destination}`)).toEqual(["flow.E5[seed] identity", "flow.E5[seed.github] proxy[main]", "flow.E5[seed.gitlab] identity[gitlab]"]);
    expect(plan.firewall.flows.map(({ id }) => id)).toContain("flow.login[users.gitlab]");
  });

  test("they share one callback, and only what they need is asked", () => {
    const callbacks = plan.identity.redirectUris.filter(({ registeredAt }) => registeredAt === "identity-provider");
    expect(callbacks.map(({ uri, purpose }) => `${uri}: ${purpose}`)).toEqual(["https://kubermatic.example.com/dex/callback: Login through GitHub and GitLab"]);
    const open = plan.openPoints.map(({ path }) => path);
    expect(open).toContain("authentication.githubOrganisation");
    expect(open).not.toContain("authentication.samlHost");
  });

  test("a line waits for the host of its own source alone", () => {
    const waiting = planFrom(referenceAnswers({ ...two, "authentication.gitlabHost": undefined })).checklist;
    expect(waiting.find(({ id }) => id === "todo.preparation.ldap.bind-user")?.blockedBy).toEqual([]);
    expect(waiting.find(({ id }) => id === "todo.preparation.gitlab.client")?.blockedBy).toEqual(["authentication.gitlabHost"]);
  });

  test("findings name the source beside the first one by its own key", () => {
    const found = planFrom(referenceAnswers({ "authentication.furtherSources": ["saml", "ldap"], "project.release": "2.31", "project.upgradeFrom": "none" })).findings;
    expect(found.filter(({ check }) => check === "identity.no-refresh-tokens").map(({ id, answers }) => `${id} ${answers.join()}`)).toEqual(["identity.no-refresh-tokens#saml authentication.furtherSources"]);
  });

  test("users in Dex beside a directory are no trial, and an issuer in place of Dex stands alone", () => {
    const titles = (changes: Record<string, unknown>) => planFrom(referenceAnswers(changes as Record<string, string>)).findings.map(({ check }) => check);
    expect(titles({ "authentication.furtherSources": ["static-users"] })).not.toContain("identity.trial-users");
    const alone = planFrom(referenceAnswers({ "authentication.connector": "keycloak", "authentication.furtherSources": ["github"] }));
    expect(alone.identity.preparations.some(({ id }) => id.includes("github"))).toBe(false);
  });
});

test("the directory of Google is asked for groups alone: where nothing reads them, nobody calls it", () => {
  const asked = (changes: Record<string, string | boolean>) => {
    const { firewall } = planFrom(referenceAnswers({ "authentication.connector": "google", ...changes }));
    const listed = firewall.external.filter(({ id }) => id.startsWith("external.identity.")).map(({ host }) => host);
    const named = firewall.endpoints.find(({ id }) => id === "identity")?.addresses.flatMap((address) => (address.kind === "known" ? [address.value] : []));
    return [listed, named].map((hosts) => hosts?.includes("admin.googleapis.com"));
  };
  expect(asked({ "project.edition": "EE" })).toEqual([true, true]);
  expect(asked({ "project.edition": "CE", "authentication.clusterLogin": false })).toEqual([false, false]);
  expect(asked({ "project.edition": "CE", "authentication.clusterLogin": true })).toEqual([true, true]);
});

describe("hosts that a discovery document names", () => {
  const addresses = (changes: Record<string, string | readonly string[]>) =>
    planFrom(referenceAnswers({ "authentication.connector": "oidc", ...changes })).firewall.endpoints.find(({ id }) => id === "identity")?.addresses.map((address) => (address.kind === "known" ? address.value : address.kind));
  test.each([
    ["of a vendor follow from facts", { "authentication.oidcHost": "accounts.google.com" }, ["accounts.google.com", "oauth2.googleapis.com", "openidconnect.googleapis.com", "www.googleapis.com"]],
    ["of a tenant of Microsoft as well", { "authentication.oidcHost": "login.microsoftonline.com" }, ["login.microsoftonline.com", "graph.microsoft.com"]],
    ["of anybody else stay open until somebody reads it", { "authentication.oidcHost": "cognito-idp.eu-central-1.amazonaws.com" }, ["cognito-idp.eu-central-1.amazonaws.com", "open"]],
    ["are what the answer says", { "authentication.oidcHost": "login.example.com", "authentication.oidcHosts": ["tokens.example.com"] }, ["login.example.com", "tokens.example.com"]],
    ["none", { "authentication.oidcHost": "login.example.com", "authentication.oidcHosts": [] }, ["login.example.com"]],
  ])("%s", (_name, changes, expected) => expect(addresses(changes)).toEqual(expected));
});
