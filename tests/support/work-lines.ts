import type { Plan, Setting } from "../../src/engine/index.ts";
import { shown } from "./plan-lines.ts";

/**
 * What engineers write and type for a plan, which `planLines` leaves out: fields with their values under the object that carries
 * them, and steps with their words and commands.
 */
export function workLines(plan: Plan): readonly string[] {
  const objects = new Map<string, Setting[]>();
  for (const setting of plan.settings) objects.set(setting.object, [...(objects.get(setting.object) ?? []), setting]);
  return [
    ...[...objects].flatMap(([object, fields]) => [`# ${object}`, ...fields.map(({ field, value }) => `${field}: ${shown(value)}`), ""]),
    ...plan.runbook.flatMap(({ id, title, text, files = [], commands, waiting = [] }) => [
      `# ${id}: ${title}`,
      ...(text === "" ? [] : [text]),
      ...waiting.map(({ question }) => `waits for ${question}`),
      ...files.flatMap(({ name, lines }) => [`  ${name}:`, ...lines.map((line) => `    ${line}`)]),
      ...commands.map((line) => `  ${line}`),
      "",
    ]),
  ];
}
