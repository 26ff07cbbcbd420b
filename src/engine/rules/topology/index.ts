import { rule } from "../../kernel/rule.ts";
import type { Topology } from "../../plan/plan.ts";

/** What the overview diagram shows. */
export const topology = rule<Topology>({
  id: "topology.overview",
  title: "Overview diagram",
  per: "plan",
  sources: ["kkp.networking"],
  derive: () => ({ zones: [], frames: [], boxes: [], connections: [] }),
});
