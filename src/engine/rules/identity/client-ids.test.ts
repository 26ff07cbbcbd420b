import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const OWN = { "authentication.connector": "external-issuer", "authentication.externalIssuerHost": "login.example.com", "authentication.externalIssuerPath": "/oauth2/default", "monitoring.mla": true, "monitoring.platformUis": ["grafana"] };
const WRITES = /clientID|ssuerClientID|iap\.deployments\.\w+$/;
const idsIn = (changes: Changes) =>
  referencePlan({ ...OWN, ...changes })
    .settings.filter(({ field }) => WRITES.test(field))
    .map(({ field, value }) => [field, value.kind === "known" ? (/client_id (<[^>]*>|[^,]*)/.exec(value.value)?.[1] ?? value.value) : value]);

describe("ids of clients at an issuer of one's own", () => {
  test("are the plan's names where whoever registers a client chooses its id", () => {
    const ids = idsIn({ "project.release": "2.28", "authentication.externalIssuerIds": "chosen" });
    expect(ids.slice(0, 2)).toEqual([["spec.auth.clientID", "kubermatic"], ["spec.auth.issuerClientID", "kubermaticIssuer"]]);
    expect(ids.length).toBeGreaterThan(2);
    expect(ids.map(([, id]) => id).join(" ")).not.toContain("fill-in");
  });

  test("come from the identity team where the issuer makes them, in each file that carries one", () => {
    const ids = idsIn({ "project.release": "2.28", "authentication.externalIssuerIds": "assigned" });
    expect(ids.slice(0, 2)).toEqual([
      ["spec.auth.clientID", "<fill-in: id of the client kubermatic, from the identity team>"],
      ["spec.auth.issuerClientID", "<fill-in: id of the client kubermaticIssuer, from the identity team>"],
    ]);
    expect(ids.every(([, id]) => /^<fill-in: id of the client \S+, from the identity team>$/.test(String(id)))).toBe(true);
    const { preparations } = referencePlan({ ...OWN, "project.release": "2.28", "authentication.externalIssuerIds": "assigned" }).identity;
    const clients = preparations.filter(({ id }) => id.startsWith("preparation.client."));
    expect(clients.map(({ title }) => title.includes("the id that the issuer makes for it"))).toEqual(clients.map(() => true));
  });

  test("wait while nobody says who chooses them", () => {
    const ids = idsIn({ "project.release": "2.31" });
    expect(ids.map(([, id]) => id)).toEqual(ids.map(() => ({ kind: "open", question: "authentication.externalIssuerIds" })));
    expect(referencePlan(OWN).openPoints.map(({ path }) => path)).toContain("authentication.externalIssuerIds");
  });

  test("are the plan's names at Keycloak and in Dex", () => {
    const keycloak = idsIn({ "project.release": "2.31", "authentication.connector": "keycloak" });
    expect(keycloak.slice(0, 2)).toEqual([["spec.auth.clientID", "kubermaticIssuer"], ["spec.auth.issuerClientID", "kubermaticIssuer"]]);
    expect(idsIn({ "authentication.connector": "ldap" }).map(([, id]) => id).join(" ")).not.toContain("fill-in");
  });

  test("a platform that runs has them", () => {
    expect(idsIn({ "project.release": "2.31", "project.upgradeFrom": "2.30", "authentication.externalIssuerIds": "assigned" })[0]).toEqual(["spec.auth.clientID", "<fill-in: id of the client kubermaticIssuer, from the files of the installed platform>"]);
  });
});

describe("the id of a Seed's client at an issuer of its own", () => {
  const SEED = { "authentication.clusters.azure-seed.ownIssuer": "login.example.org" };
  const plan = (changes: Changes) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...SEED, ...changes }));
  const id = (changes: Changes) => plan(changes).settings.find(({ field }) => field === "spec.oidcProviderConfiguration.issuerClientID")?.value;

  test("is a name, or comes from the issuer, or waits", () => {
    expect(id({ "authentication.clusters.azure-seed.ownIssuerIds": "chosen" })).toEqual({ kind: "known", value: "kubermaticIssuer" });
    expect(id({ "authentication.clusters.azure-seed.ownIssuerIds": "assigned" })).toEqual({ kind: "known", value: "<fill-in: id of the client for the user clusters of azure-seed, from the identity team>" });
    expect(id({})).toEqual({ kind: "open", question: "authentication.clusters.azure-seed.ownIssuerIds" });
  });

  test("is asked for with its issuer alone", () => {
    const without = planFrom(starterAnswers("vsphere-plus-azure-seed"));
    expect(without.openPoints.map(({ path }) => path)).not.toContain("authentication.clusters.azure-seed.ownIssuerIds");
    expect(plan({ "authentication.clusters.azure-seed.ownIssuerIds": "assigned" }).identity.preparations.find(({ id: row }) => row === "preparation.seed-client[azure-seed]")?.title).toContain("the id that the issuer makes for it");
  });
});
