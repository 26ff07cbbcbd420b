import { project } from "../../answers/chapters/project.ts";
import { kubelbHome, kubelbManager } from "../../facts/balancers.ts";
import type { Reader } from "../../kernel/rule.ts";
import { hubVersion } from "../workloads/hub-version.ts";

/** The chart of KubeLB's manager. */
export interface HubChart {
  readonly name: string;
  readonly version: string;
  /** Where it lies at its public registry. */
  readonly source: string;
  readonly pullSecret: string;
  readonly enterprise: boolean;
}

/** The chart that goes with edition and release. */
export function hubChart(read: Reader): HubChart {
  const edition = read.answer(project.plan.edition);
  const name = read.fact(kubelbHome).charts[edition];
  const { repository, versions, pullSecret } = read.fact(kubelbManager);
  const version = versions[hubVersion(read)];
  if (version === undefined) throw new Error(`The catalogue must know a chart of KubeLB ${hubVersion(read)}`);
  return { name, version, source: `${repository}/${name}`, pullSecret, enterprise: edition === "EE" };
}
