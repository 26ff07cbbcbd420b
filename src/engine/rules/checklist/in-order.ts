import type { ChecklistItem } from "../../plan/plan.ts";

/** Items in the order that they have, but for those that would stand before one that they wait for or are shown with: each follows the last of these. Items that wait for each other stay at the end. */
export function inOrder<T extends Pick<ChecklistItem, "id" | "dependsOn" | "shownWith">>(items: readonly T[]): readonly T[] {
  const ordered: T[] = [];
  const placed = new Set<string>();
  let held: readonly T[] = [];
  const isReady = ({ dependsOn, shownWith }: T): boolean => [...dependsOn, ...shownWith].every((id) => placed.has(id));
  const place = (item: T): void => {
    ordered.push(item);
    placed.add(item.id);
  };
  for (const item of items) {
    if (!isReady(item)) {
      held = [...held, item];
      continue;
    }
    place(item);
    for (let next = held.find(isReady); next; next = held.find(isReady)) {
      const { id } = next;
      place(next);
      held = held.filter((other) => other.id !== id);
    }
  }
  return [...ordered, ...held];
}
