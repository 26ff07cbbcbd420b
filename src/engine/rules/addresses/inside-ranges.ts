import { families } from "../../answers/chapters/families.ts";
import { network } from "../../answers/chapters/network.ts";
import { podAddresses } from "../../answers/chapters/pod-addresses.ts";
import type { Question } from "../../answers/question.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { platformDual } from "../basics/families.ts";
import { nestedAnywhere, unnestedAnywhere } from "../basics/nesting.ts";
import { clusterName } from "../basics/platform.ts";
import { listed } from "../../values/sentence.ts";
import { INFRASTRUCTURE_RANGE, OWN_PODS } from "./overlap-verdicts.ts";
import { onNodeAddresses, podsOfNodes } from "./pods-of-nodes.ts";
import { podsSeen } from "./pods-seen.ts";
import { rangeRow } from "./range-row.ts";

/** Ranges inside the clusters. */
export const insideRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-plan",
  title: "Ranges inside the clusters",
  per: "plan",
  sources: ["kkp.code.resources", "kubeone.defaults"],
  derive: (read) => {
    const { userClusterPods, userClusterServices, platformPods, platformServices } = network.plan;
    const row = (question: Question<string>, id: string, kind: AddressRange["kind"], title: string, why: string | (() => string), matters?: () => unknown): readonly AddressRange[] =>
      read.forRow(id, () => {
        matters?.();
        const text = read.answer(question);
        return rangeRow(read, text, { id, kind, title, why: typeof why === "function" ? why() : why, path: read.path(question), ...(question === platformPods && read.rule(podsOfNodes).includes(text) ? { ofNodes: true } : {}) });
      });
    const others = (): string => {
      const alike = onNodeAddresses(read);
      return alike.length === 0 || read.rule(podsOfNodes).length > 0 ? "" : ` Those of ${listed(alike.map((cluster) => clusterName(read, cluster)))} take addresses of their nodes.`;
    };
    /** A range of master and Seeds, once it is known: who makes no cluster by KubeOne has to tell it, and the others stand without it. */
    const platformRow = (...of: Parameters<typeof row>): readonly AddressRange[] => (read.aside(() => read.maybe(of[0])).kind === "known" ? row(...of) : []);
    const nested = read.aside(() => nestedAnywhere(read));
    const carriers = nested ? read.aside(() => read.maybe(families.plan.infrastructureRanges)) : undefined;
    const carried = () => nestedAnywhere(read);
    const dual = () => read.answer(families.plan.ipFamily) === "dual";
    const platform = () => platformDual(read);
    return [
      ...(read.aside(() => unnestedAnywhere(read))
        ? [
            ...row(userClusterPods, "range.user-cluster-pods", "pods", "Pods of user clusters", "All user clusters use it alike; nothing that their pods or nodes must reach may lie in it."),
            ...row(userClusterServices, "range.user-cluster-services", "services", "Services of user clusters", "All user clusters use it alike; an address of the site inside it is out of their reach as soon as a Service has it."),
          ]
        : []),
      ...platformRow(platformPods, "range.platform-pods", "pods", "Pods of master and Seeds", () => `Pods of the platform must reach node networks, registries and the identity source outside it.${others()}`),
      ...read.subjects("cluster").flatMap((cluster) => rangesOfPods(read, cluster)),
      ...platformRow(platformServices, "range.platform-services", "services", "Services of master and Seeds", "An address of the site inside it is out of reach for master and Seeds as soon as a Service has it."),
      ...(nested
        ? [
            ...row(families.plan.nestedPods, "range.user-cluster-pods-nested", "pods", "Pods of nested user clusters", "Their nodes are pods themselves, so it must differ from the pod range of the cluster that carries them.", carried),
            ...row(families.plan.nestedServices, "range.user-cluster-services-nested", "services", "Services of nested user clusters", "It must differ from the Service range of the cluster that carries their nodes.", carried),
            ...(carriers?.kind === "known" ? carriers.value : []).flatMap((text, at) => {
              const id = `${INFRASTRUCTURE_RANGE}[${at + 1}]`;
              return read.forRow(id, () => {
                carried();
                read.maybe(families.plan.infrastructureRanges);
                return rangeRow(read, text, {
                  id, kind: "pods", title: "Pods and Services of an infrastructure cluster", path: read.path(families.plan.infrastructureRanges),
                  why: "Nodes of nested user clusters are pods there, and reach each other and their Seed through it.",
                });
              });
            }),
          ]
        : []),
      ...(read.aside(dual)
        ? [
            ...row(families.plan.userClusterPods6, "range.user-cluster-pods-v6", "pods", "IPv6 pods of user clusters", "With two address families every pod has an address of each; nothing with IPv6 that they must reach may lie in it.", dual),
            ...row(families.plan.userClusterServices6, "range.user-cluster-services-v6", "services", "IPv6 Services of user clusters", "An IPv6 address of the site inside it is out of reach for user clusters as soon as a Service has it.", dual),
          ]
        : []),
      ...(read.aside(platform)
        ? [
            ...platformRow(families.plan.platformPods6, "range.platform-pods-v6", "pods", "IPv6 pods of master and Seeds", "Pods behind entry and nodeport-proxy need an address of each family.", platform),
            ...platformRow(families.plan.platformServices6, "range.platform-services-v6", "services", "IPv6 Services of master and Seeds", "An IPv6 address of the site inside it is out of reach for master and Seeds as soon as a Service has it.", platform),
          ]
        : []),
    ];
  },
});

/** Ranges of pods that others see as they are, beside the range of the platform; that of a single cluster is the same. */
function rangesOfPods(read: Reader, cluster: string): readonly AddressRange[] {
  if (read.subjects("cluster").length === 1) return [];
  const seen = read.aside(() => read.rule(podsSeen, cluster)).ranges;
  return seen.flatMap((range, at) => {
    const id = `${OWN_PODS}${at + 1}[${cluster}]`;
    if (range.kind !== "known") return [];
    return read.forRow(id, () => {
      read.rule(podsSeen, cluster);
      const name = clusterName(read, cluster);
      return rangeRow(read, range.value, { id, kind: "pods", title: `Pods of ${name}`, path: read.path(podAddresses.cluster.podRanges, cluster), why: `Pods of ${name} call others with addresses of it, so it is routed like a network of machines and used nowhere else.` });
    });
  });
}
