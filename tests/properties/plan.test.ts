import { describe, expect, test } from "vitest";
import { figuresOf, parseAnswers, planFileContent, planFrom, planId, planner, withAnswer, withoutSubject, withSubject, type Answers, type Plan } from "../../src/engine/index.ts";
import { formatRange, parseBlock, parseRange, single, overlapOf, contains, type Range } from "../../src/engine/values/range.ts";
import { parseAddress } from "../../src/engine/values/address.ts";
import { notPlain } from "../support/plain-data.ts";
import { drawnRound, everyPlan } from "./drawn-plans.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

/** Address or run of addresses of an assignment, or undefined while it is not known. */
function rangeOf(text: string): Range | undefined {
  const address = parseAddress(text);
  return address ? single(address) : parseRange(text);
}

function held(plan: Plan): readonly { readonly id: string; readonly pool: string; readonly range: Range }[] {
  return plan.addresses.assignments.flatMap(({ id, address, pool }) => {
    const range = address.kind === "known" ? rangeOf(address.value) : undefined;
    return range !== undefined && pool !== undefined ? [{ id, pool, range }] : [];
  });
}

const bytesOf = (plan: Plan) => JSON.stringify({ ...plan, cells: [...plan.cells] });

describe("for any answers", () => {
  test("planning never throws, and a plan is plain data", () => {
    everyPlan((plan) => expect(notPlain({ ...plan, cells: Object.fromEntries(plan.cells) })).toBeUndefined());
  });

  test("what a plan amounts to is told in whole numbers", () => {
    everyPlan((plan) => {
      for (const [figure, value] of Object.entries(figuresOf(plan))) expect(Number.isInteger(value) && value >= 0, `${figure}: ${value}`).toBe(true);
    });
  });

  test("the same answers give the same bytes, in whatever order they were given", () => {
    everyPlan((plan, answers) => {
      const reversed: Answers = {
        subjects: answers.subjects,
        given: Object.fromEntries(Object.entries(answers.given).toReversed()),
        open: Object.fromEntries(Object.entries(answers.open).toReversed()),
      };
      expect(bytesOf(planFrom(reversed)) === bytesOf(plan)).toBe(true);
      expect(planId(reversed)).toBe(planId(answers));
    }, drawnRound(0));
  });

  test("a plan derived edit by edit is the plan derived at once, and stays so after further edits", () => {
    everyPlan((plan, _answers, walk) => {
      const derive = planner();
      const early = walk.length >> 2;
      let kept: Plan | undefined;
      // Half way and at the end: what an edit leaves behind stays until something else turns it.
      for (const [at, answers] of walk.entries()) {
        const followed = derive(answers);
        if (at === early) kept = followed;
        const once = at === walk.length - 1 ? plan : at === walk.length >> 1 ? planFrom(answers) : undefined;
        if (once) expect(bytesOf(followed) === bytesOf(once), `after ${at} steps`).toBe(true);
      }
      const answers = walk[early];
      if (kept && answers) expect(bytesOf(kept) === bytesOf(planFrom(answers)), `of step ${early}, at the end`).toBe(true);
    }, [...drawnRound(0), ...drawnRound(1)]);
  });

  test("an answer given otherwise and back gives the same bytes, derived edit by edit and at once", () => {
    everyPlan((plan, answers) => {
      const derive = planner();
      const bytes = bytesOf(plan);
      const paths = Object.keys(answers.given);
      let back = answers;
      for (const path of [0.2, 0.5, 0.8].flatMap((part) => paths[Math.floor(part * paths.length)] ?? [])) {
        const without = withAnswer(back, path, undefined);
        derive(without);
        back = { ...withAnswer(without, path, answers.given[path]), open: answers.open };
        derive(back);
      }
      expect(bytesOf(derive(back)) === bytes).toBe(true);
      expect(bytesOf(planFrom(back)) === bytes).toBe(true);
    }, drawnRound(2));
  });

  test("saving and loading is identity", () => {
    everyPlan((_plan, answers) => {
      const parsed = parseAnswers(JSON.parse(JSON.stringify(planFileContent(answers))));
      expect(parsed.kind === "answers" && parsed.answers).toEqual(answers);
      expect(parsed.kind === "answers" && parsed.notices.filter(({ kind }) => kind !== "unasked")).toEqual([]);
    });
  });

  test("no address of a block is assigned twice, outside it, or where it is excluded", () => {
    everyPlan((plan, answers) => {
      const assigned = held(plan);
      for (const [at, one] of assigned.entries()) {
        const pool = plan.addresses.pools.find(({ id }) => id === one.pool);
        const cluster = one.pool.replace(/^.*\[|\]$/g, "");
        const text = String(answers.given[`loadBalancer.clusters.${cluster}.pool`]);
        const block = parseBlock(text);
        expect(block && contains(block, one.range), `${one.id} lies in ${text}`).toBe(true);
        for (const { address } of pool?.excluded ?? []) {
          const excluded = rangeOf(address);
          expect(excluded && overlapOf(excluded, one.range), `${one.id} is not ${address}`).toBeUndefined();
        }
        for (const other of assigned.slice(at + 1).filter(({ pool: sameBlock }) => sameBlock === one.pool)) {
          expect(overlapOf(one.range, other.range), `${one.id} and ${other.id}`).toBeUndefined();
        }
      }
    });
  });

  test("no two machines or services of a place have the same address without a finding that names it", () => {
    everyPlan((plan, answers) => {
      const routers = answers.subjects.place.flatMap((place) => {
        const gateway = answers.given[`network.places.${place}.gateway`];
        const asked = plan.addresses.ranges.filter((range) => range.kind === "peer" && range.place === place).map(({ text }) => text);
        return [...asked, ...(typeof gateway === "string" ? [gateway] : [])].map((text) => ({ place, range: rangeOf(text) }));
      });
      const given = plan.addresses.assignments.flatMap(({ place, address, pool, purpose }) =>
        address.kind !== "known" || (pool === undefined && !["control-plane", "worker", "kubernetes-api"].includes(purpose))
          ? []
          : address.value.split(", ").map((text) => ({ place, range: rangeOf(text) })));
      for (const [at, one] of given.entries()) {
        for (const other of [...given.slice(at + 1), ...routers]) {
          const shared = one.place === other.place && one.range && other.range ? overlapOf(one.range, other.range) : undefined;
          if (!shared) continue;
          const text = formatRange(shared);
          expect(plan.findings.some(({ title, message }) => title.includes(text) || message.includes(text)), text).toBe(true);
        }
      }
    });
  });

  test("no layer-2 address is the network or broadcast address of its segment", () => {
    let segments = 0;
    everyPlan((_plan, base) => {
      const cluster = base.subjects.cluster[0];
      const place = cluster && base.given[`infrastructure.clusters.${cluster}.place`];
      if (cluster === undefined || typeof place !== "string") return;
      const answers = withAnswer(base, `loadBalancer.clusters.${cluster}.kind`, "metallb-l2");
      const network = answers.given[`network.places.${place}.nodeNetwork`];
      const segment = typeof network === "string" ? parseBlock(network) : undefined;
      if (segment?.family !== 4 || segment.prefix >= 31) return;
      segments += 1;
      const plan = planFrom(answers);
      for (const { id, pool, range } of held(plan)) {
        if (plan.addresses.pools.find((candidate) => candidate.id === pool)?.cluster !== cluster) continue;
        for (const edge of [segment.first, segment.last]) {
          expect(range.first <= edge && edge <= range.last, id).toBe(false);
        }
      }
    }, [...drawnRound(2), ...drawnRound(3)]);
    expect(segments).toBeGreaterThan(60);
  });

  test("every served host is covered by a certificate or reported", () => {
    everyPlan((plan) => {
      for (const { host, coveredBy } of plan.certificates.coverage) {
        const reported = plan.findings.some(({ message, title }) => message.includes(host) || title.includes(host));
        expect(coveredBy !== undefined || reported, host).toBe(true);
      }
      const proven = new Set(plan.certificates.coverage.map(({ host }) => host));
      const certified = new Set(plan.certificates.requests.map(({ cluster }) => cluster));
      for (const { name, cluster } of plan.certificates.hosts) if (certified.has(cluster)) expect(proven).toContain(name);
    });
  });

  test("both ends of every flow exist, and the diagram draws what the plan says", () => {
    everyPlan(({ firewall, topology }) => {
      const ends = new Set(firewall.endpoints.map(({ id }) => id));
      const boxes = new Set(topology.boxes.map(({ id }) => id));
      for (const { id, source, destination } of firewall.flows) {
        expect(ends.has(source) && ends.has(destination), id).toBe(true);
      }
      for (const { id, source, destination } of topology.connections) {
        expect(boxes.has(source) && boxes.has(destination), id).toBe(true);
      }
      const drawn = new Set(topology.connections.flatMap(({ flows }) => flows));
      for (const { id, connection } of firewall.flows) {
        // Messages of routers have no line.
        if (connection === undefined) expect(id).toMatch(/^flow\.path-errors\[/);
        else expect(drawn).toContain(id);
      }
    });
  });

  test("ids of rows are unique in each part", () => {
    everyPlan((plan) => {
      const parts = [
        plan.addresses.pools, plan.addresses.assignments, plan.addresses.ranges, plan.addresses.dhcp, plan.dns.records,
        plan.certificates.hosts, plan.certificates.requests, plan.certificates.coverage, plan.firewall.endpoints, plan.firewall.flows,
        plan.firewall.inside, plan.firewall.external, plan.sizing.clusters, plan.sizing.ceilings, plan.storage.classes, plan.storage.volumes,
        plan.identity.redirectUris, plan.accounts, plan.access, plan.decisions, plan.checklist, plan.runbook, plan.findings,
      ];
      for (const rows of parts) {
        const ids = rows.map(({ id }) => id);
        expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
        for (const { from } of rows) expect(plan.cells.get(from), from).toBeDefined();
      }
    });
  });
});

describe.each(starterNames)("%s stays where it is", (name) => {
  const base = starterAnswers(name);
  const addressesOf = (plan: Plan) =>
    new Map(plan.addresses.assignments.filter(({ count }) => count === 1).map(({ id, address }) => [id, JSON.stringify(address)]));
  const before = addressesOf(planFrom(base));
  const stays = (answers: Answers) => {
    const after = addressesOf(planFrom(answers));
    for (const [id, address] of before) expect(after.get(id), id).toBe(address);
  };

  test("when a Seed is added", () => {
    const place = base.subjects.place[0] ?? "";
    const more = withSubject(base, "cluster", "one-more");
    // Of the same infrastructure: one whose machines need DHCP makes a layer-2 block wait for its range.
    const provider = base.given[`infrastructure.clusters.${base.subjects.cluster[0] ?? ""}.provider`] ?? "vsphere";
    stays(
      Object.entries({ name: "one-more", role: "seed", place, provider, provisioning: "kubeone", controlPlanes: 3 }).reduce(
        (answers, [key, value]) => withAnswer(answers, `infrastructure.clusters.one-more.${key}`, value),
        more,
      ),
    );
  });

  test("when the user clusters double", () => {
    stays(
      base.subjects.datacenter.reduce((answers, id) => {
        const path = `infrastructure.datacenters.${id}.smallClusters`;
        return withAnswer(answers, path, Number(base.given[path]) * 2);
      }, base),
    );
  });

  test("when things are renamed", () => {
    stays(
      base.subjects.cluster.reduce(
        (answers, id) => withAnswer(answers, `infrastructure.clusters.${id}.name`, `${id}-renamed`),
        withAnswer(base, "project.domain", "other.example.org"),
      ),
    );
  });

  test("when a datacenter goes and comes back", () => {
    const id = base.subjects.datacenter[0] ?? "";
    stays(withSubject(withoutSubject(base, "datacenter", id), "datacenter", id));
  });
});
