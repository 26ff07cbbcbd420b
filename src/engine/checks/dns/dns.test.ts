import { describe, expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { nameLength } from "./name-length.ts";
import { seedWildcard } from "./seed-wildcard.ts";

describe("a Seed without wildcard", () => {
  const without = (strategy: string) => findingsOf(seedWildcard, referenceAnswers({ "dns.seedWildcard": false, "loadBalancer.exposeStrategy": strategy }));

  test.each(["NodePort", "Tunneling"])("blocks %s", (strategy) => {
    expect(without(strategy)).toMatchObject([
      { severity: "blocker", title: `${strategy} needs a wildcard record for each Seed`, answers: ["dns.seedWildcard", "loadBalancer.exposeStrategy"] },
    ]);
    expect(without(strategy)[0]?.fixes.flatMap(({ set }) => set.map(({ value }) => value))).toEqual([true, "LoadBalancer"]);
  });

  test("does not matter to LoadBalancer", () => expect(without("LoadBalancer")).toEqual([]));
  test("is not the reference setup", () => expect(findingsOf(seedWildcard, referenceAnswers())).toEqual([]));
});

describe("the length of names", () => {
  // 63 + 1 + 63 + 1 + 63 + 1 + 19 + 1 + 3 = 215 characters.
  const domain = ["a", "b", "c"].map((letter) => letter.repeat(63)).join(".") + `.${"d".repeat(19)}.com`;
  const found = (name: string, strategy = "Tunneling") =>
    findingsOf(nameLength, referenceAnswers({ "project.domain": domain, "infrastructure.clusters.seed.name": name, "loadBalancer.exposeStrategy": strategy })).map(({ title }) => title);

  test("20 for the connector, 10 for the id, the Seed and two dots leave six for the Seed", () => {
    expect(domain).toHaveLength(215);
    expect(found("sixsix")).toEqual([]);
    expect(found("sevenxx")).toEqual([`konnectivity-server.<id>.sevenxx.${domain} is too long for DNS`]);
  });

  test("without tunnels the connector has no name", () => {
    expect(found("sevenxx", "NodePort")).toEqual([]);
  });

  test("served hosts count too", () => {
    // grafana and alertmanager below the Seed; with NodePort the name of a user cluster as well.
    expect(found("x".repeat(40), "NodePort")).toHaveLength(3);
    expect(found("x".repeat(40), "LoadBalancer")).toHaveLength(2);
  });
});
