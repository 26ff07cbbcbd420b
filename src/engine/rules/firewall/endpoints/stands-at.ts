import type { Value } from "../../../kernel/outcome.ts";
import type { Endpoint } from "../../../plan/plan.ts";

/** Where an end stands whose address somebody hands out, by whether the internet reaches such addresses; undefined where nobody has to say. */
export function standsAt(reached: Value<boolean> | undefined): Pick<Endpoint, "stands"> {
  if (reached?.kind === "open") return { stands: reached };
  return reached?.kind === "known" ? { stands: reached.value ? "internet" : "private" } : {};
}
