import { expect, test } from "vitest";
import { starterAnswers } from "../../../../../tests/support/starter-plans.ts";
import { withSubject } from "../../../answers/answers.ts";
import { planFrom } from "../../../plan/plan-from.ts";
import type { Plan } from "../../../plan/plan.ts";
import { changed, referenceAnswers, referencePlan, type Changes } from "../../../testing/reference.ts";

const rowsFrom = ({ firewall }: Plan, source: string) => firewall.flows.filter((row) => row.source === source);
const EXPOSED = "loadBalancer.datacenters.fra-vsphere.exposeStrategy";

test("two strategies of one Seed have a row each, told apart by its id", () => {
  const second = "infrastructure.datacenters.second";
  const mixed = changed(withSubject(referenceAnswers(), "datacenter", "second"), {
    [`${second}.name`]: "second", [`${second}.seed`]: "seed", [`${second}.smallClusters`]: 3,
    "loadBalancer.departures": ["datacenters"], [EXPOSED]: "NodePort", "loadBalancer.datacenters.second.exposeStrategy": "LoadBalancer",
  });
  const ids = (plan: Plan) => rowsFrom(plan, "users").flatMap(({ id, destination }) => (id.startsWith("flow.P9") ? [`${id} ${destination}`] : []));
  expect(ids(planFrom(mixed))).toEqual(["flow.P9[seed] nodeport-proxy[seed]", "flow.P9-own[seed] user-cluster-front[seed]"]);
  expect(ids(referencePlan({ "loadBalancer.exposeStrategy": "LoadBalancer" }))).toEqual(["flow.P9[seed] user-cluster-front[seed]"]);
});

test("that no list reaches as far as load balancers of API servers is said where somebody wants lists", () => {
  const balanced: Changes = { "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true };
  const why = (departures: readonly string[]) => referencePlan({ ...balanced, "loadBalancer.departures": departures }).firewall.flows.find(({ id }) => id === "flow.api-servers[seed]")?.why;
  expect(why(["api"])).toMatch(/answers on this port\.$/);
  expect(why(["api", "proxy-sources"])).toMatch(/KKP sets no source ranges at it, so only a firewall limits who comes in here\.$/);
});

const outside: Changes = { "dns.zone": "split", "dns.outside": true, "access.userNetworks": ["10.90.0.0/16"] };

test("people on the internet open interfaces of a Seed apart by HTTPS alone, whatever its entry does without TLS", () => {
  const plan = planFrom(changed(starterAnswers("telco-cilium-bgp"), { ...outside, "project.release": "2.30", "project.upgradeFrom": "none", "loadBalancer.clusters.seed-north.pool": "203.0.113.0/26" }));
  expect(rowsFrom(plan, "users-outside").filter(({ destination }) => destination === "entry[seed-north]").map(({ id, ports }) => `${id} ${ports}`)).toEqual(["flow.E3-outside[seed-north] 443"]);
});

test("a former entry has no IPv6 address that people could still be led to", () => {
  const plan = referencePlan({
    ...outside, "dns.publicEntry": "203.0.113.9", "loadBalancer.exposeStrategy": "Tunneling",
    "network.ipFamily": "dual", "network.platformFamily": "dual", "network.places.main.nodeNetwork6": "2001:db8:20::/64", "network.datacenters.fra-vsphere.workerNetwork6": "2001:db8:21::/64", "loadBalancer.clusters.seed.pool6": "2001:db8:20:30::/64",
    "project.release": "2.31", "project.upgradeFrom": "2.30",
  });
  expect(rowsFrom(plan, "users-outside").filter(({ destination }) => /entry\[/.test(destination)).map(({ id, destination }) => `${id} ${destination}`)).toEqual(["flow.P1-outside[seed] entry[seed]"]);
});
