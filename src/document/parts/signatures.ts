import { TEAMS, type TeamId } from "../../engine/index.ts";
import { teamName } from "../scope.ts";
import type { PartDefinition } from "./part.ts";

/** Boxes for signatures: the roles the template names, and every team that has something to prepare. */
export const signatures: PartDefinition = {
  id: "signatures",
  rules: [],
  build: (scope, { roles = "" }) => {
    const named = roles.split(";").map((role) => role.trim());
    const busy = (Object.keys(TEAMS) as TeamId[]).filter((team) => scope.plan.checklist.some((item) => item.team === team));
    return [{ type: "signatures", roles: [...named.filter((role) => role !== ""), ...busy.map((team) => teamName(scope, team))] }];
  },
};
