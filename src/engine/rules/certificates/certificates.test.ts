import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { referencePlan } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { proofFor } from "./coverage.ts";

const DOMAIN = "kubermatic.example.com";
const HOSTS = [DOMAIN, `prometheus.${DOMAIN}`, `grafana.${DOMAIN}`, `alertmanager.${DOMAIN}`, `grafana.seed.${DOMAIN}`, `alertmanager.seed.${DOMAIN}`];
const secrets = (plan: ReturnType<typeof referencePlan>) =>
  plan.certificates.requests.flatMap((request) => request.secrets.map(({ namespace, name, covers }) => `${namespace}/${name} ${covers.join(" ")}`));

describe("the reference setup", () => {
  const { certificates } = referencePlan();

  test("asks for the six host names", () => {
    expect(certificates.requests.map(({ names, issuance }) => [issuance, names])).toEqual([["supplied", HOSTS]]);
  });

  test("asks for no certificate of user clusters, whose API servers have a CA of their own", () => {
    expect(certificates.leftOut[0]).toMatchObject({ id: "left-out.user-clusters[seed]", name: "<id>.seed.kubermatic.example.com", why: expect.stringContaining("a CA for each user cluster") as string });
    const addresses = referencePlan({ "loadBalancer.exposeStrategy": "LoadBalancer" }).certificates.leftOut;
    expect(addresses.map(({ id }) => id)).toEqual(["left-out.kibana"]);
  });

  test("leaves kibana out and says why", () => {
    expect(certificates.leftOut.slice(1)).toMatchObject([{ name: `kibana.${DOMAIN}`, why: expect.stringContaining("2.16") as string }]);
  });

  test("proves what a wildcard of the platform alone would leave uncovered", () => {
    expect(certificates.coverage.filter(({ byPlatformWildcard }) => !byPlatformWildcard).map(({ host }) => host)).toEqual([DOMAIN, HOSTS[4], HOSTS[5]]);
    expect(certificates.coverage.map(({ match }) => match)).toEqual(HOSTS);
  });

  test("puts it into a Secret for each name of KKP 2.30", () => {
    expect(secrets(referencePlan())).toEqual([
      `kubermatic/kubermatic-tls ${DOMAIN}`,
      `dex/dex-tls ${DOMAIN}`,
      `monitoring/prometheus-tls prometheus.${DOMAIN}`,
      `monitoring/grafana-tls grafana.${DOMAIN}`,
      `monitoring/alertmanager-tls alertmanager.${DOMAIN}`,
      `mla/grafana-tls grafana.seed.${DOMAIN}`,
      `mla/alertmanager-tls alertmanager.seed.${DOMAIN}`,
    ]);
  });
});

describe("variations", () => {
  const fresh = { "project.release": "2.31", "project.upgradeFrom": "none" };

  test("KKP 2.31 has one Secret that holds all six names", () => {
    expect(secrets(referencePlan(fresh))).toEqual([`kubermatic/kubermatic-tls ${HOSTS.join(" ")}`]);
  });

  test("wildcards need the base domain and a wildcard for each level", () => {
    const { certificates } = referencePlan({ "certificates.names": "wildcard" });
    expect(certificates.requests[0]?.names).toEqual([DOMAIN, `*.${DOMAIN}`, `*.seed.${DOMAIN}`]);
    expect(certificates.coverage.every(({ coveredBy }) => coveredBy === "certificate[seed]")).toBe(true);
  });

  test("HTTP-01 asks for names only, whatever was wished for before", () => {
    const { certificates } = referencePlan({ "certificates.issuance": "http01", "certificates.names": "wildcard" });
    expect(certificates.requests[0]?.names).toEqual(HOSTS);
  });

  test("cert-manager fills a Secret for each route of KKP 2.31", () => {
    expect(secrets(referencePlan({ ...fresh, "certificates.issuance": "dns01" }))).toEqual([
      `kubermatic/kubermatic-tls ${DOMAIN}`,
      ...["prometheus", "grafana", "alertmanager"].map((ui) => `kubermatic/monitoring-${ui}-iap ${ui}.${DOMAIN}`),
      ...["grafana", "alertmanager"].map((ui) => `kubermatic/mla-${ui}-iap ${ui}.seed.${DOMAIN}`),
    ]);
  });

  test("a Seed in Azure has a certificate of its own there", () => {
    const { certificates } = planFrom(starterAnswers("vsphere-plus-azure-seed"));
    expect(certificates.requests.map(({ cluster, names }) => [cluster, names])).toEqual([
      ["seed", HOSTS],
      ["azure-seed", [`grafana.azure-seed.${DOMAIN}`, `alertmanager.azure-seed.${DOMAIN}`]],
    ]);
  });

  test("the proof of concept has one name", () => {
    expect(planFrom(starterAnswers("proof-of-concept")).certificates.requests.map(({ names }) => names)).toEqual([["poc.example.com"]]);
  });
});

describe("an upgrade", () => {
  const to = (release: string, from: string, changes: Parameters<typeof referencePlan>[0] = {}) => referencePlan({ "project.release": release, "project.upgradeFrom": from, "loadBalancer.entryBefore": "nginx", ...changes });
  const requestOf = (plan: ReturnType<typeof referencePlan>) => plan.certificates.requests[0];
  const inUse = (plan: ReturnType<typeof referencePlan>) => requestOf(plan)?.secrets.filter((secret) => secret.inUse).map(({ namespace, name }) => `${namespace}/${name}`);

  test("that keeps the entry asks for nothing: what is there goes on", () => {
    const plan = to("2.30", "2.29");
    expect(requestOf(plan)).toMatchObject({ inUse: true, names: HOSTS, why: "NGINX Ingress of seed goes on with the 7 Secrets in place before KKP 2.30, until the certificate runs out." });
    expect(inUse(plan)).toHaveLength(7);
    expect(requestOf(to("2.30", "2.29", { "certificates.issuance": "dns01" }))?.why).toBe("NGINX Ingress of seed goes on with the 7 Secrets in place before KKP 2.30; cert-manager renews by itself what Let's Encrypt has signed.");
    const [item, ...more] = plan.checklist.filter(({ chapter }) => chapter === "certificates");
    expect(more).toEqual([]);
    expect(item).toMatchObject({ id: "todo.certificate[seed]", team: "pki", title: "Certificate in use of seed, valid beyond the upgrade" });
  });

  test("with another entry asks for the one Secret that must hold all names", () => {
    const plan = to("2.31", "2.30");
    expect(requestOf(plan)?.inUse).toBeUndefined();
    expect(inUse(plan)).toEqual([]);
    expect(requestOf(plan)?.why).toMatch(/gets no other certificate\. The certificate in use serves where it holds them all\.$/);
  });

  test("with another entry and cert-manager tells what is new", () => {
    const plan = to("2.31", "2.30", { "certificates.issuance": "dns01" });
    expect(inUse(plan)).toEqual(["kubermatic/kubermatic-tls"]);
    expect(requestOf(plan)?.why).toBe("Envoy Gateway of seed reads 5 Secrets that no entry read before; cert-manager asks Let's Encrypt for them and renews the other by itself.");
  });

  test("a new platform, and one of which nobody says whether it runs, asks for all", () => {
    for (const from of ["none", undefined]) expect(referencePlan({ "project.release": "2.31", "project.upgradeFrom": from }).certificates.requests.every((request) => request.inUse === undefined && request.secrets.every((secret) => secret.inUse === undefined))).toBe(true);
  });
});

test("a host that no name stands for is not called covered", () => {
  const host = { id: "host.x", name: `a.b.${DOMAIN}`, service: "X", cluster: "seed", from: "", why: "" };
  expect(proofFor(host, { id: "certificate[seed]", names: [`*.${DOMAIN}`, DOMAIN] }, DOMAIN)).not.toHaveProperty("coveredBy");
});
