import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const LOCATION = "load-balancer.hetzner.cloud/location";

/** `object: field` → value, of rows that name the location. */
function located(changes: Changes = {}, name = "proof-of-concept") {
  const plan = planFrom(changed(starterAnswers(name), changes));
  return Object.fromEntries(plan.settings.filter(({ field }) => field.endsWith(LOCATION)).map(({ object, field, value }) => [`${object}: ${field.slice(0, -LOCATION.length - 2)}`, value.kind === "known" ? value.value : value.kind]));
}

const GATEWAY = "KubermaticConfiguration: spec.ingress.gateway.infrastructureAnnotations";
const PROXY = "Seed kubermatic: spec.nodeportProxy.envoy.loadBalancerService.annotations";
const WORKLOADS = "Each Service of type LoadBalancer in user clusters of hetzner-hel1: metadata.annotations";

describe("the location that Hetzner's load balancers ask for", () => {
  test("stands at the entry, at the nodeport-proxy and at workloads: the datacenter's name up to the hyphen", () => {
    expect(located()).toEqual({ [GATEWAY]: "hel1", [PROXY]: "hel1", [WORKLOADS]: "hel1" });
  });

  test.each<[string, Changes, string]>([
    ["NGINX takes it by its chart", { "project.release": "2.28" }, "values.yaml: nginx.controller.service.annotations"],
    ["the opt-in by the configuration", { "project.release": "2.29", "loadBalancer.entry": "gateway" }, GATEWAY],
  ])("%s", (_name, changes, key) => {
    expect(located(changes)).toEqual({ [key]: "hel1", [PROXY]: "hel1", [WORKLOADS]: "hel1" });
  });

  test.each([
    ["2.29", "Patches before 2.29.6 do not know the field: in them, envoyProxy.service.annotations of values.yaml takes its place."],
    ["2.30", "Patches before 2.30.1 do not know the field: in them, envoyProxy.service.annotations of values.yaml takes its place."],
  ])("tells which patches of %s lack the field", (release, said) => {
    const plan = planFrom(changed(starterAnswers("proof-of-concept"), { "project.release": release, "loadBalancer.entry": "gateway" }));
    expect(plan.settings.find(({ id }) => id === "setting.balancers.cloud-entry[kubermatic]")?.why).toContain(said);
  });

  test("a location alone is taken as it is, and one that nobody has named is open", () => {
    expect(located({ "infrastructure.places.hel1.hetznerDatacenter": "fsn1" })[GATEWAY]).toBe("fsn1");
    expect(located({ "infrastructure.places.hel1.hetznerDatacenter": undefined })).toEqual({ [GATEWAY]: "open", [PROXY]: "open", [WORKLOADS]: "open" });
  });

  test("a Gateway of one's own is not KKP's to annotate", () => {
    expect(Object.keys(located({ "loadBalancer.entry": "own", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayNamespace": "ingress" }))).toEqual([PROXY, WORKLOADS]);
  });

  test("with LoadBalancer it reaches the Service of each user cluster", () => {
    const plan = planFrom(changed(starterAnswers("proof-of-concept"), { "loadBalancer.exposeStrategy": "LoadBalancer" }));
    const row = plan.settings.find(({ id }) => id === "setting.balancers.cloud-proxy[kubermatic]");
    expect(row?.why).toBe("The cloud controller of Hetzner makes no load balancer for a Service that does not say where its load balancer stands; the nodeport-proxy of kubermatic would wait for its address for ever. KKP copies it to the Service of every user cluster with LoadBalancer.");
    expect(plan.cells.get(row?.from ?? "")?.answers).toContain("infrastructure.places.hel1.hetznerDatacenter");
  });

  test("other infrastructure asks for none, and neither does a kind that takes addresses from elsewhere", () => {
    expect(located({ "infrastructure.clusters.kubermatic.provider": "digitalocean", "infrastructure.datacenters.hetzner-hel1.provider": "digitalocean" })).toEqual({});
    expect(Object.keys(located({ "loadBalancer.clusters.kubermatic.kind": "none" }))).toEqual([WORKLOADS]);
  });
});
