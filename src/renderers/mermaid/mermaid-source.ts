import { detailOf } from "../../diagram/index.ts";
import type { Topology, TopologyBox } from "../../engine/index.ts";
import { mermaidLabel } from "./mermaid-label.ts";

/** How a box looks; virtual addresses are the only filled ones. */
const CLASSES: Readonly<Record<TopologyBox["kind"], string>> = {
  people: "people",
  "virtual-address": "virtual",
  machines: "machines",
  service: "service",
  router: "router",
};

/** Plain colours that hold on light and dark pages. */
const STYLES = [
  "classDef virtual fill:#174A9C,stroke:#174A9C,color:#FFFFFF",
  "classDef machines fill:#FFFFFF,stroke:#14181F,color:#14181F,stroke-width:2px",
  "classDef people fill:#FFFFFF,stroke:#14181F,color:#14181F",
  "classDef service fill:#FFFFFF,stroke:#4A5160,color:#14181F",
  "classDef router fill:#FFFFFF,stroke:#4A5160,color:#14181F,stroke-width:2px",
  "classDef zone fill:#EEF0F3,stroke:#A9B0BC,color:#14181F",
  "classDef frame fill:#FFFFFF,stroke:#A9B0BC,color:#14181F",
];

type Group = Readonly<Record<"id" | "title" | "subtitle", string>>;

/**
 * The overview as Mermaid source: zones and frames as subgraphs, boxes as nodes, numbered connections as edges. Ids are
 * made here (`n1`, `z1`), so no text of an answer is ever read as syntax.
 */
export function mermaidSource(topology: Topology): string {
  const { zones, frames, boxes, connections } = topology;
  const ids = new Map<string, string>([
    ...zones.map(({ id }, at) => [id, `z${at + 1}`] as const),
    ...frames.map(({ id }, at) => [id, `f${at + 1}`] as const),
    ...boxes.map(({ id }, at) => [id, `n${at + 1}`] as const),
  ]);
  const idOf = (id: string): string => ids.get(id) ?? "";
  const node = (box: TopologyBox): string => `${idOf(box.id)}[${mermaidLabel(box.title, detailOf(box.detail))}]:::${CLASSES[box.kind]}`;
  const group = (look: "zone" | "frame", { id, title, subtitle }: Group, content: readonly string[]): readonly string[] =>
    // The title has one line: Mermaid keeps no room for a second one above the boxes.
    content.length === 0
      ? []
      : [`subgraph ${idOf(id)}[${mermaidLabel([title, subtitle].filter((part) => part !== "").join(", "))}]`, ...content.map((line) => `  ${line}`), "end", `class ${idOf(id)} ${look}`];
  const zone = (area: Topology["zones"][number]): readonly string[] =>
    group("zone", area, [
      ...frames
        .filter((frame) => frame.zone === area.id)
        .flatMap((frame) => group("frame", frame, boxes.filter((box) => box.frame === frame.id).map(node))),
      ...boxes.filter((box) => box.zone === area.id && box.frame === undefined).map(node),
    ]);
  const edges = connections
    .filter(({ source, destination }) => ids.has(source) && ids.has(destination))
    .map(({ number, source, destination }) => `${idOf(source)} -->|"${number}"| ${idOf(destination)}`);
  return ["flowchart LR", ...[...zones.flatMap(zone), ...edges, ...STYLES].map((line) => `  ${line}`)].join("\n");
}
