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

/** The version of KubeLB's charts, of manager and connector alike; one, since Helm finds no range of them: their tags begin with a v. */
export function hubChartVersion(read: Reader): string {
  const version = read.fact(kubelbManager).versions[hubVersion(read)];
  if (version === undefined) throw new Error(`The catalogue must know a chart of KubeLB ${hubVersion(read)}`);
  return version;
}

/** The chart that goes with edition and release. */
export function hubChart(read: Reader): HubChart {
  const edition = read.answer(project.plan.edition);
  const name = read.fact(kubelbHome).charts[edition];
  const { repository, pullSecret } = read.fact(kubelbManager);
  return { name, version: hubChartVersion(read), source: `${repository}/${name}`, pullSecret, enterprise: edition === "EE" };
}

/** The chart of the connector that goes with the manager, in the same version. */
export function connectorChart(read: Reader): Pick<HubChart, "name" | "source"> {
  const name = read.fact(kubelbHome).connectors[read.answer(project.plan.edition)];
  return { name, source: `${read.fact(kubelbManager).repository}/${name}` };
}
