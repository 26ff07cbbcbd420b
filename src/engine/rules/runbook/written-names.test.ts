import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, HELD_BEFORE } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const WRITTEN: Changes = { "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "private", "dns.zoneName": "example.com" };
type Plan = ReturnType<typeof referencePlan>;

const step = (plan: Plan, id: string) => plan.runbook.find((one) => one.id === `step.${id}`);
const asked = (plan: Plan, id: string) => (step(plan, id)?.commands ?? []).filter((line) => line.startsWith("dig ")).map((line) => line.split(" ").at(-1));
const place = (plan: Plan, id: string) => plan.runbook.findIndex((one) => one.id === `step.${id}`);

test("a name that external-dns writes is looked for after its route or Service is there", () => {
  const plan = referencePlan(WRITTEN);
  expect(asked(plan, "platform-names")).toEqual(["kubermatic.example.com"]);
  expect(asked(plan, "seed-names[seed]")).toEqual(["test.seed.kubermatic.example.com"]);
  expect(asked(plan, "interface-names[seed]")).toHaveLength(5);
  expect(place(plan, "interface-names[seed]")).toBeGreaterThan(place(plan, "user-cluster-mla[seed]"));
  expect(place(plan, "interface-names[seed]")).toBeGreaterThan(place(plan, "mla[seed]"));
  expect(plan.runbook.flatMap(({ text }) => (text.includes("enter by hand what it does not find") ? [text] : []))).toEqual([]);
  expect(place(referencePlan(), "interface-names[seed]")).toBe(-1);
});

test("an upgrade asks for interfaces once their stacks are upgraded, where external-dns moves their names", () => {
  const UPGRADE: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE };
  const plan = referencePlan({ ...WRITTEN, ...UPGRADE });
  expect(asked(plan, "upgrade-names")).toEqual(["kubermatic.example.com"]);
  expect(step(plan, "upgrade-names")?.text).toMatch(/^kubermatic\.example\.com, which led to NGINX Ingress \(10\.20\.30\.1\), now leads to /);
  expect(asked(plan, "interface-names[seed]")).toHaveLength(5);
  expect(place(plan, "interface-names[seed]")).toBeGreaterThan(place(plan, "user-cluster-mla[seed]"));
  expect(asked(referencePlan(UPGRADE), "upgrade-names")).toHaveLength(6);
});

test("a wildcard of the platform is entered by hand: no route and no annotation names it", () => {
  const plan = referencePlan({ ...WRITTEN, "dns.platformNames": "wildcard" });
  expect(step(plan, "platform-names")?.title).toBe("Look for and enter the records of the platform");
  expect(step(plan, "platform-names")?.text).toContain("Enter by hand what neither a route nor an annotation tells external-dns: *.kubermatic.example.com.");
  const left = plan.checklist.find(({ id }) => id === "todo.records");
  expect(left?.verify).not.toContain(" test.kubermatic.example.com");
  expect(plan.checklist.find(({ id }) => id === "todo.records-by-hand")?.verify).toContain("*.kubermatic.example.com");
});

test("where the annotation would reach user clusters it is not set, and the wildcard is entered by hand", () => {
  const mixed = { "loadBalancer.departures": ["datacenters"], "loadBalancer.datacenters.fra-vsphere.exposeStrategy": "NodePort", "loadBalancer.datacenters.azure-weu.exposeStrategy": "LoadBalancer" };
  const plan = planFrom(changed(starterAnswers("vsphere-plus-azure"), { ...WRITTEN, ...mixed }));
  expect(plan.settings.filter(({ id }) => id.startsWith("setting.dns.wildcard"))).toEqual([]);
  expect(step(plan, "seed-names[seed]")?.title).toMatch(/^Enter /);
  expect(referencePlan(WRITTEN).settings.filter(({ id }) => id.startsWith("setting.dns.wildcard"))).toHaveLength(1);
});

test("what the internet must see is for people, in the outer view", () => {
  const plan = referencePlan({ ...WRITTEN, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.10" });
  expect(step(plan, "platform-names")?.text).toContain("The DNS team enters by hand into the outer view what the record table has for the internet: kubermatic.example.com, ");
  const counts = ["records", "records-by-hand"].map((id) => Number(/^\d+/.exec(plan.checklist.find((item) => item.id === `todo.${id}`)?.title ?? "")?.[0]));
  expect(counts).toEqual([7, 6]);
});

test("external-dns of a Seed apart starts when its charts have brought what it watches, and watches no routes where nothing is shown", () => {
  const driven = { "dns.automation": "route53", "dns.externalDns": true, "dns.zoneName": "example.com", "certificates.issuance": "ca" };
  const plan = planFrom(changed(starterAnswers("large-data-centre"), driven));
  const order = plan.runbook.map(({ id }) => id);
  expect(order.indexOf("step.external-dns[seed]")).toBeGreaterThan(order.indexOf("step.seed-charts[seed]"));
  expect(order.indexOf("step.external-dns[seed]")).toBeLessThan(order.indexOf("step.seed-names[seed]"));
  expect(order.indexOf("step.external-dns[master]")).toBeLessThan(order.indexOf("step.platform-names"));
  const watched = (one: typeof plan, cluster: string) => one.settings.find(({ id }) => id === `setting.dns.sources[${cluster}]`)?.value;
  expect(watched(plan, "seed")).toEqual({ kind: "known", value: "gateway-httproute, service" });
  const bare = planFrom(changed(starterAnswers("large-data-centre"), { ...driven, "monitoring.userClusterMla": false }));
  expect(watched(bare, "seed")).toEqual({ kind: "known", value: "service" });
  expect(watched(bare, "master")).toEqual({ kind: "known", value: "gateway-httproute, service" });
});

test("a public entry of a split zone has its names in both views, and the outer one is for people", () => {
  const split = changed(starterAnswers("azure-keycloak"), { "dns.zone": "split", "dns.outside": true });
  const plan = planFrom(split);
  expect(step(plan, "platform-names")?.title).toBe("Look for and enter the records of the platform");
  expect(step(plan, "platform-names")?.text).toContain("the DNS team enters the same by hand into the outer one: kkp.cloud.example.com. A resolver on the internet shows it.");
  expect(step(plan, "interface-names[seed]")?.text).toContain("into the outer one: prometheus.kkp.cloud.example.com, ");
  expect(step(plan, "acceptance")?.text).toContain("From the internet, kkp.cloud.example.com, prometheus.");
  const challenged = (outside: boolean) => step(referencePlan({ ...WRITTEN, "dns.zone": "split", "dns.outside": outside, "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9" }), "acceptance")?.text;
  expect(challenged(true)).toContain("From the internet, kubermatic.example.com");
  expect(challenged(false)).not.toContain("From the internet");
  const inside = planFrom(changed(split, { "dns.outside": false }));
  expect(inside.runbook.filter(({ text }) => text.includes("outer"))).toEqual([]);
});

test("an upgrade moves interfaces that somebody entered by hand, wildcards, and the outer view", () => {
  const UPGRADE: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE };
  const plan = referencePlan({ ...WRITTEN, ...UPGRADE, "dns.platformNames": "wildcard" });
  expect(step(plan, "upgrade-names")?.text).toMatch(/^kubermatic\.example\.com and \*\.kubermatic\.example\.com, which led to NGINX Ingress \(10\.20\.30\.1\), now lead to /);
  expect(asked(plan, "upgrade-names")).toEqual(["kubermatic.example.com", "test.kubermatic.example.com"]);
  expect(step(plan, "interface-names[seed]")?.text).toContain("whoever runs the zone moves those that were entered by hand");
  expect(step(plan, "interface-names[seed]")?.text).not.toContain("never keep up");
  expect(step(plan, "external-dns[seed]")?.text).toContain("Annotations with host names that somebody set on the Service of NGINX Ingress are set on that of Envoy Gateway first.");
  const split = planFrom(changed(starterAnswers("azure-keycloak"), { "dns.zone": "split", "dns.outside": true, "project.upgradeFrom": "2.30" }));
  expect(step(split, "upgrade-names")?.text).toContain(", and in the outer view, which it does not fill, kkp.cloud.example.com. ");
  expect(step(split, "interface-names[seed]")?.text).toContain(", and in the outer view, which it does not fill, prometheus.kkp.cloud.example.com, ");
});

test("without a nodeport-proxy no annotation carries the wildcard", () => {
  const plan = referencePlan({ ...WRITTEN, "loadBalancer.departures": ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled" });
  expect(plan.dns.records.find(({ name }) => name.startsWith("*."))?.by).toBeUndefined();
  expect(plan.settings.filter(({ id }) => id.startsWith("setting.dns.wildcard"))).toEqual([]);
});

test("a step says of the addresses that Services got, and of no others, that they are new", () => {
  const text = step(planFrom(installationAnswers("play-in-two-places")), "platform-names")?.text ?? "";
  expect(text).toMatch(/^\d records? of the DNS chapter for machines inside\. The addresses have just been handed out\. The DNS team enters the same into the outer view: play\.example/);
  expect(text).toContain("what the record table has for the internet: grafana.vie.play.example, ");
});
