import { folded } from "./folding.ts";
import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { rowNumber } from "../../plan/row-number.ts";
import { withAnswer, withSubject, type Answers, type AnswerValue } from "../../answers/answers.ts";
import { referenceAnswers, referencePlan, HELD_BEFORE } from "../../testing/reference.ts";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";

const boxesOf = ({ topology }: Plan): readonly string[] =>
  topology.boxes.map(({ title, detail, kind, frame }) => `${frame ?? "-"} ${title}: ${detail.kind === "known" ? detail.value : detail.kind} (${kind})`);

describe("the reference setup", () => {
  const plan = referencePlan();

  test("shows every machine group, virtual address, router and service", () => {
    expect(boxesOf(plan)).toEqual([
      "- Users: browser, kubectl (people)",
      "- Installing engineers: machines of their own (people)",
      "pool[seed] Platform entry: 10.20.30.1 (virtual-address)",
      "pool[seed] nodeport-proxy: 10.20.30.2 (virtual-address)",
      "cluster[seed] Kubernetes API: 10.20.0.10 (virtual-address)",
      "cluster[seed] Nodes: 10.20.0.0/24 (machines)",
      "cluster[seed] Control planes: 10.20.0.11, .12, .13 (machines)",
      "- Workers of fra-vsphere: 10.20.0.0/24 (machines)",
      "- router-1: 10.20.0.2, AS 64500 (router)",
      "- router-2: 10.20.0.3, AS 64500 (router)",
      "- vCenter: open (service)",
      "- DNS servers: open (service)",
      "- Time servers: open (service)",
      "- Bastion: open (service)",
      "- Receiver of alerts: mail.example.com (service)",
      "- LDAP: open (service)",
      "- Registries and package sources: on the internet (service)",
      "- Git: git.example.com (service)",
      "- Vault: open (service)",
    ]);
  });

  test("stands in zones and frames", () => {
    expect(plan.topology.zones.map(({ title, subtitle }) => [title, subtitle])).toEqual([
      ["People", ""],
      ["Frankfurt", "vSphere, 10.20.0.0/24"],
      ["Outside", ""],
    ]);
    expect(plan.topology.frames.map(({ id, title, subtitle }) => [id, title, subtitle])).toEqual([
      ["pool[seed]", "Virtual addresses", "10.20.30.0/28"],
      ["cluster[seed]", "seed", "Master and Seed, AS 64512"],
    ]);
  });

  test("draws workloads with the workers that answer for them, and names the line by what it means", () => {
    const line = plan.topology.connections.find(({ flows }) => flows.includes("flow.workloads[fra-vsphere]"));
    expect(line).toMatchObject({ source: "users", destination: "workers[fra-vsphere]", title: "Users to Workloads of fra-vsphere", detail: "TCP and UDP ports of the Services" });
  });

  test("names each line by its ends and by the ports of all its rows", () => {
    expect(plan.topology.connections[0]).toEqual({
      id: "connection[users,entry[seed]]",
      number: 1,
      source: "users",
      destination: "entry[seed]",
      title: "Users to Platform entry",
      detail: "TCP 443, 80",
      flows: ["flow.P1[seed]", "flow.E2[seed]"],
    });
    expect(plan.topology.connections.find(({ flows }) => flows[0] === "flow.vrrp[seed]")).toMatchObject({ title: "Within Control planes of seed", detail: "VRRP" });
  });
});

/** The reference setup with `count` more places, each with a datacenter of its own. */
function withPlaces(count: number, base: Answers = referenceAnswers()): Answers {
  let answers = base;
  for (let number = 1; number <= count; number += 1) {
    const [place, datacenter] = [`place-${number}`, `dc-${number}`];
    answers = withSubject(withSubject(answers, "place", place), "datacenter", datacenter);
    const given: Readonly<Record<string, AnswerValue>> = {
      [`infrastructure.places.${place}.name`]: `Place ${number}`,
      [`network.places.${place}.nodeNetwork`]: `10.${number + 30}.0.0/24`,
      [`network.places.${place}.internet`]: "direct",
      [`infrastructure.datacenters.${datacenter}.place`]: place,
      [`infrastructure.datacenters.${datacenter}.provider`]: "vsphere",
      [`infrastructure.datacenters.${datacenter}.seed`]: "seed",
      [`network.datacenters.${datacenter}.workersIn`]: "node-network",
    };
    for (const [path, value] of Object.entries(given)) answers = withAnswer(answers, path, value);
  }
  return answers;
}

describe("many places", () => {
  test.each([
    [2, "- Workers of dc-2: 10.32.0.0/24 (machines)", "pool[seed] Platform entry: 10.20.30.1 (virtual-address)"],
    [3, "- Place 3: 0 clusters, 1 datacenter (machines)", "pool[seed] Platform entry: 10.20.30.1 (virtual-address)"],
    [15, "- Place 15: 0 clusters, 1 datacenter (machines)", "- Frankfurt: 1 cluster, 1 datacenter (machines)"],
    [30, "- Places with workers only: 30 places, 0 clusters, 30 datacenters (machines)", "pool[seed] Platform entry: 10.20.30.1 (virtual-address)"],
  ])("%i more places keep the drawing readable", (count, box, master) => {
    const plan = planFrom(withPlaces(count));
    expect(plan.topology.boxes.length).toBeLessThanOrEqual(25);
    expect(boxesOf(plan)).toContain(box);
    expect(boxesOf(plan)).toContain(master);
  });

  test("numbers of rows and lines stay the same after folding", () => {
    const { firewall, topology } = planFrom(withPlaces(30));
    for (const { number, flows } of topology.connections) {
      for (const id of flows) expect(firewall.flows.find((flow) => flow.id === id)?.connection, id).toBe(number);
    }
    expect(topology.connections.flatMap(({ flows }) => flows)).toEqual(firewall.flows.map(({ id }) => id));
  });

  test.each([3, 15, 30])("%i more places: one number stands for rows that agree in all but their machines, or for one pair of ends", (count) => {
    const { firewall, topology } = planFrom(withPlaces(count));
    for (const number of new Set(firewall.flows.map(rowNumber))) {
      const rows = firewall.flows.filter((row) => rowNumber(row) === number);
      const said = new Set(rows.map(({ refs, protocol, ports, reason, lifetime }) => JSON.stringify([refs, protocol, ports, reason, lifetime])));
      const pairs = new Set(rows.map(({ source, destination }) => `${source} ${destination}`));
      expect(said.size === 1 || pairs.size === 1, number).toBe(true);
    }
    for (const { number, flows, parts } of topology.connections) {
      const rows = firewall.flows.filter(({ connection }) => connection === number);
      expect(rows.map(({ id }) => id)).toEqual(flows);
      for (const { part, flows: own } of parts ?? []) expect(rows.filter((row) => row.part === part).map(({ id }) => id)).toEqual(own);
      expect(parts?.flatMap((part) => part.flows) ?? flows).toEqual(flows);
    }
    expect(topology.connections.some(({ parts }) => parts !== undefined)).toBe(true);
  });

  test("a line that is folded says what each of its numbers leads from and to", () => {
    const { topology } = planFrom(withPlaces(30));
    const within = topology.connections.find(({ id }) => id === "connection[places[workers],places[workers]]");
    expect(within?.parts?.map(({ part, source, destination, detail }) => [part, source, destination, detail])).toEqual([
      [1, "Workers", "APIs of the infrastructure", "TCP 443"],
      [2, "Workers", "DNS servers", "TCP and UDP 53"],
      [3, "Workers", "Time servers", "UDP 123"],
    ]);
  });

  test("counts are open while a datacenter has no place", () => {
    const plan = planFrom(withAnswer(withPlaces(30), "infrastructure.datacenters.dc-4.place", undefined));
    expect(plan.topology.boxes.find(({ id }) => id === "places[workers]")?.detail).toEqual({ kind: "open", question: "infrastructure.datacenters.dc-4.place" });
  });
});

describe.each(starterNames)("%s", (name) => {
  const { firewall, topology } = planFrom(starterAnswers(name));
  const ends = new Set(firewall.endpoints.map(({ id }) => id));
  const boxes = new Set(topology.boxes.map(({ id }) => id));
  const kept = (kind: string) => boxes.has(folded.configuration) && (kind === "git" || kind === "secret-store");
  const folds = new Map(firewall.endpoints.map(({ id, kind, place, cluster, datacenter }) => {
    const own = kind === "workloads" ? `workers[${datacenter ?? ""}]` : id;
    const person = boxes.has(folded.people) && (kind === "users" || (kind === "engineers" && id !== "mirror-host"));
    const stored = kind === "s3" && cluster !== undefined && boxes.has(folded.backups);
    return [id, stored ? folded.backups : person ? folded.people : kept(kind) ? folded.configuration : boxes.has(own) || place === undefined ? own : folded.place(place)];
  }));

  test("both ends of every flow exist", () => {
    for (const { id, source, destination } of firewall.flows) expect([ends.has(source), ends.has(destination)], id).toEqual([true, true]);
  });

  test("every box is an end or a place, in a zone and frame that exist; no end of a flow is missing", () => {
    const drawn = new Set(folds.values());
    const zones = new Set(topology.zones.map(({ id }) => id));
    const frames = new Map(topology.frames.map(({ id, zone }) => [id, zone]));
    for (const { id, zone, frame } of topology.boxes) {
      expect(drawn.has(id), id).toBe(true);
      expect(zones.has(zone), id).toBe(true);
      if (frame !== undefined) expect(frames.get(frame), id).toBe(zone);
    }
    for (const { source, destination } of firewall.flows.filter(({ connection }) => connection !== undefined)) expect([folds.get(source), folds.get(destination)].map((id) => boxes.has(id ?? ""))).toEqual([true, true]);
  });

  test("every line is the rows of its number, and every row is on a line", () => {
    const byNumber = new Map(topology.connections.map((line) => [line.number, line]));
    expect([...byNumber.keys()]).toEqual(topology.connections.map((_, index) => index + 1));
    for (const { id, connection, source, destination } of firewall.flows) {
      // Messages of routers have no line.
      if (connection === undefined) continue;
      expect(byNumber.get(connection)).toMatchObject({ source: folds.get(source), destination: folds.get(destination) });
      expect(byNumber.get(connection)?.flows).toContain(id);
    }
  });

  test("at most 25 boxes", () => {
    expect(topology.boxes.length).toBeLessThanOrEqual(25);
  });
});

test.each([
  ["LoadBalancer keeps the nodeport-proxy's address in the picture", { "loadBalancer.exposeStrategy": "LoadBalancer" }, "pool[seed] nodeport-proxy: 10.20.30.2 (virtual-address)"],
  ["an upgrade shows the former entry", { "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE }, "pool[seed] Former entry: 10.20.30.1 (virtual-address)"],
])("%s", (_name, changes, box) => {
  expect(boxesOf(referencePlan(changes))).toContain(box);
});

test("machines whose place nobody told stand in none, but not outside", () => {
  const { zones, boxes } = referencePlan({ "infrastructure.clusters.seed.place": undefined }).topology;
  const [zone] = zones.filter(({ title }) => title === "Place not known yet");
  expect(zone).toMatchObject({ kind: "place" });
  expect(boxes.filter((box) => box.zone === zone?.id).map(({ title }) => title)).toContain("Nodes of seed");
  const outside = zones.find(({ title }) => title === "Outside")?.id;
  expect(boxes.filter((box) => box.zone === outside && box.kind === "machines")).toEqual([]);
});
