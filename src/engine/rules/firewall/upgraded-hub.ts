import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { masterCluster } from "../basics/platform.ts";
import { hubLeft } from "../workloads/hub-left.ts";
import { servedByHub } from "../workloads/hub.ts";
import { installedHub } from "./installed-hub.ts";
import { knownIds } from "./subjects.ts";
import { reachesInternet } from "./way-out.ts";
import { chartsFromRegistry } from "./workplace.ts";

/** The management cluster of KubeLB whose manager an upgrade of KKP brings to another version. */
export interface UpgradedHub {
  /** Whether it was built for this plan, so that its own steps are run there; whoever runs another one runs them. */
  readonly own: boolean;
  /** Whether its nodes load images from the private registry alone. */
  readonly offline: boolean;
  /** Whether its chart comes from the private registry, for its nodes or for whoever upgrades it. */
  readonly chartFromRegistry: boolean;
  /** Clusters of the platform with a connector of their own, which follows. */
  readonly connectors: readonly string[];
}

/** KubeLB that a step upgrades before KKP; all that is needed for it follows from here. */
export const upgradedHub = rule<UpgradedHub>({
  id: "firewall.upgraded-kubelb",
  title: "KubeLB that comes to another version",
  per: "plan",
  sources: ["kubelb.upgrade"],
  derive: (read) => {
    read.rule(hubLeft);
    const own = !read.answer(kubelbHub.plan.kubelbRuns);
    const place = read.answer(kubelbHub.plan.kubelbPlace);
    const offline = read.rule(knownIds).places.has(place) && !reachesInternet(read, place);
    return { own, offline, chartFromRegistry: offline || (own && chartsFromRegistry(read, read.rule(masterCluster))), connectors: read.rule(servedByHub).clusters };
  },
});

/** Where the machine that installs the platform takes the chart of KubeLB's manager from; undefined where it takes none. */
export function managersChart(read: Reader): "registry" | "public" | undefined {
  const installed = read.outcome(installedHub);
  const upgraded = read.outcome(upgradedHub);
  if (installed.kind === "known") return installed.value.chartFromRegistry ? "registry" : "public";
  if (upgraded.kind === "known" && upgraded.value.own) return upgraded.value.chartFromRegistry ? "registry" : "public";
  return undefined;
}
