import { kubelbMatrix, kubelbMutualTls, kubelbVersions } from "../../facts/balancers.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { isBelow } from "../basics/kubernetes.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { installedRelease, releaseIn } from "../basics/platform.ts";
import { hubEncrypts, hubVersion } from "./hub-version.ts";
import { servedByHub } from "./hub.ts";

/** What an upgrade of KKP leaves behind of KubeLB that runs. */
export interface HubLeft {
  /** The KubeLB that takes their place. */
  readonly version: string;
  /** Versions that went with the release before, and do not stay: oldest first. */
  readonly left: readonly string[];
  /** Those of them that no source names for the new release. */
  readonly unnamed: readonly string[];
  /** Others of them, which are older than the connector of the new release. */
  readonly older: readonly string[];
  readonly connector: string;
  /** Whether the new version goes with the release before as well. */
  readonly both: boolean;
}

/** Versions of KubeLB that go with the release: those that the matrix names, none older than the connector that KKP brings, and none without what is asked of it. Empty where no version has all of it. */
export function hubsOf(read: Reader): readonly string[] {
  const { id } = releaseIn(read);
  const { connector } = read.fact(kubelbVersions)[id];
  const brings = read.rule(servedByHub).datacenters.length > 0;
  const least = hubEncrypts(read) ? read.fact(kubelbMutualTls).since : undefined;
  return Object.entries(read.fact(kubelbMatrix)).flatMap(([version, releases]) => (releases.includes(id) && !(brings && isBelow(version, connector)) && !(least !== undefined && isBelow(version, least)) ? [version] : []));
}

/** KubeLB of a running platform that the new release wants another version of. */
export const hubLeft = rule<HubLeft>({
  id: "workloads.kubelb-left",
  title: "KubeLB that an upgrade leaves behind",
  per: "plan",
  sources: ["kubelb.compatibility", "kubelb.upgrade", "kkp.code.kubelb"],
  derive: (read) => {
    const before = read.rule(installedRelease);
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0) return read.notApplicable("KubeLB serves nothing in this plan.");
    if (!isRunning(read, "load-balancers")) return read.notApplicable("KubeLB may come with this upgrade.");
    const { id } = releaseIn(read);
    const named = Object.entries(read.fact(kubelbMatrix)).filter(([, releases]) => releases.includes(before.id));
    const unnamed = named.filter(([, releases]) => !releases.includes(id)).map(([version]) => version);
    const { connector } = read.fact(kubelbVersions)[id];
    // KKP brings its connector into user clusters alone.
    const older = datacenters.length === 0 ? [] : named.map(([version]) => version).filter((version) => isBelow(version, connector) && !unnamed.includes(version));
    const left = named.map(([version]) => version).filter((version) => unnamed.includes(version) || older.includes(version));
    if (left.length === 0) return read.notApplicable(`Each KubeLB of KKP ${before.id} goes with KKP ${id}.`);
    const version = hubVersion(read);
    return { version, left, unnamed, older, connector, both: (read.fact(kubelbMatrix)[version] ?? []).includes(before.id) };
  },
});
