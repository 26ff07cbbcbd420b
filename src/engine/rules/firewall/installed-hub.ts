import { rule } from "../../kernel/rule.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { installedRelease, masterCluster } from "../basics/platform.ts";
import { placeOfNewHub } from "./hub-place.ts";
import { reachesInternet } from "./way-out.ts";
import { chartsFromRegistry } from "./workplace.ts";

/** The management cluster of KubeLB on which this plan installs the manager. */
export interface InstalledHub {
  readonly place: string;
  /** Whether its nodes load images from the private registry alone. */
  readonly offline: boolean;
  /** Whether its chart comes from the private registry, for its nodes or for whoever installs it. */
  readonly chartFromRegistry: boolean;
}

/** Where a step installs KubeLB's manager; all that this machine needs for it follows from here. */
export const installedHub = rule<InstalledHub>({
  id: "firewall.installed-kubelb",
  title: "KubeLB that this plan installs",
  per: "plan",
  sources: ["kubelb.management"],
  derive: (read) => {
    const before = read.optionalRule(installedRelease);
    if (before && !comesNew(read, "load-balancers")) return read.notApplicable(`KKP ${before.id} is installed already.`);
    const place = placeOfNewHub(read);
    const offline = !reachesInternet(read, place);
    return { place, offline, chartFromRegistry: offline || chartsFromRegistry(read, read.rule(masterCluster)) };
  },
});
