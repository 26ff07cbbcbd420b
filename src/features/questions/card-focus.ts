import type { AnswerPath } from "../../engine/index.ts";

/** Id of the card of a question on its page. */
export const cardId = (path: AnswerPath): string => `q-${path}`;

/** Brings a card into view and puts the focus on its control. Returns false where the card is not on the page. */
export function focusCard(path: AnswerPath): boolean {
  const card = document.getElementById(cardId(path));
  if (!card) return false;
  card.scrollIntoView({ block: "start" });
  const control = card.querySelector<HTMLElement>("input:checked, input, textarea, select, button");
  control?.focus({ preventScroll: true });
  return true;
}
