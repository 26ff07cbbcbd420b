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

test("a host that no name stands for is not called covered", () => {
  const host = { id: "host.x", name: `a.b.${DOMAIN}`, service: "X", cluster: "seed", from: "", why: "" };
  expect(proofFor(host, { id: "certificate[seed]", names: [`*.${DOMAIN}`, DOMAIN] }, DOMAIN)).not.toHaveProperty("coveredBy");
});
