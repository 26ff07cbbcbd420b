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
