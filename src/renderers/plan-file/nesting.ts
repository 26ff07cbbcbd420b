import { Lexer } from "yaml";

/** Deepest nesting that is read, of brackets and of list marks on one line; a plan needs seven. */
const DEEPEST = 50;

/** The lexer announces every scalar by this mark; the token after it is text, whatever it looks like. */
const SCALAR_FOLLOWS = "\x1f";

/** Whether brackets or list marks nest deeper than any plan. Reads tokens without building anything, and stops at once. */
export function isNestedTooDeep(text: string): boolean {
  let brackets = 0;
  let marks = 0;
  let before = "";
  for (const token of new Lexer().lex(text)) {
    if (before !== SCALAR_FOLLOWS) {
      if (token === "[" || token === "{") brackets += 1;
      else if (token === "]" || token === "}") brackets -= 1;
      else if (token === "-" || token === "?") marks += 1;
    }
    if (token.includes("\n")) marks = 0;
    if (brackets > DEEPEST || marks > DEEPEST) return true;
    before = token;
  }
  return false;
}
