import { describe, expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers, referencePlan, HELD_BEFORE } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { movingAddress } from "./moving-address.ts";

const UPGRADE = { "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE };

test("both addresses are named, and until when both are held", () => {
  expect(findingsOf(movingAddress, referenceAnswers(UPGRADE))).toEqual([
    expect.objectContaining({
      id: "entry.moving-address[seed]",
      severity: "warning",
      title: "The platform entry moves from 10.20.30.1 to 10.20.30.3",
      message:
        "NGINX Ingress keeps 10.20.30.1 through the upgrade to KKP 2.31, and Envoy Gateway takes 10.20.30.3 beside it. Both are held until NGINX Ingress is cleaned by --clean-nginx-lb; then the former address is free, and the entry stays where it is.",
      remedy: "Move the records to 10.20.30.3 before NGINX Ingress goes, and change whatever else names 10.20.30.1: firewall rows, forwardings, lists of proxies.",
      answers: ["project.upgradeFrom"],
    }),
  ]);
});

test("a Seed with an entry of its own moves too, and is cleaned by hand", () => {
  const found = findingsOf(movingAddress, changed(starterAnswers("vsphere-plus-azure-seed"), UPGRADE));
  expect(found.map(({ title }) => title)).toEqual(["The platform entry moves from 10.20.30.1 to 10.20.30.3", "The entry of azure-seed moves to another address"]);
  expect(found[1]?.message).toContain("an address from Azure beside it. Both are held until NGINX Ingress is removed by hand");
});

test.each([
  ["a new installation", { "project.release": "2.31", "project.upgradeFrom": "none" }],
  ["a release that keeps its entry", {}],
  ["Gateway API since before", { ...UPGRADE, "loadBalancer.entryBefore": "gateway" }],
])("%s moves nothing", (_name, changes) => expect(findingsOf(movingAddress, referenceAnswers(changes))).toEqual([]));

test("firewall rows to the former entry stay until it is cleaned", () => {
  const rows = referencePlan(UPGRADE).firewall.flows.filter(({ destination }) => destination === "former-entry[seed]");
  expect(rows.map(({ id, ports, lifetime }) => `${id} ${ports} ${lifetime}`)).toEqual(["flow.P1-former[seed] 443, 80 installation", "flow.E4-former[seed] 443 installation"]);
  expect(referencePlan({ ...UPGRADE, "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" }).firewall.flows.find(({ id }) => id === "flow.P1-former[seed]")?.ports).toBe("32443, 32080");
});

describe("an entry on ports of the nodes keeps its address", () => {
  const NODES = { ...UPGRADE, "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" };
  const USUAL = { ...NODES, "loadBalancer.clusters.seed.nodeFrontPorts": "usual" };
  const plans = { dialled: referencePlan(NODES), usual: referencePlan(USUAL) };
  const step = (plan: keyof typeof plans, id: string) => plans[plan].runbook.find((one) => one.id === `step.${id}`);

  test("and no record moves, so no trial waits for one", () => {
    for (const plan of ["dialled", "usual"] as const) {
      const issued = referencePlan({ ...(plan === "usual" ? USUAL : NODES), "certificates.issuance": "dns01", "dns.automation": "route53" }).runbook.find(({ id }) => id === "step.upgrade-try");
      expect(`${issued?.title} ${issued?.text} ${issued?.why}`).not.toMatch(/records (move|lead)/);
      expect(issued?.text).toContain(`The certificate is there before ${plan === "usual" ? "what stands in front leads to it" : "people come to it"}, because nothing of it needs that.`);
    }
  });

  test("and changes its ports, with the URLs where people dial them", () => {
    const [dialled, usual] = [findingsOf(movingAddress, referenceAnswers(NODES))[0], findingsOf(movingAddress, referenceAnswers(USUAL))[0]];
    expect(dialled?.title).toBe("The platform entry moves from 32443 and 32080 to 30443 and 30080 of the nodes");
    expect(dialled?.message).toContain("Every URL changes its port: that of the token issuer, redirect URIs and links.");
    expect(dialled?.message).not.toContain("Kubeconfigs");
    const login = { ...NODES, "authentication.clusterLogin": true };
    expect(findingsOf(movingAddress, referenceAnswers(login))[0]?.message).toContain("Kubeconfigs by OIDC from before fail");
    const outside = { ...login, "authentication.connector": "keycloak", "authentication.keycloakHost": "login.example.com", "authentication.keycloakRealm": "company" };
    expect(findingsOf(movingAddress, referenceAnswers(outside))[0]?.message).not.toMatch(/token issuer|Kubeconfigs/);
    expect(referencePlan(outside).runbook.find(({ id }) => id === "step.upgrade-names")?.text).not.toContain("token issuer that is gone");
    expect(referencePlan(outside).findings.find(({ check }) => check === "entry.node-port-entry")?.message).toContain("Redirect URIs of this plan carry 30443, and so does the token issuer where Dex is it");
    expect(usual?.message).toContain("What stands in front leads 443 and 80 to the former ports until somebody changes it.");
    expect(usual?.remedy).toContain("Lead 443 and 80 to 30443 and 30080");
  });

  test("records stay, and nothing moves to where it is", () => {
    for (const plan of Object.values(plans)) {
      expect(plan.dns.records.filter(({ when }) => when.includes("At the switch"))).toEqual([]);
      expect(JSON.stringify(plan)).not.toMatch(/hold an address each|10\.20\.0\.21 to 10\.20\.0\.21|\(10\.20\.0\.21\) now leads/);
    }
    expect(plans.dialled.dns.records.find(({ id }) => id === "record.dashboard[seed]")?.when).toBe("Any time: the address stays through the upgrade, and the ports in URLs change");
  });

  test("files, trial and switch say the ports", () => {
    expect(step("dialled", "upgrade-files")?.text).toContain("The token issuer and every redirect URI of the platform get port 30443 in place of 32443");
    expect(step("dialled", "upgrade-files")?.text).toContain("https://kubermatic.example.com:30443/api/v2/auth/callback");
    expect(step("dialled", "upgrade-names")?.title).toBe("Bring people to Envoy Gateway on port 30443");
    expect(step("usual", "upgrade-names")?.text).toContain("now leads 443 and 80 to 30443 and 30080 of the nodes, in place of 32443 and 32080");
    expect(step("usual", "upgrade-try")?.commands).toContain("curl -fsSI --connect-to kubermatic.example.com:443:127.0.0.1:8443 https://kubermatic.example.com | head -n 1");
  });

  test("the front is prepared, and its row is not opened twice", () => {
    expect(plans.usual.checklist.find(({ id }) => id === "todo.front-ports[seed]")?.title).toBe("Front of seed ready to lead 443 and 80 to 30443 and 30080 of the nodes");
    expect(plans.dialled.checklist.some(({ id }) => id === "todo.front-ports[seed]")).toBe(false);
    expect(plans.usual.firewall.flows.some(({ id }) => id === "flow.P1-former[seed]")).toBe(false);
  });
});
