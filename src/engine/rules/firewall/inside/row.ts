import type { Fact } from "../../../facts/fact.ts";
import type { Reader } from "../../../kernel/rule.ts";
import type { InsideFlow } from "../../../plan/plan.ts";

/** Builds a row about traffic inside a cluster; `word` names it within the cluster. */
export function inside(
  read: Reader,
  cluster: string,
  word: string,
  { ports, ...row }: Pick<InsideFlow, "source" | "destination" | "protocol" | "component" | "why"> & { readonly ports: Fact<string> | string },
): InsideFlow {
  const id = `inside.${word}[${cluster}]`;
  return { id, cluster, ...row, ports: typeof ports === "string" ? ports : read.forRow(id, () => read.fact(ports)), from: read.cell };
}
