import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const BASE = "https://kubermatic.example.com";
const uris = (changes: Changes = {}) => referencePlan(changes).identity.redirectUris.map(({ client, uri }) => `${client} ${uri}`);

const COMMON = [
  `kubermaticIssuer ${BASE}/api/v1/kubeconfig`,
  `kubermaticIssuer ${BASE}/api/v2/kubeconfig/secret`,
  `kubermaticIssuer ${BASE}/api/v2/dashboard/login`,
  "kubermaticIssuer http://localhost:8000",
  "kubermaticIssuer http://localhost:18000",
];
const PROXIES = [
  "prometheus https://prometheus.kubermatic.example.com/oauth/callback",
  "grafana https://grafana.kubermatic.example.com/oauth/callback",
  "alertmanager https://alertmanager.kubermatic.example.com/oauth/callback",
  "mla-grafana https://grafana.seed.kubermatic.example.com/oauth/callback",
  "mla-alertmanager https://alertmanager.seed.kubermatic.example.com/oauth/callback",
];

describe("redirect URIs", () => {
  test("of KKP 2.30, without a callback for LDAP", () => {
    expect(uris()).toEqual([`kubermatic ${BASE}`, `kubermatic ${BASE}/projects`, ...COMMON, ...PROXIES]);
  });

  test("of KKP 2.31: the client kubermatic is gone", () => {
    expect(uris({ "project.release": "2.31", "project.upgradeFrom": "none" })).toEqual([`kubermaticIssuer ${BASE}/api/v2/auth/callback`, ...COMMON, ...PROXIES]);
  });

  test("a kubeconfig has the dashboard's own client from 2.31 on, and one apart before", () => {
    const why = (changes: Changes = {}) => referencePlan(changes).identity.redirectUris.find(({ id }) => id === "redirect.kubeconfig")?.why;
    expect(why()).toBe("OIDC kubeconfig: the API has people log in once more for it and come back to this address, through a client apart from the dashboard's in KKP 2.30.");
    expect(why({ "project.release": "2.31", "project.upgradeFrom": "none" })).toBe("OIDC kubeconfig: the API has people log in once more for it and come back to this address, through the client that the dashboard has in KKP 2.31.");
  });

  test("an identity provider with a redirect gets the callback of Dex", () => {
    const added = referencePlan({ "authentication.connector": "oidc" }).identity.redirectUris.filter(({ registeredAt }) => registeredAt === "identity-provider");
    expect(added.map(({ uri }) => uri)).toEqual([`${BASE}/dex/callback`]);
  });

  test("the Community Edition promises no groups in projects", () => {
    const why = (edition: string, clusterLogin = false) => referencePlan({ "project.edition": edition, "authentication.clusterLogin": clusterLogin }).identity.preparations.find(({ id }) => id === "preparation.ldap.group-search")?.why;
    expect(why("EE")).toBe("Group names can then be bound to projects.");
    // Without projects to bind and roles in user clusters nothing reads a group.
    expect(why("CE")).toBeUndefined();
    expect(why("CE", true)).toBe("Tokens carry group names by it; the Community Edition binds none of them to a project.");
  });

  test("kubelogin is optional, everything else is not", () => {
    const optional = referencePlan().identity.redirectUris.filter((row) => row.optional).map(({ uri }) => uri);
    expect(optional).toEqual(["http://localhost:8000", "http://localhost:18000"]);
  });

  test("every Seed adds its URIs to the same clients", () => {
    const grafana = planFrom(starterAnswers("vsphere-plus-azure-seed")).identity.redirectUris.filter(({ client }) => client === "mla-grafana");
    expect(grafana.map(({ uri }) => uri)).toEqual([
      "https://grafana.seed.kubermatic.example.com/oauth/callback",
      "https://grafana.azure-seed.kubermatic.example.com/oauth/callback",
    ]);
  });
});

test.each(["2.28", "2.29", "2.30", "2.31"])("an issuer of a Seed's own lists the redirect URIs of its user clusters' client, and the platform's keeps its own, in KKP %s", (release) => {
  const { identity, checklist } = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "project.release": release, "authentication.clusters.azure-seed.ownIssuer": "login.example.org" }));
  expect(identity.redirectUris.filter(({ issuerHost }) => issuerHost === "login.example.org").map(({ client, uri }) => `${client} ${uri}`)).toEqual(COMMON);
  const client = identity.preparations.find(({ id }) => id === "preparation.seed-client[azure-seed]");
  expect(client?.title).toContain("offline_access");
  expect(client?.verify).toContain(`${BASE}/api/v1/kubeconfig, ${BASE}/api/v2/kubeconfig/secret and ${BASE}/api/v2/dashboard/login`);
  expect(client?.verify).not.toContain("localhost");
  expect(identity.redirectUris.filter(({ uri, issuerHost }) => uri.endsWith("/api/v1/kubeconfig") && issuerHost === undefined)).toHaveLength(1);
  expect(checklist.map(({ title }) => title).join("\n")).not.toContain("2 redirect URIs registered at the identity provider");
});

test("LDAP is prepared with a bind user, its CA and two searches", () => {
  expect(referencePlan().identity.preparations.map(({ id }) => id)).toEqual([
    "preparation.ldap.bind-user",
    "preparation.ldap.ca",
    "preparation.ldap.user-search",
    "preparation.ldap.group-search",
  ]);
});

test("a public client at an issuer of one's own has no secret; a confidential one has", () => {
  const clients = (changes: Changes) => referencePlan({ "authentication.connector": "keycloak", ...changes }).identity.preparations.filter(({ id }) => id.startsWith("preparation.client.kubermatic")).map(({ id, title }) => [id, title.includes("secret store")]);
  expect(clients({})).toEqual([["preparation.client.kubermatic", false], ["preparation.client.kubermaticIssuer", true]]);
  expect(clients({ "project.release": "2.31" })).toEqual([["preparation.client.kubermaticIssuer", true]]);
});

test.each(["2.28", "2.29", "2.30", "2.31"])("the client of kubeconfigs and web terminal may ask for refresh tokens at an issuer of one's own, in KKP %s", (release) => {
  const clients = referencePlan({ "authentication.connector": "keycloak", "project.release": release }).identity.preparations.filter(({ id }) => id.startsWith("preparation.client."));
  expect(clients.filter(({ title }) => title.includes("offline_access")).map(({ id }) => id)).toEqual(["preparation.client.kubermaticIssuer"]);
  if (release === "2.31") return;
  expect(clients.find(({ id }) => id === "preparation.client.kubermaticIssuer")?.why).toBe("Keycloak refuses clients and addresses it does not know. The API refuses an answer without a refresh token, which it asks for by the scope offline_access.");
});

test("the redirect URIs of a client are counted so far while further ones wait", () => {
  const verify = (changes: Changes) => referencePlan({ "authentication.connector": "keycloak", ...changes }).identity.preparations.find(({ id }) => id === "preparation.client.kubermaticIssuer")?.verify ?? "";
  expect(verify({})).not.toContain("so far");
  expect(verify({ "monitoring.mla": undefined })).toContain("of the table so far");
});
