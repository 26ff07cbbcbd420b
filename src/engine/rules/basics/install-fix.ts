import { project } from "../../answers/chapters/project.ts";
import type { ReleaseId } from "../../facts/source.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Fix } from "../../plan/plan.ts";
import { releaseOf } from "../../releases/registry.ts";

/** A fix that plans another release, where the platform that is installed can be brought to it in one step. */
export function installFix(read: Reader, release: ReleaseId): readonly Fix[] {
  const from = read.optional(project.plan.upgradeFrom);
  const skips = from !== undefined && from !== "none" && releaseOf(release).upgradesFrom !== from;
  return skips ? [] : [{ title: `Install KKP ${release}`, set: [{ path: read.path(project.plan.release), value: release }] }];
}
