import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

/** Annotations in front of load balancers, each with its object and value. */
function annotations(name: string, changes: Changes = {}) {
  const plan = planFrom(changed(starterAnswers(name), changes));
  return Object.fromEntries(plan.settings.filter(({ id }) => /^setting\.balancers\.(reach|default|probe)-?/.test(id)).map(({ id, object, field, value }) => [id.slice("setting.balancers.".length), `${object}: ${field.split(": ").at(-1) ?? ""}: ${value.kind === "known" ? value.value : value.kind}`]));
}

const GATEWAY = "KubermaticConfiguration: ";
const NLB = {
  "default-0[kubermatic]": "Seed kubermatic: service.beta.kubernetes.io/aws-load-balancer-type: nlb",
  "default-1[kubermatic]": 'Seed kubermatic: service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout: "3600"',
};

describe("reach of load balancers of a cloud", () => {
  test("public ones ask for nothing where KubeOne brings the only controller; what KKP writes by default stays beside other annotations", () => {
    expect(annotations("aws-single-region")).toEqual(NLB);
  });

  test("a managed cluster may run a controller that makes private ones unasked", () => {
    expect(annotations("aws-single-region", { "infrastructure.clusters.kubermatic.provisioning": "managed" })).toEqual({
      ...NLB,
      "reach-entry[kubermatic]": `${GATEWAY}service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing`,
      "reach-proxy[kubermatic]": "Seed kubermatic: service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing",
    });
  });

  test.each([
    ["aws-single-region", "kubermatic", 'service.beta.kubernetes.io/aws-load-balancer-internal: "true"'],
    ["azure-keycloak", "weu", 'service.beta.kubernetes.io/azure-load-balancer-internal: "true"'],
    ["edge-from-google-cloud", "seed", "networking.gke.io/load-balancer-type: Internal"],
  ])("private ones of %s are asked for at entry and nodeport-proxy", (name, seed, annotation) => {
    const [cluster = ""] = starterAnswers(name).subjects.cluster;
    const found = annotations(name, { [`loadBalancer.clusters.${cluster}.cloudReach`]: "internal" });
    expect(found[`reach-entry[${cluster}]`]).toBe(GATEWAY + annotation);
    expect(found[`reach-proxy[${cluster}]`]).toBe(`Seed ${seed}: ${annotation}`);
  });

  test("load balancers of ACK are public, and private ones are asked for by its own annotation", () => {
    const ack: Changes = {
      "infrastructure.clusters.kubermatic.provider": "alibaba",
      "infrastructure.clusters.kubermatic.provisioning": "managed",
      "loadBalancer.clusters.kubermatic.kind": "cloud",
      "certificates.issuance": "http01",
      "dns.zone": "public",
    };
    const plan = planFrom(changed(starterAnswers("aws-single-region"), ack));
    expect(plan.findings.map(({ id }) => id).filter((id) => /views-apart|private-in-public/.test(id))).toEqual([]);
    expect(plan.openPoints.map(({ path }) => path)).not.toContain("certificates.publicAddress");
    expect(annotations("aws-single-region", ack)).toEqual({});
    const inside = annotations("aws-single-region", { ...ack, "loadBalancer.clusters.kubermatic.cloudReach": "internal" });
    expect(inside["reach-entry[kubermatic]"]).toBe(`${GATEWAY}service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type: intranet`);
    expect(inside["reach-proxy[kubermatic]"]).toBe("Seed kubermatic: service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type: intranet");
  });

  test("private ones of Google Cloud answer callers of other regions too", () => {
    const internal = { "loadBalancer.clusters.seed.cloudReach": "internal" };
    expect(annotations("edge-from-google-cloud", internal)["reach-afar-entry[seed]"]).toBe(`${GATEWAY}networking.gke.io/internal-load-balancer-allow-global-access: "true"`);
    expect(Object.keys(annotations("edge-from-google-cloud")).filter((id) => id.includes("afar"))).toEqual([]);
  });

  test("people need a route to private ones, which public ones do not", () => {
    const route = (changes: Changes) => planFrom(changed(starterAnswers("aws-single-region"), changes)).checklist.find(({ id }) => id === "todo.private-balancers[kubermatic]");
    const internal = { "loadBalancer.clusters.kubermatic.cloudReach": "internal" };
    expect(route({})).toBeUndefined();
    expect(route(internal)?.title).toBe("Route from each network that people use the platform from to private load balancers of kubermatic at AWS Frankfurt, and back");
    expect(route({ ...internal, "access.userNetworks": ["10.8.0.0/16"] })?.title).toBe("Route from 10.8.0.0/16 to private load balancers of kubermatic at AWS Frankfurt, and back");
    expect(route({ ...internal, "loadBalancer.clusters.kubermatic.kind": "none" })).toBeUndefined();
  });

  test("a private entry needs a public address of somebody else for Let's Encrypt by HTTP-01", () => {
    const open = (changes: Changes) => planFrom(changed(starterAnswers("aws-single-region"), changes)).openPoints.some(({ path }) => path === "certificates.publicAddress");
    expect(open({})).toBe(false);
    expect(open({ "loadBalancer.clusters.kubermatic.cloudReach": "internal" })).toBe(true);
  });

  test("other kinds of load balancer and other clouds ask for none", () => {
    expect(annotations("aws-single-region", { "loadBalancer.clusters.kubermatic.kind": "none" })).toEqual({});
    expect(annotations("proof-of-concept")).toEqual({});
  });
});

describe("private load balancers that their own nodes call", () => {
  const OWN = "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes";
  const internal = { "loadBalancer.clusters.kubermatic.cloudReach": "internal" };
  const rows = (changes: Changes, name = "aws-single-region") => planFrom(changed(starterAnswers(name), changes)).settings.filter(({ field }) => field.endsWith(OWN));
  const at = (changes: Changes) => rows(changes).map(({ id }) => id.slice("setting.balancers.own-calls-".length));

  test("hide the address of the caller on AWS: the dashboard's API calls its own nodeport-proxy", () => {
    const [row, ...others] = rows(internal);
    expect(others).toEqual([]);
    expect([row?.object, row?.value]).toEqual(["Seed kubermatic", { kind: "known", value: "preserve_client_ip.enabled=false" }]);
    expect(row?.why).toBe("Nodes of kubermatic call it themselves: the dashboard's API reads user clusters. Without it a private Network Load Balancer keeps the address of the caller, and a call that it leads back to the node it came from times out. Cloud controllers before 1.32.6, 1.33.3 and 1.34.0 pass over it; KubeOne brings a newer one to Kubernetes 1.34 and up.");
  });

  test.each<[string, Changes, readonly string[]]>([
    ["public ones need none: calls come back from outside", {}, []],
    ["a controller of EKS gives the entry such a load balancer too", { ...internal, "infrastructure.clusters.kubermatic.provisioning": "managed" }, ["entry[kubermatic]", "proxy[kubermatic]"]],
    ["with LoadBalancer it reaches those of user clusters", { ...internal, "loadBalancer.exposeStrategy": "LoadBalancer" }, ["proxy[kubermatic]"]],
    ["with Tunneling it is the tunnel that is called", { ...internal, "loadBalancer.exposeStrategy": "Tunneling" }, ["proxy[kubermatic]"]],
    ["a master without user clusters calls none", { ...internal, "infrastructure.clusters.kubermatic.role": "master" }, []],
    ["other kinds of load balancer need none", { "loadBalancer.clusters.kubermatic.kind": "none" }, []],
  ])("%s", (_name, changes, wanted) => {
    expect(at(changes)).toEqual(wanted);
  });

  test("Azure and Google Cloud answer by addresses, which nodes carry themselves", () => {
    for (const name of ["azure-keycloak", "edge-from-google-cloud"]) {
      const [cluster = ""] = starterAnswers(name).subjects.cluster;
      expect(rows({ [`loadBalancer.clusters.${cluster}.cloudReach`]: "internal" }, name)).toEqual([]);
    }
  });
});

describe("probes of clouds", () => {
  const PROBE = "probe[seed]";
  test("lead to the page where NGINX answers them", () => {
    const found = annotations("azure-keycloak", { "project.release": "2.29" });
    expect(found[PROBE]).toBe("values.yaml: service.beta.kubernetes.io/azure-load-balancer-health-probe-request-path: /healthz");
  });

  test("are left alone with Envoy Gateway, whose ports name no protocol, and on other clouds", () => {
    expect(annotations("azure-keycloak")[PROBE]).toBeUndefined();
    expect(annotations("azure-keycloak", { "project.release": "2.29", "loadBalancer.entry": "gateway" })[PROBE]).toBeUndefined();
    expect(annotations("aws-single-region", { "project.release": "2.29" })["probe[kubermatic]"]).toBeUndefined();
  });

  test("of Octavia come for the entry that takes traffic at the nodes of its pods only", () => {
    const monitor = 'loadbalancer.openstack.org/enable-health-monitor: "true"';
    expect(annotations("openstack-two-tenants")).toEqual({ [PROBE]: GATEWAY + monitor });
    expect(annotations("openstack-two-tenants", { "project.release": "2.29" })).toEqual({});
  });
});
