import { expect, test } from "vitest";
import { starterAnswers } from "../../../../../tests/support/starter-plans.ts";
import { withSubject } from "../../../answers/answers.ts";
import { planFrom } from "../../../plan/plan-from.ts";
import { changed, type Changes } from "../../../testing/reference.ts";

const AT = "loadBalancer.clusters.seed-north";
const PROXY: Changes = { [`${AT}.wayToUserClusters`]: "socks5", [`${AT}.managementProxyHost`]: "10.20.0.9", [`${AT}.managementProxyPort`]: 1080 };
const telco = withSubject(starterAnswers("telco-cilium-bgp"), "datacenter", "second");
const [first] = telco.subjects.datacenter;

/** Rows of the master to user clusters of one Seed, and of the proxy between them. */
const rows = (strategies: readonly [string, string], changes: Changes = {}): readonly string[] =>
  planFrom(changed(telco, {
    [`infrastructure.datacenters.${first}.seed`]: "seed-north", "infrastructure.datacenters.second.name": "second", "infrastructure.datacenters.second.seed": "seed-north", "infrastructure.datacenters.second.smallClusters": 3,
    "loadBalancer.departures": ["datacenters"], [`loadBalancer.datacenters.${first}.exposeStrategy`]: strategies[0], "loadBalancer.datacenters.second.exposeStrategy": strategies[1], ...changes,
  })).firewall.flows.flatMap(({ id, source, destination, ports }) => (/^flow\.P[34]\S*\[seed-north\]$/.test(id) ? [`${id} ${source} ${destination} ${ports}`] : []));

test.each<[string, readonly [string, string], Changes, readonly string[]]>([
  ["the master dials each strategy of a Seed", ["NodePort", "LoadBalancer"], {}, ["flow.P4[seed-north] nodes[master] nodeport-proxy[seed-north] 30000-32767", "flow.P4-own[seed-north] nodes[master] user-cluster-front[seed-north] 30000-32767"]],
  ["a proxy between them does", ["NodePort", "LoadBalancer"], PROXY, ["flow.P4-behind[seed-north] management-proxy[seed-north] nodeport-proxy[seed-north] 30000-32767", "flow.P4-own-behind[seed-north] management-proxy[seed-north] user-cluster-front[seed-north] 30000-32767"]],
  ["and where user clusters share a port", ["Tunneling", "LoadBalancer"], PROXY, ["flow.P4-behind[seed-north] management-proxy[seed-north] user-cluster-front[seed-north] 30000-32767", "flow.P3-behind[seed-north] management-proxy[seed-north] nodeport-proxy[seed-north] 6443"]],
])("%s", (_name, strategies, changes, expected) => {
  expect(rows(strategies, changes)).toEqual(expected);
});
