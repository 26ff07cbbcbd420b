import { families } from "../../answers/chapters/families.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import { rule } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { platformDual } from "../basics/families.ts";
import { strategiesInUse } from "../basics/exposure.ts";
import { nestedAnywhere, unnestedAnywhere } from "../basics/nesting.ts";
import { INFRASTRUCTURE_RANGE } from "./overlap-verdicts.ts";
import { rangeRow } from "./range-row.ts";

/** Ranges inside the clusters, and the agent's address with Tunneling. */
export const insideRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-plan",
  title: "Ranges inside the clusters",
  per: "plan",
  sources: ["kkp.code.resources", "kubeone.defaults"],
  derive: (read) => {
    const { userClusterPods, userClusterServices, platformPods, platformServices, tunnelingAgentAddress } = network.plan;
    const infrastructure = nestedAnywhere(read) ? read.maybe(families.plan.infrastructureRanges) : undefined;
    const all: readonly (readonly [question: Question<string>, id: string, kind: AddressRange["kind"], title: string, why: string])[] = [
      ...(unnestedAnywhere(read)
        ? ([
            [userClusterPods, "range.user-cluster-pods", "pods", "Pods of user clusters", "All user clusters use it alike; nothing that their pods or nodes must reach may lie in it."],
            [userClusterServices, "range.user-cluster-services", "services", "Services of user clusters", "All user clusters use it alike; kube-proxy catches every address of it that a Service has."],
          ] as const)
        : []),
      [platformPods, "range.platform-pods", "pods", "Pods of master and Seeds", "Pods of the platform must reach node networks, registries and the identity source outside it."],
      [platformServices, "range.platform-services", "services", "Services of master and Seeds", "kube-proxy on master and Seeds catches every address of it that a Service has."],
    ];
    return [
      ...all.flatMap(([question, id, kind, title, why]) => rangeRow(read, read.answer(question), { id, kind, title, why, path: read.path(question) })),
      ...(nestedAnywhere(read)
        ? [
            ...rangeRow(read, read.answer(families.plan.nestedPods), {
              id: "range.user-cluster-pods-nested", kind: "pods", title: "Pods of nested user clusters", path: read.path(families.plan.nestedPods),
              why: "Their nodes are pods themselves, so it must differ from the pod range of the cluster that carries them.",
            }),
            ...rangeRow(read, read.answer(families.plan.nestedServices), {
              id: "range.user-cluster-services-nested", kind: "services", title: "Services of nested user clusters", path: read.path(families.plan.nestedServices),
              why: "It must differ from the Service range of the cluster that carries their nodes.",
            }),
            ...(infrastructure?.kind === "known" ? infrastructure.value : []).flatMap((text, at) => rangeRow(read, text, {
              id: `${INFRASTRUCTURE_RANGE}[${at + 1}]`, kind: "pods", title: "Pods and Services of an infrastructure cluster", path: read.path(families.plan.infrastructureRanges),
              why: "Nodes of nested user clusters are pods there, and reach each other and their Seed through it.",
            })),
          ]
        : []),
      ...(read.answer(families.plan.ipFamily) === "dual"
        ? [
            ...rangeRow(read, read.answer(families.plan.userClusterPods6), {
              id: "range.user-cluster-pods-v6", kind: "pods", title: "IPv6 pods of user clusters", path: read.path(families.plan.userClusterPods6),
              why: "With two address families every pod has an address of each; nothing with IPv6 that they must reach may lie in it.",
            }),
            ...rangeRow(read, read.answer(families.plan.userClusterServices6), {
              id: "range.user-cluster-services-v6", kind: "services", title: "IPv6 Services of user clusters", path: read.path(families.plan.userClusterServices6),
              why: "kube-proxy catches every IPv6 address of it that a Service has.",
            }),
          ]
        : []),
      ...(platformDual(read)
        ? [
            ...rangeRow(read, read.answer(families.plan.platformPods6), {
              id: "range.platform-pods-v6", kind: "pods", title: "IPv6 pods of master and Seeds", path: read.path(families.plan.platformPods6),
              why: "Pods behind entry and nodeport-proxy need an address of each family.",
            }),
            ...rangeRow(read, read.answer(families.plan.platformServices6), {
              id: "range.platform-services-v6", kind: "services", title: "IPv6 Services of master and Seeds", path: read.path(families.plan.platformServices6),
              why: "kube-proxy on master and Seeds catches every IPv6 address of it that a Service has.",
            }),
          ]
        : []),
      ...(read.rule(strategiesInUse).includes("Tunneling")
        ? rangeRow(read, read.answer(tunnelingAgentAddress), {
            id: "range.agent", kind: "agent", title: "Tunnelling agent on every worker", path: read.path(tunnelingAgentAddress),
            why: "With Tunneling every worker binds it, and pods reach their API server through it.",
          })
        : []),
    ];
  },
});
