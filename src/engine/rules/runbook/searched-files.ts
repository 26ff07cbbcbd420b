import { heldUp } from "./step.ts";

/** What brings files of the working copy into a cluster or to the infrastructure, or copies what they name. */
const HANDS_OVER = /\bkubectl\b.* (?:apply|diff) |\bhelm upgrade |\bkubermatic-installer (?:deploy|mirror-images|mirror-binaries) |\bkubeone apply /;

const FILE = /(?:-f|--values|--config|--helm-values|-m|-c) ((?:'[^']*'|[\w./-])+\.yaml)(?![\w./-])/g;

/** Terraform reads its variables from a file that no command names. */
const TERRAFORM = /\bterraform -chdir=((?:'[^']*'|[\w./-])+) (?:plan|apply)\b/g;

/** What ssh lays onto a machine: files that it is led, and those from which sed writes what it is led. */
const ONTO_MACHINES = /(?:^|\| |\bdo )ssh /;
const COPIED = / (?:< |-e r)((?:'[^']*'|[\w./-])+)|((?:'[^']*'|[\w./-])+) \| ssh /g;

/** Scripts of operating systems are full of here-documents, which look like placeholders; profiles hold no secret. */
const NEVER_HOLDS_ONE = /(?:^|\/)operating-system-profiles\.yaml$/;

/** Files that a line hands over, each once. */
function handedOver(line: string): readonly string[] {
  const named = HANDS_OVER.test(line) ? [...line.matchAll(FILE)].map(([, file = ""]) => file) : [];
  const variables = [...line.matchAll(TERRAFORM)].map(([, folder = ""]) => `${folder}/terraform.tfvars`);
  const copied = ONTO_MACHINES.test(line) ? [...line.matchAll(COPIED)].map(([, led, written]) => led ?? written ?? "") : [];
  return [...new Set([...variables, ...named, ...copied])].filter((file) => !NEVER_HOLDS_ONE.test(file));
}

/** A file that goes once it is handed over. */
const REMOVED = /^rm ((?:'[^']*'|[\w./-])+)$/;

/** First and last line of a loop over several lines. */
const LOOP = { from: /^for .*; do$/, to: /^done$/ };

/** Lines of a step, each that hands over files inside a search of them for placeholders: what is handed over as a placeholder is taken for the value. What was not handed over is not deleted either, whichever file held its line up. */
export function searchedFirst(commands: readonly string[]): readonly string[] {
  let until: string | undefined;
  let inLoop = false;
  // Files that lines with a file hand over, itself among them.
  const handed = new Map<string, readonly string[]>();
  return commands.flatMap((line) => {
    if (until !== undefined) {
      if (line === until) until = undefined;
      return [line];
    }
    until = /<<'?(\w+)'?$/.exec(line)?.[1];
    inLoop = LOOP.from.test(line) || (inLoop && !LOOP.to.test(line));
    const removed = REMOVED.exec(line)?.[1];
    const files = (removed === undefined ? undefined : handed.get(removed)) ?? handedOver(line);
    for (const file of files) handed.set(file, [...new Set([...(handed.get(file) ?? []), ...files])]);
    return files.length === 0 ? [line] : heldUp(files, line, inLoop);
  });
}
