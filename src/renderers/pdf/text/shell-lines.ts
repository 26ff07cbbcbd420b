const INDENT = "  ";
const CONTINUES = " \\";

/** What the shell is inside of at the end of a line, where a line cannot be continued. */
interface Inside {
  readonly quote: "'" | '"' | undefined;
  /** The word that ends a here-document. */
  readonly until: string | undefined;
}

/**
 * Lines of a shell script, none wider than `columns` signs where an argument ends before them: a long command goes on
 * below, behind a backslash, so that what is copied from paper or PDF is still one command; without an indent where an
 * argument itself goes on. Quoted texts, comments and here-documents stay as they are, because a backslash would become
 * part of them.
 */
export function shellLines(lines: readonly string[], columns: number): readonly string[] {
  let inside: Inside = { quote: undefined, until: undefined };
  return lines.flatMap((line) => {
    if (inside.until !== undefined) {
      if (line.trim() === inside.until) inside = { ...inside, until: undefined };
      return [line];
    }
    const { gaps, quote } = argumentsOf(line, inside.quote);
    inside = { quote, until: /<<-?\s*(['"]?)([A-Za-z_]\w*)\1/.exec(line)?.[2] };
    return continued(line, gaps, columns);
  });
}

/** Places of the single spaces between arguments, and the quote that is open at the end of the line. */
function argumentsOf(line: string, open: Inside["quote"]): { readonly gaps: readonly number[]; readonly quote: Inside["quote"] } {
  const gaps: number[] = [];
  let quote = open;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (sign === "\\" && quote !== "'") at++;
    else if (quote) quote = sign === quote ? undefined : quote;
    else if (sign === "'" || sign === '"') quote = sign;
    else if (sign === "#" && (at === 0 || line[at - 1] === " ")) return { gaps: [], quote };
    else if (sign === " " && at > 0 && line[at - 1] !== " " && line[at + 1] !== " ") gaps.push(at);
  }
  return { gaps, quote };
}

function continued(line: string, gaps: readonly number[], columns: number): readonly string[] {
  const cut: string[] = [];
  let from = 0;
  let indent = "";
  const finish = (to: number, mark: string) => cut.push(`${indent}${line.slice(from, to)}${mark}`);
  while (indent.length + line.length - from > columns) {
    const room = from + columns - indent.length - CONTINUES.length;
    const after = gaps.filter((gap) => gap > from);
    const gap = after.findLast((place) => place <= room) ?? after[0];
    const inWord = (gap ?? line.length) > room ? insideOf(line.slice(from, gap), columns - indent.length - 1) : 0;
    if (inWord > 0) {
      finish(from + inWord, "\\");
      from += inWord;
      indent = "";
    } else if (gap === undefined) break;
    else {
      finish(gap, CONTINUES);
      from = gap + 1;
      indent = INDENT;
    }
  }
  return [...cut, `${indent}${line.slice(from)}`];
}

/** Where an argument that is wider than a line is cut: behind a sign that names are built with; 0 where a quote forbids it. */
function insideOf(argument: string, room: number): number {
  if (argument.length <= room || /['"\\ ]/.test(argument)) return 0;
  return /^.*[-/.,:=]/.exec(argument.slice(0, room))?.[0].length ?? 0;
}
