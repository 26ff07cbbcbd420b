import { access } from "../../answers/chapters/access.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { releaseIn, runsAlready } from "../basics/platform.ts";
import { quote } from "../../values/shell.ts";
import { closingFiles, keepsFiles } from "./encrypted-files.ts";
import { workplaces } from "./bastions.ts";
import { excluded, stagedNames, stagedSecrets } from "./secret-files.ts";
import type { StepRule } from "./step.ts";

/** Keeps out of Git what must never be in it, in a file that the working copy alone has. */
export const excludedLines = (read: Reader): readonly string[] =>
  keepsFiles(read) ? [`printf '%s\\n' ${excluded.map(quote).join(" ")} > .git/info/exclude`] : [];

/** Commits and hands over what is staged, unless a secret is in it; a line that is pasted waits for the end of the block. */
const committed = (message: string, notClosed: string | undefined): readonly string[] => [
  `if ${[stagedNames, notClosed].filter((part) => part !== undefined).join(" | ")}; then echo 'Held up: these hold secrets.' >&2; false`,
  `elif ${stagedSecrets}; then echo 'Held up: these lines look like secrets.' >&2; false`,
  "else",
  `git commit -m ${quote(message)} && git pull --rebase && git push`,
  "fi",
];

/** The files of the installation go where the next upgrade takes them from. */
export const keptFiles: StepRule = rule({
  id: "runbook.kept-files",
  title: "Step: files into Git",
  per: "plan",
  sources: ["kkp.setup-checklist", "terraform.state", "kubeone.gitignore"],
  derive: (read) => {
    const repository = read.answer(access.plan.repository);
    if (!keepsFiles(read)) return read.notApplicable("The configuration is kept in no repository.");
    const { id } = releaseIn(read);
    const closing = closingFiles(read);
    const several = workplaces(read).length > 1 ? " Do so on each bastion: each has written files of its own." : "";
    return [
      {
        id: "step.kept-files",
        title: "Put the files into Git",
        text: `Since the first step, \`git add --all\` takes manifests, values, files of Terraform, certificates and public keys, and leaves out all else, such as kubeconfigs, the state of Terraform and the archive with keys of the authority that KubeOne writes for each cluster. ${closing.text}${several} Read what is staged before it is committed: the block behind it searches it for names and lines that look like a secret, and commits only where it finds none.`,
        commands: [...closing.commands, "git add --all", "git diff --cached", ...committed(`Files of KKP ${id}`, closing.notClosed)],
        from: read.cell,
        why: runsAlready(read) ? `The next upgrade starts from ${repository}, and so does the way back from this one.` : `The first upgrade starts from ${repository}, and whoever works on another machine does until then.`,
      },
    ];
  },
});
