import { isAskedThrough } from "../../../answers/answers.ts";
import { mirrors } from "../../../answers/chapters/mirrors.ts";
import { PLAN } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { listed } from "../../../values/sentence.ts";
import { placeName } from "../../basics/platform.ts";
import { offlinePlaces } from "../../internet/offline.ts";
import { ends } from "../ends.ts";

/** Mirrors that machines without internet load from, and the workstation that fills them. */
export const mirrorEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.mirrors",
  title: "Mirrors",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    const where = listed(read.rule(offlinePlaces).map((place) => placeName(read, place)));
    const from = read.cell;
    return [
      { id: ends.mirrorHost, title: "Mirror workstation", kind: "engineers", addresses: [], from, why: `It reaches the internet and all mirrors; machines in ${where} reach the mirrors alone.` },
      { id: ends.mirrorRegistry, title: "Private registry", kind: "registries", addresses: [read.maybe(mirrors.plan.mirrorRegistry)], from, why: `Every image and chart for ${where} comes from it, whenever a pod starts on a new node.` },
      { id: ends.mirrorBinaries, title: "Mirror of binaries", kind: "registries", addresses: [read.maybe(mirrors.plan.mirrorBinaries)], from, why: `New nodes in ${where} load kubelet, kubeadm and CNI plugins from it.` },
      ...(!isAskedThrough(read, mirrors.plan.mirrorPackages, PLAN) ? [] : [{ id: ends.mirrorPackages, title: "Mirror of packages", kind: "registries", addresses: [read.maybe(mirrors.plan.mirrorPackages)], from, why: `Machines in ${where} install and update packages from it.` } as const]),
    ];
  },
});
