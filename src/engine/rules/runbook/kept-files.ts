import { access } from "../../answers/chapters/access.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { releaseIn, runsAlready } from "../basics/platform.ts";
import { quote } from "../../values/shell.ts";
import { closingFiles, keepsFiles } from "./encrypted-files.ts";
import { workplaces } from "./bastions.ts";
import { PROVIDERS } from "./mirror.ts";
import type { StepRule } from "./step.ts";

/** What lies in a working copy and is no file of the installation: keys, states, and what is loaded or made anew. */
const NEVER = ["kubeconfig", "*.key", "*.tfstate*", ".terraform/", "tf.json", "tfplan", "credentials.yaml", "presets.yaml", `${PROVIDERS}/`, "*.tgz", "binaries/"] as const;

/** Keeps out of Git what must never be in it, in a file that the working copy alone has. */
export const excludedLines = (read: Reader): readonly string[] =>
  keepsFiles(read) ? [`printf '%s\\n' ${NEVER.map(quote).join(" ")} > .git/info/exclude`] : [];

/** The files of the installation go where the next upgrade takes them from. */
export const keptFiles: StepRule = rule({
  id: "runbook.kept-files",
  title: "Step: files into Git",
  per: "plan",
  sources: ["kkp.setup-checklist", "terraform.state"],
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
        text: `Since the first step, \`git add --all\` leaves out keys, kubeconfigs and the state of Terraform. ${closing.text}${several} Read what is staged before it is committed.`,
        commands: [...closing.commands, "git add --all", "git diff --cached", ...closing.searched, `git commit -m ${quote(`Files of KKP ${id}`)}`, "git pull --rebase", "git push"],
        from: read.cell,
        why: runsAlready(read) ? `The next upgrade starts from ${repository}, and so does the way back from this one.` : `The first upgrade starts from ${repository}, and whoever works on another machine does until then.`,
      },
    ];
  },
});
