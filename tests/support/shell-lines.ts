/** Lines of a step without the text that a here-document hands over. */
export function linesOf(commands: readonly string[]): readonly string[] {
  let until: string | undefined;
  return commands.filter((line) => {
    if (until !== undefined) {
      if (line === until) until = undefined;
      return false;
    }
    until = /<<'?(\w+)'?$/.exec(line)?.[1];
    return true;
  });
}

/** Text in quotes says nothing about programs, but for what a substitution runs. */
const bare = (line: string): string => line.replace(/'[^']*'/g, "Q").replace(/"(?![^"]*\$\()[^"]*"/g, "Q");

/** First words of all simple commands in the lines: after pipes, in substitutions and behind keywords of loops. */
export function calledPrograms(commands: readonly string[]): readonly string[] {
  return linesOf(commands).flatMap((line) =>
    bare(line)
      .split(/\|\||&&|[|;()]|\$\(|\bdo\b|\bthen\b|\bif\b|(?:^|\s)!\s/)
      .map((part) => part.trim().replace(/^"/, "").replace(/^(?:[A-Z_]+=\S+\s+)+/, "").split(/\s+/)[0] ?? "")
      .filter((word) => /^[a-z][a-z0-9-]*$/.test(word)),
  );
}

const FILE = /(?:-f |--values |--config |--helm-values |-m |-t |-c |--from-file=(?:[\w.-]+=)?|--cert=|--key=|-in )((?:'[^']*'|[\w./-])+)(?![=\w./-])/g;

/** Files of the working copy that a line hands to a program. */
export function filesRead(line: string): readonly string[] {
  return [...line.matchAll(FILE)]
    .map(([, file = ""]) => file)
    .filter((file) => /\.\w+$|\/[\w-]+$/.test(file) && !file.startsWith("/") && !file.startsWith(".."));
}

/** Files that a line writes. */
export const filesWritten = (line: string): readonly string[] => [...line.matchAll(/> ((?:'[^']*'|[\w./-])+)/g)].map(([, file = ""]) => file).filter((file) => !file.startsWith("/dev/"));
