import { planner, type Answers, type Plan } from "../engine/index.ts";

const derive = planner();

/**
 * The plan that other answers would give. Whatever weighs something goes through here, from one possibility to the next,
 * so that what they share is derived once; apart from the session's own plan.
 */
export const planIf = (answers: Answers): Plan => derive(answers);
