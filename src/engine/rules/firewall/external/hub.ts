import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { placeOfNewHub } from "../hub-place.ts";
import { hubSoftware } from "../hub-software.ts";
import { reachesInternet } from "../way-out.ts";
import { allowed } from "./row.ts";

/** Registries of a new management cluster of KubeLB. */
export const hubSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-kubelb",
  title: "Registries of KubeLB",
  per: "plan",
  sources: ["kubelb.requirements", "kkp.proxy-allow-list"],
  derive: (read) => {
    const place = placeOfNewHub(read);
    if (!reachesInternet(read, place)) return read.notApplicable("Its nodes load from mirrors inside.");
    return allowed(read, "kubelb", ends.hubNodes, ports.registries, hubSoftware(read), `Nodes of KubeLB in ${placeName(read, place)} load images from there, whenever a pod starts on a node that lacks them; hosts of whatever installs their Kubernetes come on top.`);
  },
});
