import type { Plan } from "../../engine/index.ts";
import type { DiagramBlock } from "../model.ts";
import { text } from "../text/inlines.ts";
import type { PartDefinition } from "./part.ts";

/** The overview diagram; nothing while there is no box to draw. */
export const diagram: PartDefinition = {
  id: "diagram",
  rules: ["topology."],
  choices: ["overview"],
  build: ({ plan }) => (plan.topology.boxes.length === 0 ? [] : [overview(plan)]),
};

/** The block that writers draw from the Plan's topology. */
export const overview = (plan: Plan): DiagramBlock => ({
  type: "diagram",
  id: "overview",
  caption: [text("Filled boxes are virtual addresses. Numbers on the lines are those of the connections and firewall rows.")],
  alternative: alternative(plan),
});

function alternative({ topology: { zones, boxes, connections } }: Plan): string {
  const inZones = zones.map(({ id, title }) => {
    const titles = boxes.filter(({ zone }) => zone === id).map((box) => box.title);
    return `${title}: ${titles.length > 0 ? titles.join(", ") : "no box"}`;
  });
  return `${inZones.join("; ")}. ${connections.length} numbered connections, listed in the table of connections.`;
}
