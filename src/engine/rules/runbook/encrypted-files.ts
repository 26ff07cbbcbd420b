import { access } from "../../answers/chapters/access.ts";
import type { Reader } from "../../kernel/rule.ts";

/** How each tool opens what it keeps encrypted in the repository. SOPS leaves a key of its name in every file that it closes. */
const OPENED = {
  "git-crypt": { command: "git-crypt unlock", words: "git-crypt unlocks them with the GPG key of whoever works there, and locks them again with each commit." },
  sops: { command: `git grep -lE '^sops:|"sops": ?[{]' | while IFS= read -r file; do sops --decrypt --in-place "$file"; done`, words: "SOPS opens them with the age or PGP key of whoever works there; before a commit `sops --encrypt --in-place` closes each again." },
} as const;

/** What opens the encrypted files of the working copy, once it is there, and the end of the sentence that secrets are never committed. */
export function encryptedFiles(read: Reader, repository: string): { readonly text: string; readonly commands: readonly string[] } {
  const store = read.answer(access.plan.secretStore);
  if (repository.toLowerCase() === "none" || (store !== "git-crypt" && store !== "sops")) return { text: ".", commands: [] };
  read.cite(store);
  const { command, words } = OPENED[store];
  return { text: ` but in encrypted files: ${words}`, commands: [command] };
}

/** Whether the configuration is kept in a repository at all. */
export const keepsFiles = (read: Reader): boolean => read.answer(access.plan.repository).toLowerCase() !== "none";

/** What is kept encrypted beside the files although its name is kept out. */
const FORCED = "A kubeconfig or a state of Terraform that is kept beside them is closed as well, and `git add --force` takes it along.";

/** Leaves of names that are read those whose file is staged in the clear; each tool leaves a mark in what it closes. */
const notClosed = (mark: string): string => `while IFS= read -r file; do git cat-file blob ":$file" | grep -qaE ${mark} || echo "$file"; done | grep .`;

/** What keeps secrets out of a commit: how the files that hold them are closed, and which of them may be staged by what they hold. */
export function closingFiles(read: Reader): { readonly text: string; readonly commands: readonly string[]; readonly notClosed?: string } {
  const store = read.answer(access.plan.secretStore);
  if (store === "git-crypt") {
    read.cite(store);
    return { text: `.gitattributes names every file that holds a secret, and the first command lists each of them as encrypted. ${FORCED}`, commands: ["git-crypt status"], notClosed: notClosed("'GITCRYPT'") };
  }
  if (store === "sops") {
    read.cite(store);
    return {
      text: `The first command closes the files that were closed in Git; a new one that holds a secret is closed by \`sops --encrypt --in-place\` as well. ${FORCED}`,
      commands: [`git grep -lE '^sops:|"sops": ?[{]' HEAD | cut -d: -f2 | while IFS= read -r file; do sops --encrypt --in-place "$file"; done`],
      notClosed: notClosed(`'^sops:|"sops": ?[{]'`),
    };
  }
  return { text: "Where a secret stands in a file, its placeholder of the table of settings goes back in first: the search before each installation finds it at the next upgrade.", commands: [] };
}
