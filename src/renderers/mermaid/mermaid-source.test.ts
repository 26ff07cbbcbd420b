import { describe, expect, it } from "vitest";
import { starterAnswers, starterNames } from "../../../tests/support/starter-plans.ts";
import { planFrom, withAnswer, type Topology } from "../../engine/index.ts";
import { mermaidLabel, mermaidText } from "./mermaid-label.ts";
import { mermaidSource } from "./mermaid-source.ts";

const known = (value: string) => ({ kind: "known", value }) as const;

const topology: Topology = {
  zones: [
    { id: "people", title: "People", subtitle: "", kind: "people" },
    { id: "fra", title: "Frankfurt", subtitle: "10.20.0.0/24", kind: "place" },
  ],
  frames: [{ id: "frame", zone: "fra", title: "seed", subtitle: "master and Seed", kind: "cluster" }],
  boxes: [
    { id: "users", zone: "people", title: "Users", detail: known(""), kind: "people" },
    { id: "entry[seed]", zone: "fra", frame: "frame", title: "Platform entry", detail: known("10.20.30.1"), kind: "virtual-address" },
    { id: "vcenter", zone: "fra", title: "vCenter", detail: { kind: "open", question: "infrastructure.places.fra.vsphereServer" }, kind: "service" },
    { id: "api", zone: "fra", title: "API", detail: { kind: "later", who: "Azure" }, kind: "virtual-address" },
  ],
  connections: [{ id: "c1", number: 3, source: "users", destination: "entry[seed]", title: "Dashboard", detail: "TCP 443", flows: [] }],
};

/** Every line that this writer may produce; a label is quoted and holds nothing that Mermaid reads as syntax. */
const LABEL = String.raw`"(?:[^"#<>&%\\\x60]|#lt;|#gt;|#amp;|<br/>)*"`;
const LINES = [
  /^flowchart LR$/,
  new RegExp(`^ *subgraph [zf]\\d+\\[${LABEL}\\]$`),
  /^ *end$/,
  new RegExp(`^ *n\\d+\\[${LABEL}\\]:::[a-z]+$`),
  /^ *n\d+ -->\|"\d+"\| n\d+$/,
  /^ *class [zf]\d+ (?:zone|frame)$/,
  /^ *classDef [a-z]+ [a-zA-Z0-9:#,-]+$/,
];

function expectSound(source: string): void {
  const lines = source.split("\n");
  for (const line of lines) expect(LINES.some((form) => form.test(line)), line).toBe(true);
  expect(lines.filter((line) => / subgraph /.test(line)).length).toBe(lines.filter((line) => line.trim() === "end").length);
}

describe("mermaidSource", () => {
  it("draws zones and frames as subgraphs, boxes as nodes and numbers on the edges", () => {
    expect(mermaidSource(topology).split("\n").slice(0, 16)).toEqual([
      "flowchart LR",
      '  subgraph z1["People"]',
      '    n1["Users"]:::people',
      "  end",
      "  class z1 zone",
      '  subgraph z2["Frankfurt, 10.20.0.0/24"]',
      '    subgraph f1["seed, master and Seed"]',
      '      n2["Platform entry<br/>10.20.30.1"]:::virtual',
      "    end",
      "    class f1 frame",
      '    n3["vCenter<br/>open"]:::service',
      '    n4["API<br/>assigned by Azure"]:::virtual',
      "  end",
      "  class z2 zone",
      '  n1 -->|"3"| n2',
      "  classDef virtual fill:#174A9C,stroke:#174A9C,color:#FFFFFF",
    ]);
  });

  it.each(starterNames)("is sound for %s and draws every box and line", (name) => {
    const plan = planFrom(starterAnswers(name));
    const source = mermaidSource(plan.topology);
    expectSound(source);
    expect(source.match(/:::/g) ?? []).toHaveLength(plan.topology.boxes.length);
    expect(source.match(/-->/g) ?? []).toHaveLength(plan.topology.connections.length);
  });

  it.each(['"', "#quot; a#b;c", "<b>&amp;", "\\n", "%%{init}%%", "`code`", "a\nb", "end", "]} |(", "1. a", "שלום", "x".repeat(300)])("stays sound with %j as a name", (text) => {
    expectSound(mermaidSource(planFrom(withAnswer(starterAnswers("reference-setup"), "infrastructure.places.main.name", text)).topology));
  });
});

describe("mermaidText", () => {
  it.each([
    ["quotes", 'a "b"', "a ”b”"],
    ["entities", "#5; <b> & c", "♯5; #lt;b#gt; #amp; c"],
    ["comments and escapes", "50%% \\n `x`", "50％％ ∖n ˋxˋ"],
    ["line breaks", "a\n\tb", "a b"],
    ["a list mark", "1. Rechenzentrum", "\u20601. Rechenzentrum"],
  ])("disarms %s", (_name, text, expected) => expect(mermaidText(text)).toBe(expected));

  it("shortens what no box can hold", () => expect(mermaidText("x".repeat(300))).toHaveLength(60));

  it("leaves out empty lines", () => expect(mermaidLabel("a", "", "b")).toBe('"a<br/>b"'));
});
