import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import type { Reader } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";

/** Whether Seeds count usage: only the Enterprise Edition does, so everything about it waits until somebody names the edition. */
export const countsUsage = (read: Reader): boolean => read.answer(sizing.plan.seedExtras).includes("metering") && read.answer(project.plan.edition) === "EE";

/** What a platform cluster does with the store of reports, as a sentence. */
export function useOfReports(read: Reader, cluster: string): string {
  const name = clusterName(read, cluster);
  const role = read.answer(infrastructure.cluster.role, cluster);
  if (role === "master") return `The API on ${name} lists reports there for the dashboard, and hands out links to them.`;
  return `Jobs on ${name} write reports there${role === "seed" ? "" : ", and the API lists them for the dashboard"}.`;
}
