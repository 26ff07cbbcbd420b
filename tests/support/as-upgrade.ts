import { addressPins, planFrom, withAnswer, type Answers, type AnswerValue } from "../../src/engine/index.ts";

const changed = (answers: Answers, changes: Readonly<Record<string, AnswerValue | undefined>>): Answers => Object.entries(changes).reduce((so, [path, value]) => withAnswer(so, path, value), answers);

/** Answers that make an upgrade of a plan. */
export type UpgradeAnswers = Readonly<Record<string, AnswerValue | undefined>> & { readonly "project.upgradeFrom": string };

/** The same plan as an upgrade, whose running Services hold what the plan of a new installation of the release before gives them. */
export function asUpgrade(answers: Answers, changes: UpgradeAnswers): Answers {
  const upgraded = changed(answers, { "loadBalancer.entryBefore": "nginx", ...changes });
  const entry = upgraded.given["loadBalancer.entryBefore"] === "gateway" ? "gateway" : "standard";
  const installed = changed(answers, { ...changes, "project.release": changes["project.upgradeFrom"], "project.upgradeFrom": "none", "loadBalancer.entry": entry });
  const moves = new Set(planFrom(upgraded).addresses.assignments.flatMap(({ purpose, cluster }) => (purpose === "former-entry" ? [cluster] : [])));
  return addressPins(installed, planFrom(installed)).reduce((so, { path, value }) => {
    const cluster = path.split(".")[2] ?? "";
    return withAnswer(so, moves.has(cluster) ? path.replace(/keepEntry$/, "keepFormerEntry") : path, value);
  }, upgraded);
}
