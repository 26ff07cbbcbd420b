import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { workerNetwork6 } from "../basics/families.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";
import { nameOfDatacenter } from "../basics/platform.ts";
import { listed } from "../../values/sentence.ts";
import { setting } from "./setting.ts";

const objectOf = (read: Reader, datacenter: string): string => `User clusters of ${nameOfDatacenter(read, datacenter)}`;

/** Whether user clusters of a datacenter get both families: they are wanted, and the infrastructure carries them. */
const isDual = (read: Reader, { dualStack }: Provider): boolean => read.answer(families.plan.ipFamily) === "dual" && dualStack !== undefined;

/** Ranges of pods and Services that each user cluster has to name, because KKP gives others unasked. */
export const userClusterInnerRanges = rule<readonly Setting[]>({
  id: "settings.seeds-inner-ranges",
  title: "Fields of user clusters: ranges of pods and Services",
  per: "datacenter",
  sources: ["kkp.code.resources", "kkp.code.cluster-defaults"],
  derive: (read, datacenter) => {
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const dual = isDual(read, provider);
    const row = (word: "pods" | "services", first: Question<string>, second: Question<string>): readonly Setting[] => {
      const questions = [first, ...(dual ? [second] : [])];
      const usual = questions.map(({ productDefault }) => String(productDefault?.value));
      const ranges = read.aside(() => questions.map((question) => read.answer(question)));
      if (ranges.every((range, at) => range === usual[at])) return [];
      return [
        setting(read, {
          topic: "seeds",
          object: objectOf(read, datacenter),
          id: `seeds.inner-${word}[${datacenter}]`,
          field: `spec.clusterNetwork.${word}.cidrBlocks`,
          value: () => questions.map((question) => read.answer(question)).join(", "),
          why: `Whoever creates a user cluster of ${nameOfDatacenter(read, datacenter)} enters ${dual ? "them, IPv4 first" : "it"}, or takes the template that has ${dual ? "them" : "it"}; unasked KKP gives ${listed(usual)}, and a user cluster keeps what it was created with.`,
        }),
      ];
    };
    const { userClusterPods, userClusterServices } = network.plan;
    const { nestedPods, nestedServices, userClusterPods6, userClusterServices6 } = families.plan;
    const nested = provider.nested === true;
    return [...row("pods", nested ? nestedPods : userClusterPods, userClusterPods6), ...row("services", nested ? nestedServices : userClusterServices, userClusterServices6)];
  },
});

/** What each user cluster with both families has to name for itself. */
export const userClusterFamilies = rule<readonly Setting[]>({
  id: "settings.families-user-clusters",
  title: "Address families of user clusters",
  per: "datacenter",
  sources: ["kkp.dual-stack", "kkp.code.cluster-defaults"],
  derive: (read, datacenter) => {
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!isDual(read, provider)) return read.notApplicable("User clusters have IPv4 alone.");
    const name = nameOfDatacenter(read, datacenter);
    const row = (word: string, field: string, value: Setting["value"] | string, why: string): Setting =>
      setting(read, { topic: "families", object: objectOf(read, datacenter), id: `families.${word}[${datacenter}]`, field, value, why });
    const made = workersStandSoFar(read, datacenter) === "made-networks";
    const subnet = made ? provider.dualStack?.subnetPool : provider.dualStack?.subnetField;
    const block = subnet === undefined ? undefined : workerNetwork6(read, datacenter);
    const what = (stated: string): string => (made ? `The name of a pool${stated === "" ? "" : ` with ${stated}`}, out of which KKP makes an IPv6 subnet for each user cluster` : `The ID of the subnet${stated === "" ? "" : ` ${stated}`}`);
    if (subnet && block) read.cite(...subnet.sources);
    return [
      row("user-clusters", "spec.clusterNetwork.ipFamily", "IPv4+IPv6", `Whoever creates a user cluster of ${name} chooses it, or takes the template that has it; unasked KKP makes one of IPv4 alone, and it stays so.`),
      ...(subnet && block
        ? [row("subnet", `spec.cloud.${provider.id}.${subnet.field}`, { kind: "later", who: provider.title }, `${what(block.kind === "known" ? block.value : "")}; no Preset has this field. ${subnet.otherwise}, and firewall rows of this plan would not hold for workers of ${name}.`)]
        : []),
    ];
  },
});
