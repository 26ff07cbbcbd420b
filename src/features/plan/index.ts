export { PlanPart } from "./plan-part.tsx";
export { PlanRail } from "./plan-rail.tsx";
