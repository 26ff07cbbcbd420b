import { describe, expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../tests/support/starter-plans.ts";
import { withAnswer, withSubject, type Answers } from "../answers/answers.ts";
import { referenceAnswers, referencePlan } from "../testing/reference.ts";
import { figuresOf, notWeighed, weighDecisions } from "./alternatives.ts";
import { openChoices } from "./decided.ts";
import { planFrom } from "./plan-from.ts";

const weighed = weighDecisions(referenceAnswers());
const of = (id: string) => weighed.find(({ decision }) => decision.id === id);
const alternative = (id: string, value: string) => of(id)?.alternatives.find((candidate) => candidate.value === value);

test("the important decisions are weighed, each against everything else that could be chosen", () => {
  expect(weighed.map(({ decision }) => decision.id)).toEqual([
    "decision.layout[seed]",
    "decision.expose-strategy",
    "decision.load-balancer[seed]",
    "decision.certificates",
    "decision.authentication",
    "decision.backup[seed]",
  ]);
  expect(of("decision.expose-strategy")?.alternatives.map(({ value }) => value)).toEqual(["LoadBalancer", "Tunneling"]);
});

test("LoadBalancer takes an address for each of 12 user clusters, and one worker more", () => {
  const here = of("decision.expose-strategy")?.figures;
  const there = alternative("decision.expose-strategy", "LoadBalancer")?.figures;
  expect((there?.addresses ?? 0) - (here?.addresses ?? 0)).toBe(12);
  expect(alternative("decision.expose-strategy", "LoadBalancer")?.brings).toContain("12 user clusters take an address each");
});

test("Tunneling opens 2 ports to user-cluster APIs instead of 2,768", () => {
  expect(of("decision.expose-strategy")?.figures.apiPorts).toBe(2768);
  expect(alternative("decision.expose-strategy", "Tunneling")?.figures.apiPorts).toBe(2);
});

test("messages of ICMPv6 to both families' nodeport-proxy are no ports", () => {
  const dual = figuresOf(
    referencePlan({
      "network.ipFamily": "dual",
      "network.platformFamily": "dual",
      "network.places.main.nodeNetwork6": "2a02:1:1::/64",
      "network.datacenters.fra-vsphere.workerNetwork6": "2a02:1:21::/64",
      "network.clusters.seed.pool6": "2a02:1:30::/120",
    }),
  );
  expect(dual.apiPorts).toBe(2768);
});

test("API servers with a load balancer each answer on a port of theirs", () => {
  expect(figuresOf(referencePlan({ "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true })).apiPorts).toBe(2768 + 1);
});

test("each Seed has ports of its own: a strategy of one of them shows what becomes of that Seed", () => {
  const seeds = weighDecisions(starterAnswers("telco-cilium-bgp")).filter(({ decision }) => decision.id === "decision.seed-strategy[seed-middle]");
  expect(seeds).toHaveLength(1);
  const [seed] = seeds;
  const nodePort = seed?.alternatives.find(({ value }) => value === "NodePort")?.figures.apiPorts ?? 0;
  // 30000–32767 in place of the two ports of Tunneling.
  expect(nodePort - (seed?.figures.apiPorts ?? 0)).toBe(2768 - 2);
});

test("addresses are virtual ones, as everywhere", () => {
  const plan = planFrom(starterAnswers("telco-cilium-bgp"));
  // 1 entry, 2 nodeport-proxies and 24 user clusters; those of four Kubernetes APIs are none.
  expect(figuresOf(plan).addresses).toBe(27);
});

test("records that the installation can do without are not weighed", () => {
  const plan = planFrom(referenceAnswers());
  const needs = (need: string) => plan.dns.records.filter((record) => record.need === need).map(({ name }) => name);
  expect(needs("recommended")).toEqual(["kube-api.kubermatic.example.com"]);
  // The base domain, three interfaces of the platform, the wildcard of the Seed and two of its interfaces.
  expect(figuresOf(plan).records).toBe(7);
  expect(plan.dns.records).toHaveLength(8);
});

test("S3 outside asks for its address and adds a bucket", () => {
  const s3 = alternative("decision.backup[seed]", "s3");
  expect(s3?.asks.map(({ path }) => path)).toContain("storage.clusters.seed.s3Endpoint");
  expect(s3?.more.some((title) => title.startsWith("S3 bucket"))).toBe(true);
});

test("going without backups says what is warned of then, and what nobody has to prepare any more", () => {
  const none = alternative("decision.backup[seed]", "none");
  expect(none?.possible).toBe(true);
  expect(none?.warnings).toEqual(["User clusters of seed are not backed up"]);
  expect(none?.fewer).toEqual(["100 GiB for kubermatic-backup of seed, HDD is enough", "Credentials of MinIO: MinIO in seed"]);
  expect(none?.more).toEqual([]);
});

test("what brings a blocker is not possible with these answers", () => {
  const split = weighDecisions(withAnswer(starterAnswers("proof-of-concept"), "project.edition", "CE"));
  const impossible = split.flatMap(({ alternatives }) => alternatives).filter(({ possible }) => !possible);
  expect(impossible.length).toBeGreaterThan(0);
  for (const { blockers } of impossible) expect(blockers.length).toBeGreaterThan(0);
});

test("an alternative is the plan that the changed answer gives", () => {
  const plan = planFrom(referenceAnswers({ "loadBalancer.exposeStrategy": "Tunneling" }));
  expect(alternative("decision.expose-strategy", "Tunneling")?.figures).toEqual(figuresOf(plan));
});

describe("layouts that people weigh", () => {
  const layout = (answers: Answers) => weighDecisions(answers).find(({ decision }) => decision.id.startsWith("decision.layout["))?.alternatives ?? [];

  test("beside one cluster for everything, a master apart is one cluster more, and these answers allow it", () => {
    const here = of("decision.layout[seed]")?.figures;
    const [apart, ...others] = layout(referenceAnswers());
    expect(others).toEqual([]);
    expect(apart).toMatchObject({ title: "A master of its own: one cluster more, built like seed", possible: true, blockers: [] });
    // The entry moves to the new cluster, and the Seed keeps its other address.
    expect((apart?.figures.addresses ?? 0) - (here?.addresses ?? 0)).toBe(0);
    expect(apart?.figures.workers).toBeGreaterThan(here?.workers ?? 0);
    expect(apart?.brings).toContain("12 user clusters in 1 Seed go on while it is away");
    expect(apart?.asks.map(({ path }) => path)).toContain("infrastructure.clusters.master.controlPlaneAddresses");
  });

  test("beside a master with one Seed, both may be one cluster", () => {
    const ways = layout(starterAnswers("large-data-centre"));
    expect(ways.map(({ title, possible }) => [title, possible])).toEqual([
      ["Master and Seed in one", true],
      ["The master on munich: one cluster less", true],
    ]);
    expect(ways[1]?.brings).toContain("munich runs dashboard, API and its own user clusters");
  });

  test("beside a master with several Seeds, it may stand on each, and each may serve all", () => {
    const ways = layout(starterAnswers("telco-cilium-bgp"));
    expect(ways.map(({ title }) => title)).toEqual([
      "Master and Seed in one",
      "The master on seed-north: one cluster less",
      "The master on seed-middle: one cluster less",
      "The master on seed-south: one cluster less",
      "seed-north as the only Seed: 2 clusters less",
      "seed-middle as the only Seed: 2 clusters less",
      "seed-south as the only Seed: 2 clusters less",
    ]);
    expect(ways[1]?.brings).toContain("2 more Seeds carry user clusters");
    expect(ways[4]?.brings).toMatch(/^master runs dashboard and API/);
  });

  test("beside Master and Seed in one with a Seed apart, the two may change places, or the Seed may go", () => {
    const ways = layout(starterAnswers("vsphere-plus-azure-seed"));
    expect(ways.map(({ title }) => title)).toEqual([
      "Master only",
      "A master of its own: one cluster more, built like seed",
      "The master on azure-seed, and seed an additional Seed",
      "Without azure-seed: one cluster less, and seed serves its datacenters",
    ]);
    expect(ways.at(-1)?.brings).toMatch(/^seed runs dashboard, API and its own user clusters/);
  });

  test("of many Seeds, the first stands for all", () => {
    const telco = starterAnswers("telco-cilium-bgp");
    const many = Array.from({ length: 7 }, (_, at) => `more-${at + 1}`).reduce((so, id) => withAnswer(withSubject(so, "cluster", id), `infrastructure.clusters.${id}.role`, "seed"), telco);
    const titles = openChoices(many, planFrom(many)).find(({ kind }) => kind === "layout")?.others.map(({ title }) => title);
    expect(titles).toEqual(["Master and Seed in one", "The master on one of 10 Seeds, for example seed-north: one cluster less", "One of 10 Seeds, for example seed-north, as the only Seed: 9 clusters less"]);
  });

  test("no layout is without a master", () => {
    for (const name of starterNames) {
      for (const { blockers } of layout(starterAnswers(name))) expect(blockers, name).not.toContain("No cluster carries the master");
    }
  });
});

test("a choice that many clusters make is weighed for the first of them, and none gets lost", () => {
  const answers = starterAnswers("telco-cilium-bgp");
  expect(notWeighed(planFrom(answers), weighDecisions(answers)).map(({ id }) => id)).toEqual(["decision.load-balancer[seed-south]"]);
});

test("an open strategy elsewhere makes no impossible load balancer possible", () => {
  const telco = starterAnswers("telco-cilium-bgp");
  const open: Answers = { ...telco, given: Object.fromEntries(Object.entries(telco.given).filter(([path]) => !/^loadBalancer\.(?:clusters|datacenters)\..*\.exposeStrategy$/.test(path))) };
  const possible = (answers: Answers) =>
    weighDecisions(answers).filter(({ decision }) => decision.id.startsWith("decision.load-balancer")).flatMap(({ decision, alternatives }) => alternatives.filter((way) => way.possible).map(({ value }) => `${decision.id} ${String(value)}`));
  expect(possible(open).filter((way) => / (?:metallb|cilium)-l2$/.test(way))).toEqual([]);
});
