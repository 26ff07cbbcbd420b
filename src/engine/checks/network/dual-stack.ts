import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { operatingSystemOf, type OperatingSystemId } from "../../operating-systems/registry.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName, releaseIn } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Systems of workers that KKP's page has not tested with both families here. */
function untested(read: Reader, datacenter: string, systems: readonly OperatingSystemId[] | undefined): readonly OperatingSystemId[] {
  return systems === undefined ? [] : (read.optional(infrastructure.datacenter.operatingSystems, datacenter) ?? []).filter((id) => !systems.includes(id));
}

const words = (ids: readonly OperatingSystemId[]): string => listed(ids.map((id) => operatingSystemOf(id).title));

const LOAD_BALANCERS = {
  both: "",
  first: " Its load balancers answer in the first family only.",
  none: " Services of type LoadBalancer get no IPv6 address from it.",
} as const;

/** Two address families on infrastructure that has one, or that must be told. */
export const dualStack = check({
  id: "network.dual-stack",
  title: "The infrastructure carries both address families",
  severity: "blocker",
  also: ["warning"],
  per: "datacenter",
  sources: ["kkp.dual-stack", "kkp.code.datacenter"],
  examine: (read, datacenter, report) => {
    if (read.answer(families.plan.ipFamily) !== "dual") return;
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const name = datacenterName(read, datacenter);
    const path = read.path(families.plan.ipFamily);
    const answers = [path, read.path(infrastructure.datacenter.provider, datacenter)];
    if (!provider.dualStack) {
      report({
        title: `${provider.title} has no dual stack for ${name}`,
        message: `KKP supports IPv4 beside IPv6 on some infrastructures, and ${provider.title} is none of them; user clusters of ${name} would not come up with both.`,
        remedy: "Use IPv4 alone, or another infrastructure for these user clusters.",
        fixes: [{ title: "Use IPv4 alone", set: [{ path, value: "ipv4" }] }],
        running: "Let those with both families run on another infrastructure.",
        answers,
      });
      return;
    }
    const { flag, subnets, loadBalancer, terms, eachMachine, systems = [] } = provider.dualStack;
    report({
      severity: "warning",
      title: `Dual stack in ${name} is a technology preview`,
      message: `${flag ? `The datacenter must set ipv6Enabled for ${provider.title}. ` : ""}${subnets ? "Its subnets must have both families before machines are created. " : ""}${eachMachine ? `No network of ${provider.title} carries IPv6: each machine draws ${eachMachine.draws} of its own, so no row of the firewall can name it beforehand. ` : ""}Nobody promises support for it in production.${terms ? ` ${read.fact(terms.ofRelease)[releaseIn(read).id]}` : LOAD_BALANCERS[loadBalancer]}`,
      remedy: "Try one user cluster with both families before the first tenant comes, and keep IPv4 first in every list.",
      answers,
    });
    const others = untested(read, datacenter, provider.dualStack.systems);
    if (others.length === 0) return;
    const system = read.path(infrastructure.datacenter.operatingSystems, datacenter);
    const kept = (read.optional(infrastructure.datacenter.operatingSystems, datacenter) ?? []).filter((id) => !others.includes(id));
    report({
      key: "systems",
      severity: "warning",
      title: `${words(others)} ${others.length === 1 ? "is" : "are"} not tested with both families on ${provider.title}`,
      message: `On ${provider.title} KKP's page names ${words(systems)} for user clusters with IPv4 beside IPv6; where a system takes no IPv6 address by itself, workers of ${name} come up without one and the network plug-in does not start.`,
      remedy: `Keep to ${words(systems)} there, or prove a user cluster with ${words(others)} first.`,
      fixes: [{ title: `Take ${words(kept.length > 0 ? kept : systems)}`, set: [{ path: system, value: kept.length > 0 ? kept : systems }] }],
      running: `Make node groups with ${words(systems)} beside those that run, and move workloads there.`,
      answers: [path, system],
    });
  },
});
