import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import { isAsked } from "../../answers/answers.ts";
import { keptAddresses } from "../../answers/chapters/kept-addresses.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, HELD_BEFORE, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";

const SEED = "loadBalancer.clusters.seed";
const STAYS: Changes = { "project.release": "2.30", "project.upgradeFrom": "2.29" };
const MOVES: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
const LB: Changes = { "loadBalancer.exposeStrategy": "LoadBalancer", [`${SEED}.pool`]: "10.20.30.0/27" };
const APPLIANCE: Changes = { [`${SEED}.kind`]: "appliance", [`${SEED}.applianceAddress`]: "10.20.0.5", [`${SEED}.applianceSources`]: ["10.20.31.4/31"] };

/** Addresses of blocks, by row; questions without what stands before their key. */
const held = ({ addresses }: Plan): Readonly<Record<string, string>> =>
  Object.fromEntries(addresses.assignments.flatMap(({ id, pool, address }) =>
    (pool === undefined ? [] : [[id.replace("address.", ""), address.kind === "known" ? address.value : address.kind === "open" ? `open ${address.question.split(".").at(-1) ?? ""}` : `later ${address.who}`]])));
const pinned = ({ settings }: Plan) => settings.filter(({ id }) => id.includes("balancers.pin-")).map(({ id, value }) => `${id.replace("setting.", "")} ${value.kind === "known" ? value.value : value.kind}`);

describe("an upgrade asks what running Services hold", () => {
  test("and gives none of it, where the entry stays", () => {
    const plan = referencePlan(STAYS);
    expect(held(plan)).toEqual({ "entry[seed]": "open keepEntry", "nodeport-proxy[seed]": "open keepNodeportProxy" });
    expect(pinned(plan)).toEqual(["balancers.pin-entry[seed] open", "balancers.pin-proxy[seed] open"]);
    expect(plan.openPoints.filter(({ path }) => path.startsWith(SEED)).map(({ path, team }) => `${path} ${team}`)).toEqual([`${SEED}.keepEntry network`, `${SEED}.keepNodeportProxy network`]);
  });

  test("nor a new one beside what it does not know", () => {
    expect(held(referencePlan(MOVES))).toEqual({ "entry[seed]": "open keepFormerEntry", "former-entry[seed]": "open keepFormerEntry", "nodeport-proxy[seed]": "open keepNodeportProxy" });
    expect(held(referencePlan({ ...MOVES, [`${SEED}.keepFormerEntry`]: "10.20.30.1" }))).toEqual({ "entry[seed]": "open keepNodeportProxy", "former-entry[seed]": "10.20.30.1", "nodeport-proxy[seed]": "open keepNodeportProxy" });
  });

  test("until all of it is told: the new entry gets the lowest that is free", () => {
    expect(held(referencePlan({ ...MOVES, [`${SEED}.keepFormerEntry`]: "10.20.30.2", [`${SEED}.keepNodeportProxy`]: "10.20.30.1" }))).toEqual({ "entry[seed]": "10.20.30.3", "former-entry[seed]": "10.20.30.2", "nodeport-proxy[seed]": "10.20.30.1" });
  });

  test("an answer that the block cannot give is replaced by none", () => {
    expect(held(referencePlan({ ...STAYS, [`${SEED}.keepEntry`]: "10.20.31.1", [`${SEED}.keepNodeportProxy`]: "10.20.30.2" }))).toEqual({ "entry[seed]": "later a block in which 10.20.31.1 is free", "nodeport-proxy[seed]": "10.20.30.2" });
  });

  test("a new installation asks nothing, and waits while nobody said that it is one", () => {
    expect(held(referencePlan())).toEqual({ "entry[seed]": "10.20.30.1", "nodeport-proxy[seed]": "10.20.30.2" });
    const unsaid = referencePlan({ "project.upgradeFrom": undefined });
    expect(held(unsaid)).toEqual({});
    expect(unsaid.openPoints.find(({ path }) => path === "project.upgradeFrom")).toBeDefined();
  });
});

describe("addresses that are kept wait for nobody else in the block", () => {
  // Inside the node network whose gateway nobody has named, anything that is given out could be the gateway's address.
  const INSIDE: Changes = { [`${SEED}.kind`]: "metallb-l2", [`${SEED}.localAsn`]: undefined, [`${SEED}.peers`]: undefined, [`${SEED}.pool`]: "10.20.0.224/27", "network.places.main.gateway": undefined };
  const KEPT: Changes = { [`${SEED}.keepEntry`]: "10.20.0.225", [`${SEED}.keepNodeportProxy`]: "10.20.0.226" };

  test("what runs keeps what it has, and the gateway stays asked for the block itself", () => {
    const plan = referencePlan({ ...STAYS, ...INSIDE, ...KEPT });
    expect(held(plan)).toEqual({ "entry[seed]": "10.20.0.225", "nodeport-proxy[seed]": "10.20.0.226" });
    expect(plan.dns.records.flatMap(({ name, target }) => (target.kind === "known" ? [] : [name]))).toEqual([]);
    const { waiting } = plan.openPoints.find(({ path }) => path === "network.places.main.gateway") ?? {};
    expect(waiting).toContain("Block of virtual addresses");
    expect(waiting).not.toContain("Virtual address of the entry");
  });

  test("addresses of user clusters as well, where all of them are kept", () => {
    const own: Changes = { "loadBalancer.exposeStrategy": "LoadBalancer", [`${SEED}.keepUserClusters`]: ["10.20.0.227-10.20.0.238"] };
    expect(held(referencePlan({ ...STAYS, ...INSIDE, ...KEPT, ...own }))).toEqual({ "entry[seed]": "10.20.0.225", "nodeport-proxy[seed]": "10.20.0.226", "user-clusters[seed]": "10.20.0.227-10.20.0.238" });
    const why = (kept: readonly string[]) => referencePlan({ ...STAYS, ...INSIDE, ...KEPT, ...own, "network.places.main.gateway": "10.20.0.1", [`${SEED}.keepUserClusters`]: kept }).addresses.assignments.find(({ id }) => id === "address.user-clusters[seed]")?.why;
    expect(why(["10.20.0.227-10.20.0.238"])).toContain("; they are those that are kept, in a pool of their own; more clusters take theirs from the top of the block and enlarge that pool.");
    expect(why(["10.20.0.227-10.20.0.237"])).toContain("; they are those that are kept, and the rest from the top of the block, in a pool of their own, so more clusters move none of the others");
    // Twelve user clusters, eleven addresses: the twelfth comes from the block.
    expect(held(referencePlan({ ...STAYS, ...INSIDE, ...KEPT, ...own, [`${SEED}.keepUserClusters`]: ["10.20.0.227-10.20.0.237"] }))["user-clusters[seed]"]).toBe("open gateway");
  });

  test("in a new installation too; what is given out waits", () => {
    const plan = referencePlan({ ...INSIDE, "loadBalancer.departures": ["kept"], [`${SEED}.keepEntry`]: "10.20.0.225" });
    expect(held(plan)).toEqual({ "entry[seed]": "10.20.0.225" });
  });
});

describe("addresses of running user clusters", () => {
  const proxy = { [`${SEED}.keepNodeportProxy`]: "10.20.30.2" };

  test("may be any, so a new entry waits for them, and so do pools cut for them", () => {
    const plan = referencePlan({ ...MOVES, ...LB, ...HELD_BEFORE });
    expect(held(plan)).toEqual({ "entry[seed]": "open keepUserClusters", "former-entry[seed]": "10.20.30.1", "nodeport-proxy[seed]": "10.20.30.2", "user-clusters[seed]": "open keepUserClusters" });
    const pools = plan.settings.filter(({ object, field }) => object.startsWith("IPAddressPool") && field === "spec.addresses");
    expect(pools.map(({ object, value }) => `${object}: ${value.kind === "known" ? value.value : value.kind}`)).toEqual(["IPAddressPool platform on seed: open", "IPAddressPool nodeport-proxy on seed: 10.20.30.2/32", "IPAddressPool user-clusters on seed: open"]);
  });

  test("are told, and further ones come from the top of what is free", () => {
    // 12 user clusters: 5 run at .3 to .7, 7 more come from the top of .9 to .30.
    expect(held(referencePlan({ ...MOVES, ...LB, ...HELD_BEFORE, [`${SEED}.keepUserClusters`]: ["10.20.30.3-10.20.30.7"] }))).toEqual({
      "entry[seed]": "10.20.30.8", "former-entry[seed]": "10.20.30.1", "nodeport-proxy[seed]": "10.20.30.2", "user-clusters[seed]": "10.20.30.3-10.20.30.7, 10.20.30.24-10.20.30.30",
    });
  });

  test("may be none yet", () => {
    expect(held(referencePlan({ ...MOVES, ...LB, ...HELD_BEFORE, [`${SEED}.keepUserClusters`]: [] }))).toMatchObject({ "entry[seed]": "10.20.30.3", "user-clusters[seed]": "10.20.30.19-10.20.30.30" });
  });

  test("matter to nobody where nothing new is drawn from the block", () => {
    expect(held(referencePlan({ ...STAYS, ...LB, ...APPLIANCE, ...proxy, [`${SEED}.keepEntry`]: "10.20.30.1" }))).toEqual({ "entry[seed]": "10.20.30.1", "nodeport-proxy[seed]": "10.20.30.2", "user-clusters[seed]": "10.20.30.0/27" });
  });
});

test("the nodeport-proxy of an appliance keeps what it has, and no annotation asks for it", () => {
  const plan = referencePlan({ ...STAYS, ...LB, ...APPLIANCE, [`${SEED}.keepEntry`]: "10.20.30.1", [`${SEED}.keepNodeportProxy`]: "10.20.30.9" });
  expect(plan.addresses.assignments.find(({ purpose }) => purpose === "nodeport-proxy")).toMatchObject({ address: { kind: "known", value: "10.20.30.9" }, why: expect.stringContaining("Its Service keeps what it was given once") as string });
  expect(pinned(plan).filter((row) => row.includes("10.20.30.9"))).toEqual([]);
  expect(held(referencePlan({ ...STAYS, ...LB, ...APPLIANCE }))).toMatchObject({ "nodeport-proxy[seed]": "open keepNodeportProxy" });
});

test("an IPv6 address of a running Service is read from it", () => {
  const dual: Changes = { "network.ipFamily": "dual", "network.platformFamily": "dual", "network.places.main.nodeNetwork6": "2001:db8:20::/64", [`${SEED}.pool6`]: "2001:db8:20:30::/64" };
  const { assignments } = referencePlan({ ...MOVES, ...HELD_BEFORE, ...dual }).addresses;
  expect(assignments.filter(({ id }) => id.includes("-v6[")).map(({ id, address }) => [id, address])).toEqual([
    ["address.entry-v6[seed]", { kind: "known", value: "2001:db8:20:30::3" }],
    ["address.nodeport-proxy-v6[seed]", { kind: "later", who: "its Service", told: true }],
  ]);
});

test("records of what runs are there", () => {
  const { dns } = referencePlan({ ...MOVES, ...HELD_BEFORE });
  expect(dns.records.find(({ name }) => name.startsWith("*.seed."))?.when).toBe("It is there, and the upgrade leaves it");
  expect(referencePlan(MOVES).dns.records.find(({ name }) => name.startsWith("*.seed."))).toMatchObject({ target: { kind: "open" }, when: "It is there, and the upgrade leaves it" });
});

describe("is asked", () => {
  const asks = (answers: Answers, cluster: string) => Object.values(keptAddresses.cluster).filter((question) => isAsked(question, answers, cluster)).map(({ key }) => key);
  const OWN: Changes = { "loadBalancer.entry": "own", "loadBalancer.gatewayAddress": "10.20.5.5", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public" };
  const telco = (changes: Changes) => changed(starterAnswers("telco-cilium-bgp"), { ...MOVES, ...changes });
  const bare: Changes = { "monitoring.userClusterMla": false, "monitoring.clusters.seed-north.ownUis": [] };

  test.each<[string, Changes, readonly string[]]>([
    ["nothing of a new installation", {}, []],
    ["the entry where it stays", STAYS, ["keepEntry", "keepNodeportProxy"]],
    ["the former one where another comes", MOVES, ["keepFormerEntry", "keepNodeportProxy"]],
    ["the former one before Gateway API by choice", { ...STAYS, "loadBalancer.entry": "gateway" }, ["keepFormerEntry", "keepNodeportProxy"]],
    ["the entry where Gateway API is there", { ...MOVES, "loadBalancer.entryBefore": "gateway" }, ["keepEntry", "keepNodeportProxy"]],
    ["the former one before a Gateway of the customer", { ...MOVES, ...OWN, "loadBalancer.entryBefore": "gateway" }, ["keepFormerEntry", "keepNodeportProxy"]],
    ["no entry where that Gateway is there", { ...MOVES, ...OWN, "loadBalancer.entryBefore": "own" }, ["keepNodeportProxy"]],
    ["user clusters with an address each", { ...STAYS, ...LB }, ["keepEntry", "keepNodeportProxy", "keepUserClusters"]],
    ["not those of an appliance that gives nothing new", { ...STAYS, ...LB, ...APPLIANCE }, ["keepEntry", "keepNodeportProxy"]],
    ["nothing where a cloud hands out", { ...MOVES, [`${SEED}.kind`]: "cloud" }, []],
  ])("%s", (_name, changes, keys) => expect(asks(referenceAnswers(changes), "seed")).toEqual(keys));

  test("of a Seed apart, an entry where it has one", () => {
    expect(asks(telco({}), "seed-north")).toContain("keepFormerEntry");
    expect(asks(telco(bare), "seed-north")).not.toContain("keepFormerEntry");
    expect(asks(telco(bare), "seed-north")).toContain("keepNodeportProxy");
    expect(asks(telco({ ...OWN, "loadBalancer.entryBefore": "gateway" }), "seed-north")).toContain("keepEntry");
  });

  test("just what the plan waits for", () => {
    for (const changes of [STAYS, MOVES, { ...MOVES, "loadBalancer.entryBefore": "gateway" }, { ...STAYS, "loadBalancer.entry": "gateway" }, { ...MOVES, ...OWN, "loadBalancer.entryBefore": "gateway" }, { ...MOVES, ...LB }, { ...STAYS, ...LB }]) {
      for (const answers of [referenceAnswers(changes), telco(changes), telco({ ...changes, ...bare })]) {
        const open = planFrom(answers).openPoints.map(({ path }) => path).filter((path) => path.includes(".keep"));
        const asked = answers.subjects.cluster.flatMap((cluster) => asks(answers, cluster).map((key) => `loadBalancer.clusters.${cluster}.${key}`));
        expect(open.toSorted()).toEqual(asked.filter((path) => answers.given[path] === undefined).toSorted());
      }
    }
  });
});
