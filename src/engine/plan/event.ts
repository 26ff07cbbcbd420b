import type { Plan } from "./plan.ts";

/** What a plan is for, as one word: the upgrade of a platform that runs, or an installation. */
export const eventOf = ({ project }: Pick<Plan, "project">): "installation" | "upgrade" => (project.former === undefined ? "installation" : "upgrade");
