import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Topology, TopologyBox } from "../../engine/index.ts";
import { faultsOf } from "../testing/faults-of.ts";
import { referenceTopology, severalPlaces } from "../testing/topologies.ts";
import { layoutOverview } from "./layout-overview.ts";

const idsOf = (topology: Topology, kind: "box" | "connection") => {
  const roles = layoutOverview(topology).shapes.flatMap((shape) => ("role" in shape && shape.role === kind ? [shape.of] : []));
  return roles.toSorted();
};

describe("layoutOverview", () => {
  it("draws the reference setup without a fault", () => {
    expect(faultsOf(layoutOverview(referenceTopology))).toEqual([]);
  });

  it("draws every box and every connection once, under the topology's ids", () => {
    expect(idsOf(referenceTopology, "box")).toEqual(referenceTopology.boxes.map(({ id }) => id).toSorted());
    expect(idsOf(referenceTopology, "connection")).toEqual(referenceTopology.connections.map(({ id }) => id).toSorted());
  });

  it("numbers the lines as the connections are numbered", () => {
    const numbers = layoutOverview(referenceTopology).shapes.flatMap((shape) => (shape.kind === "number" ? [[shape.of, shape.value]] : []));
    expect(numbers).toEqual(referenceTopology.connections.map(({ id, number }) => [id, String(number)]));
  });

  it("stays large enough to be read on a landscape page", () => {
    const { width, height } = layoutOverview(referenceTopology);
    expect(width).toBeLessThanOrEqual(900);
    expect(height).toBeLessThanOrEqual(560);
  });

  it("fills known virtual addresses and nothing else", () => {
    const filled = layoutOverview(referenceTopology).shapes.flatMap((shape) => (shape.kind === "rectangle" && shape.fill === "accent" ? [shape.of] : []));
    expect(filled).toEqual(["entry", "nodeport-proxy", "api"]);
  });

  it("tells certainty by the outline", () => {
    const topology: Topology = {
      zones: [{ id: "z", title: "Z", subtitle: "", kind: "place" }],
      frames: [],
      boxes: [
        { id: "known", zone: "z", title: "A", kind: "service", detail: { kind: "known", value: "1" } },
        { id: "later", zone: "z", title: "B", kind: "virtual-address", detail: { kind: "later", who: "Azure" } },
        { id: "open", zone: "z", title: "C", kind: "service", detail: { kind: "open", question: "x" } },
      ],
      connections: [],
    };
    const outlines = layoutOverview(topology).shapes.flatMap((shape) => (shape.kind === "rectangle" && shape.role === "box" ? [[shape.of, shape.line, shape.stroke]] : []));
    expect(outlines).toContainEqual(["known", "solid", "muted"]);
    expect(outlines).toContainEqual(["later", "dashed", "accent"]);
    expect(outlines).toContainEqual(["open", "dotted", "open"]);
  });

  it.each([1, 2, 3, 4, 5, 6])("draws %i places without a fault", (count) => {
    expect(faultsOf(layoutOverview(severalPlaces(count)))).toEqual([]);
  });

  it("keeps names of 253 characters inside their boxes", () => {
    const name = `${"konnectivity-server.".repeat(12)}example.com.`.slice(0, 253);
    const boxes = referenceTopology.boxes.map((box): TopologyBox => ({ ...box, title: name, detail: { kind: "known", value: name } }));
    expect(faultsOf(layoutOverview({ ...referenceTopology, boxes }))).toEqual([]);
  });

  it("keeps long titles of zones and frames inside them", () => {
    const long = "ein-sehr-langer-standortname ".repeat(9);
    const topology = {
      ...referenceTopology,
      zones: referenceTopology.zones.map((zone) => ({ ...zone, title: long, subtitle: long })),
      frames: referenceTopology.frames.map((frame) => ({ ...frame, title: long, subtitle: long })),
    };
    expect(faultsOf(layoutOverview(topology))).toEqual([]);
  });

  it("draws an empty topology as an empty picture", () => {
    expect(layoutOverview({ zones: [], frames: [], boxes: [], connections: [] }).shapes).toEqual([]);
  });

  it("draws any topology without a fault, the same every time", () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        const drawing = layoutOverview(topology);
        expect(faultsOf(drawing)).toEqual([]);
        expect(layoutOverview(structuredClone(topology))).toEqual(drawing);
        expect(idsOf(topology, "connection")).toEqual(topology.connections.map(({ id }) => id).toSorted());
        expect(idsOf(topology, "box")).toEqual(topology.boxes.map(({ id }) => id).toSorted());
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

const texts = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 20 }), fc.constantFrom("nodeport-proxy", "10.20.30.1", "User-cluster workers"));
const details: fc.Arbitrary<TopologyBox["detail"]> = fc.oneof(
  texts.map((value) => ({ kind: "known" as const, value })),
  fc.constant({ kind: "open" as const, question: "x" }),
  texts.map((who) => ({ kind: "later" as const, who })),
);

const topologies: fc.Arbitrary<Topology> = fc
  .record({
    places: fc.integer({ min: 0, max: 5 }),
    frames: fc.array(fc.record({ zone: fc.nat(20), title: texts, subtitle: texts, kind: fc.constantFrom("cluster" as const, "pool" as const) }), { maxLength: 6 }),
    boxes: fc.array(
      fc.record({ zone: fc.nat(20), frame: fc.option(fc.nat(20)), title: texts, detail: details, kind: fc.constantFrom("people", "virtual-address", "machines", "service", "router") }),
      { minLength: 1, maxLength: 25 },
    ),
    connections: fc.array(fc.record({ source: fc.nat(100), destination: fc.nat(100) }), { maxLength: 30 }),
  })
  .map(({ places, frames, boxes, connections }) => {
    const zones: Topology["zones"] = [
      { id: "people", title: "People", subtitle: "", kind: "people" },
      ...Array.from({ length: places }, (_, i) => ({ id: `place-${String(i)}`, title: `Place ${String(i)}`, subtitle: "vSphere", kind: "place" as const })),
      { id: "outside", title: "Outside", subtitle: "", kind: "outside" },
    ];
    const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
    const laidFrames = frames.map((frame, i) => ({ ...frame, id: `frame-${String(i)}`, zone: pick(zones, frame.zone)?.id ?? "people" }));
    const laidBoxes = boxes.map(({ zone, frame, ...box }, i): TopologyBox => {
      const within = frame === null ? undefined : pick(laidFrames, frame);
      return { ...box, kind: box.kind, id: `box-${String(i)}`, zone: within?.zone ?? pick(zones, zone)?.id ?? "people", ...(within && { frame: within.id }) };
    });
    return {
      zones,
      frames: laidFrames,
      boxes: laidBoxes,
      connections: connections.map(({ source, destination }, i) => ({
        id: `connection-${String(i)}`, number: i + 1, source: pick(laidBoxes, source)?.id ?? "", destination: pick(laidBoxes, destination)?.id ?? "", title: "", detail: "", flows: [],
      })),
    };
  });
