import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName, releaseIn } from "../../rules/basics/platform.ts";

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
    const { flag, subnets, loadBalancer, terms, eachMachine } = provider.dualStack;
    report({
      severity: "warning",
      title: `Dual stack in ${name} is a technology preview`,
      message: `${flag ? `The datacenter must set ipv6Enabled for ${provider.title}. ` : ""}${subnets ? "Its subnets must have both families before machines are created. " : ""}${eachMachine ? `No network of ${provider.title} carries IPv6: each machine draws ${eachMachine.draws} of its own, so no row of the firewall can name it beforehand. ` : ""}Nobody promises support for it in production.${terms ? ` ${read.fact(terms.ofRelease)[releaseIn(read).id]}` : LOAD_BALANCERS[loadBalancer]}`,
      remedy: "Try one user cluster with both families before the first tenant comes, and keep IPv4 first in every list.",
      answers,
    });
  },
});
