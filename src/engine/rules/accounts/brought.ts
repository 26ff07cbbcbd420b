import { project } from "../../answers/chapters/project.ts";
import { driverVersions } from "../../facts/providers.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";

/** What KKP brings into user clusters of an infrastructure and runs with its account, as a sentence. */
export function broughtInto(read: Reader, { userClusters }: Provider): string {
  const { cloudController, storageDriver, sources } = userClusters;
  read.cite(...sources);
  if (storageDriver === undefined) return cloudController ? "KKP brings the cloud controller into them, and no storage driver." : "KKP brings neither cloud controller nor storage driver into them.";
  const versions = driverVersions[storageDriver];
  const release = versions ? read.optional(project.plan.release) : undefined;
  const version = versions && release ? read.fact(versions)[release] : undefined;
  const driver = `the storage driver ${storageDriver}${version === undefined ? "" : ` ${version}`}`;
  return cloudController ? `KKP brings the cloud controller and ${driver} into them.` : `KKP brings ${driver} into them, and no cloud controller.`;
}
