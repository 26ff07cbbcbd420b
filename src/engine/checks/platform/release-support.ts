import { project } from "../../answers/chapters/project.ts";
import { supportedReleases } from "../../facts/releases.ts";
import { check } from "../../kernel/check.ts";
import { releases } from "../../releases/registry.ts";
import { installFix } from "../../rules/basics/install-fix.ts";
import { releaseIn } from "../../rules/basics/platform.ts";

/** A release that gets no fixes any more. */
export const releaseSupport = check({
  id: "platform.release-support",
  title: "The release is supported",
  severity: "advice",
  per: "plan",
  sources: ["kkp.support-policy"],
  examine: (read, _plan, report) => {
    const { id } = releaseIn(read);
    const count = read.fact(supportedReleases);
    const supported = releases.slice(-count).map((record) => record.id);
    if (supported.includes(id)) return;
    const path = read.path(project.plan.release);
    const newest = supported.at(-1) ?? id;
    report({
      title: `KKP ${id} gets no fixes any more`,
      message: `The latest ${count} minor releases are supported: ${supported.join(", ")}. KKP ${id} is older.`,
      remedy: `Install ${newest}, or plan the upgrade through every release between.`,
      fixes: installFix(read, newest),
      answers: [path],
    });
  },
});
