/** Everything the document is printed with. Severity is told by sign, word and weight, never by colour. */
export const ink = {
  text: "#14181F",
  grey: "#4A5160",
  rule: "#A9B0BC",
  tint: "#EEF0F3",
  accent: "#174A9C",
  paper: "#FFFFFF",
} as const;

export type Ink = (typeof ink)[keyof typeof ink];
