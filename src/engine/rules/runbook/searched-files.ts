import { SEARCH, noPlaceholder } from "./step.ts";

/** What brings files of the working copy into a cluster, or to the infrastructure. */
const HANDS_OVER = /\bkubectl\b.* (?:apply|diff) |\bhelm upgrade |\bkubermatic-installer deploy |\bkubeone apply /;

const FILE = /(?:-f|--values|--config|--helm-values|-m|-c) ((?:'[^']*'|[\w./-])+\.yaml)(?![\w./-])/g;

/** Scripts of operating systems are full of here-documents, which look like placeholders; profiles hold no secret. */
const NEVER_HOLDS_ONE = /(?:^|\/)operating-system-profiles\.yaml$/;

/** Lines of a step, with a search for placeholders before each file that they hand over and have not searched: what is handed over as a placeholder is taken for the value. */
export function searchedFirst(commands: readonly string[]): readonly string[] {
  const searched = new Set<string>();
  let until: string | undefined;
  return commands.flatMap((line) => {
    if (until !== undefined) {
      if (line === until) until = undefined;
      return [line];
    }
    until = /<<'?(\w+)'?$/.exec(line)?.[1];
    if (line.startsWith(SEARCH)) line.slice(SEARCH.length).split(" ").forEach((file) => searched.add(file));
    const handed = HANDS_OVER.test(line) ? [...line.matchAll(FILE)].map(([, file = ""]) => file) : [];
    const left = [...new Set(handed)].filter((file) => !searched.has(file) && !NEVER_HOLDS_ONE.test(file));
    left.forEach((file) => searched.add(file));
    return left.length === 0 ? [line] : [noPlaceholder(...left), line];
  });
}
