import { access } from "../../answers/chapters/access.ts";
import { balancerReach } from "../../answers/chapters/balancer-reach.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { isPrivate } from "../../values/address.ts";
import { listed } from "../../values/sentence.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** Public load balancers that nobody has asked for, of a platform that everybody reaches from inside. */
export const undecidedReach = check({
  id: "exposure.undecided-reach",
  title: "Somebody has decided that load balancers are public",
  severity: "warning",
  per: "cluster",
  sources: ["kubernetes.internal-balancers"],
  examine: (read, cluster, report) => {
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const path = read.path(balancerReach.cluster.cloudReach, cluster);
    const kind = balancerOf(read, cluster);
    if (kind.addressesFrom !== "provider" || provider.balancerReach === undefined || read.optional(balancerReach.cluster.cloudReach, cluster) !== undefined) return;
    const zone = read.maybe(dns.plan.zone);
    const users = read.optional(access.plan.userNetworks) ?? [];
    const inside = users.length > 0 && users.every((block) => isPrivate(block.split("/")[0] ?? block));
    if (!inside && !(zone.kind === "known" && zone.value === "private")) return;
    const name = clusterName(read, cluster);
    const said = inside ? `users come from ${listed(users)} only` : "the zone is resolved inside only";
    report({
      title: `Load balancers of ${name} would be public`,
      message: `${provider.title} gives Services of ${name} public addresses unless they ask for private ones, and ${said}.`,
      remedy: "Choose private ones where networks of users and workers are routed to this one, or say that public ones are meant.",
      running: "Say that public ones are meant, or make each load balancer anew as a private one, one after the other, and move its records with it.",
      fixes: [{ title: "Ask for private load balancers", set: [{ path, value: "internal" }] }],
      answers: [path, ...(inside ? [read.path(access.plan.userNetworks)] : [read.path(dns.plan.zone)])],
    });
  },
});
