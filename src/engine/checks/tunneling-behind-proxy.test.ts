import { expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers } from "../testing/reference.ts";
import { tunnelingBehindProxy } from "./tunneling-behind-proxy.ts";

const proxied = referenceAnswers({ "loadBalancer.exposeStrategy": "Tunneling", "network.places.main.internet": "proxy" });

test("workers behind a proxy cannot tunnel", () => {
  expect(findingsOf(tunnelingBehindProxy, proxied)).toEqual([
    expect.objectContaining({
      id: "firewall.tunneling-behind-proxy#main",
      severity: "blocker",
      title: "Tunneling does not work through the proxy of Frankfurt",
      message: "Workers of fra-vsphere stand behind the HTTP proxy of Frankfurt. With Tunneling they must reach their Seed without a proxy in between.",
      answers: ["loadBalancer.exposeStrategy", "network.places.main.internet"],
    }),
  ]);
});

test("each of its fixes removes it", () => {
  const [finding] = findingsOf(tunnelingBehindProxy, proxied);
  expect(finding?.fixes).toHaveLength(3);
  for (const { title, set } of finding?.fixes ?? []) {
    const fixed = changed(proxied, Object.fromEntries(set.map(({ path, value }) => [path, value])));
    expect(findingsOf(tunnelingBehindProxy, fixed), title).toEqual([]);
  }
});

test.each([
  ["the reference setup", {}],
  ["Tunneling without a proxy", { "loadBalancer.exposeStrategy": "Tunneling" }],
  ["a proxy with NodePort", { "network.places.main.internet": "proxy" }],
])("%s is fine", (_name, changes) => {
  expect(findingsOf(tunnelingBehindProxy, referenceAnswers(changes))).toEqual([]);
});

test.each([
  [true, 0],
  [false, 1],
  [undefined, 1],
])("workers in another place whose route to the Seed is answered with %s: %i findings", (routeToSeed, count) => {
  const apart = referenceAnswers({
    "loadBalancer.exposeStrategy": "Tunneling",
    "infrastructure.places.west.name": "West",
    "network.places.west.internet": "proxy",
    "infrastructure.datacenters.fra-vsphere.place": "west",
    "network.datacenters.fra-vsphere.routeToSeed": routeToSeed,
  });
  expect(findingsOf(tunnelingBehindProxy, apart)).toHaveLength(count);
});
