import { describe, expect, it } from "vitest";
import { sourceFor } from "../facts/source-for.ts";
import { known } from "../kernel/outcome.ts";
import { referencePlan } from "../testing/reference.ts";
import { usedFacts, usedSources } from "./used-sources.ts";

const plan = referencePlan();

describe("what a plan rests on", () => {
  it("leaves out checks that found nothing", () => {
    const silent = [...plan.cells.values()].filter(({ rule, state }) => rule.startsWith("check.") && state === "known");
    const without = { ...plan, cells: new Map([...plan.cells].filter(([id, { rule }]) => !rule.startsWith("check.") || plan.findings.some(({ from }) => from === id))) };
    expect(silent.length).toBeGreaterThan(plan.findings.length);
    expect(usedSources(plan)).toEqual(usedSources(without));
    expect(usedFacts(plan)).toEqual(usedFacts(without));
  });

  it("leaves out pages that were read for other releases only", () => {
    const { release } = plan.project;
    expect(usedSources(plan).filter(({ releases }) => release.kind === "known" && !releases.includes(release.value))).toEqual([]);
    expect(usedSources(plan).length).toBeGreaterThan(20);
  });

  it("leads to the documentation of its release, and to the later page where the earlier one does not say it yet", () => {
    const pageOf = (release: string | undefined, id: string) => usedSources(referencePlan({ "project.release": release, "loadBalancer.exposeStrategy": undefined })).find((source) => source.id === id)?.url;
    const at = (version: string) => `https://docs.kubermatic.com/kubermatic/v${version}/tutorials-howtos/networking/expose-strategies/`;
    expect(["2.28", "2.29", "2.30", "2.31"].map((release) => pageOf(release, "kkp.expose-strategies"))).toEqual([at("2.28"), at("2.29"), at("2.30"), at("2.31")]);
    expect(sourceFor("kkp.expose-strategies", { kind: "open", question: "project.release" })?.url).toBe(at("2.31"));
    expect(sourceFor("kkp.openstack-options", known("2.28"))?.url).toBe("https://docs.kubermatic.com/kubermatic/v2.31/tutorials-howtos/openstack-configuration-options/");
    expect(sourceFor("kkp.upgrade-2.28", known("2.30"))?.url).toContain("/v2.28/");
  });

  it("leads to code at the newest patch of its release, of the one that it replaces where only that has it, and to changelogs as they go on", () => {
    const file = (release: "2.28" | "2.29" | "2.30" | "2.31", id: string, former?: "2.29" | "2.30") => sourceFor(id, known(release), former)?.url.replace("https://github.com/kubermatic/", "");
    const address = "pkg/resources/address/address.go";
    expect(file("2.28", "kkp.code.address")).toBe(`kubermatic/blob/v2.28.13/${address}`);
    expect(file("2.29", "kkp.code.address")).toBe(`kubermatic/blob/v2.29.10/${address}`);
    expect(file("2.30", "kkp.code.address")).toBe(`kubermatic/blob/v2.30.6/${address}`);
    expect(file("2.31", "kkp.code.address")).toBe(`kubermatic/blob/v2.31.0/${address}`);
    expect(file("2.28", "kkp.code.canal")).toBe("kubermatic/tree/v2.28.13/addons/canal");
    expect(file("2.29", "kkp.code.dashboard-login")).toBe("dashboard/blob/v2.29.10/modules/api/pkg/handler/v2/kubernetes-dashboard/login.go");
    expect(file("2.28", "kkp.code.nginx-values")).toBe("kubermatic/blob/v2.28.13/charts/nginx-ingress-controller/values.yaml");
    expect(file("2.31", "kkp.code.nginx-values", "2.30")).toBe("kubermatic/blob/v2.30.6/charts/nginx-ingress-controller/values.yaml");
    expect(file("2.30", "kkp.code.nginx-values", "2.29")).toBe("kubermatic/blob/v2.30.6/charts/nginx-ingress-controller/values.yaml");
    expect(file("2.30", "kkp.code.envoy-values")).toBe("kubermatic/blob/v2.30.6/charts/envoy-gateway-controller/values.yaml");
    expect(file("2.30", "kkp.changelog-2.29")).toBe("kubermatic/blob/main/docs/changelogs/CHANGELOG-2.29.md");
    expect(sourceFor("kkp.code.address", { kind: "open", question: "project.release" })?.url).toContain("/v2.31.0/");
  });

  it("names what rests on a fact, each thing once", () => {
    for (const { restingOnIt } of usedFacts(plan)) expect(restingOnIt).toEqual([...new Set(restingOnIt)]);
    expect(usedFacts(plan).find(({ id }) => id === "providers.vendor-port-vsphere")?.statement).toContain("the port of vCenter;");
  });
});
