import { describe, expect, it } from "vitest";
import { visualOrder } from "./visual-order.ts";

const drawn = (text: string) => visualOrder([{ text, of: 0 }]).map((part) => part.text).join("");

describe("visualOrder", () => {
  it.each([
    ["plain text stays", "abc (1)", "abc (1)"],
    ["a word turns", "abc אבג", "abc גבא"],
    ["words turn as a whole", "אבג דהו", "והד גבא"],
    ["other letters end a run", "אב cd אב", "בא cd בא"],
    ["numbers keep their order and follow their word", "a אב 123 b", "a 123 בא b"],
    ["addresses keep their order", "אב 10.20.0.0/24", "10.20.0.0/24 בא"],
    ["brackets inside a run are mirrored", "אב (גד) הו", "וה (דג) בא"],
    ["marks stay on their letter", "שָׁל", "לשָׁ"],
  ])("%s", (_name, text, expected) => expect(drawn(text)).toBe(expected));

  it("keeps what belongs to each part of a line", () => {
    expect(visualOrder([{ text: "a ", of: "plain" }, { text: "אב", of: "bold" }, { text: " גד", of: "plain" }])).toEqual([
      { text: "a דג ", of: "plain" },
      { text: "בא", of: "bold" },
    ]);
  });
});
