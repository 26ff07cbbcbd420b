import { expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers, type Changes } from "../testing/reference.ts";
import { tunnelingBehindProxy } from "./tunneling-behind-proxy.ts";

const BESIDE: Changes = { "loadBalancer.exposeStrategy": "Tunneling", "network.places.main.internet": "proxy" };
/** Workers of another place, behind its proxy. */
const APART: Changes = {
  "loadBalancer.exposeStrategy": "Tunneling",
  "infrastructure.places.west.name": "West",
  "network.places.west.internet": "proxy",
  "infrastructure.datacenters.fra-vsphere.place": "west",
};
const apart = referenceAnswers(APART);

test("workers behind a proxy cannot tunnel", () => {
  expect(findingsOf(tunnelingBehindProxy, apart)).toEqual([
    expect.objectContaining({
      id: "firewall.tunneling-behind-proxy#west",
      severity: "blocker",
      title: "Tunneling does not work through the proxy of West",
      message: "Workers of fra-vsphere stand behind the HTTP proxy of West. With Tunneling they must reach their Seed without a proxy in between.",
      answers: ["loadBalancer.exposeStrategy", "network.places.west.internet"],
    }),
  ]);
});

test("each of its fixes removes it", () => {
  const [finding] = findingsOf(tunnelingBehindProxy, apart);
  expect(finding?.fixes).toHaveLength(3);
  for (const { title, set } of finding?.fixes ?? []) {
    const fixed = changed(apart, Object.fromEntries(set.map(({ path, value }) => [path, value])));
    expect(findingsOf(tunnelingBehindProxy, fixed), title).toEqual([]);
  }
});

test.each([
  ["the reference setup", {}],
  ["Tunneling without a proxy", { "loadBalancer.exposeStrategy": "Tunneling" }],
  ["a proxy with NodePort", { "network.places.main.internet": "proxy" }],
  ["a Seed beside the workers with addresses of the place, to which the rows lead directly", BESIDE],
  ["a Seed beside them whose load balancer is not known yet", { ...BESIDE, "loadBalancer.clusters.seed.kind": undefined }],
])("%s is fine", (_name, changes) => {
  expect(findingsOf(tunnelingBehindProxy, referenceAnswers(changes))).toEqual([]);
});

test("addresses that the infrastructure hands out beside the workers may lie behind the proxy", () => {
  const found = findingsOf(tunnelingBehindProxy, referenceAnswers({ ...BESIDE, "loadBalancer.clusters.seed.kind": "cloud" }));
  expect(found).toMatchObject([{ id: "firewall.tunneling-behind-proxy#main~handed-out", severity: "warning", title: "Tunneling at Frankfurt needs addresses that workers reach without the proxy" }]);
});

test.each([
  [true, 0],
  [false, 1],
  [undefined, 1],
])("workers in another place whose route to the Seed is answered with %s: %i findings", (routeToSeed, count) => {
  expect(findingsOf(tunnelingBehindProxy, referenceAnswers({ ...APART, "network.datacenters.fra-vsphere.routeToSeed": routeToSeed }))).toHaveLength(count);
});
