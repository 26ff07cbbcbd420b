import { check } from "../../kernel/check.ts";
import type { Holder } from "../../rules/addresses/assigned-holders.ts";
import { holders } from "../../rules/addresses/holders.ts";
import { formatRange, overlapOf, sweep, type Range } from "../../values/range.ts";
import { capital, inSentence } from "../../values/sentence.ts";

const HANDED_OUT: Partial<Record<Holder["as"], string>> = {
  leases: "is leased out",
  pool: "is given to Services",
  workloads: "is given to Services of user clusters",
};

/** Whether one is a router and the other a server that routers do not serve as a rule. */
const meetsRouter = (a: Holder, b: Holder): boolean => [a, b].some(({ as }) => as === "router") && [a, b].some(({ as, onRouter }) => as === "server" && !onRouter);

/** Whether what is in use takes leases away, or the fixed address of a machine; blocks of virtual addresses leave it out. */
const meetsUsed = ({ ofPlatform }: Holder, other: Holder): boolean => ofPlatform !== true && (other.as === "leases" || (other.as === "assigned" && other.pool === undefined));

/** Whether two holders must not meet. Servers of a site may be one machine, and routers serve some of them; ranges, and what a range's own checks see, are compared elsewhere. */
function clash(a: Holder, b: Holder): boolean {
  const [first, second] = [a, b].toSorted((one, other) => Number(one.as in HANDED_OUT) - Number(other.as in HANDED_OUT)) as [Holder, Holder];
  if (first.as in HANDED_OUT) return false;
  if ([first.as, second.as].includes("used")) return first.as === "used" ? meetsUsed(first, second) : meetsUsed(second, first);
  if (meetsRouter(first, second)) return true;
  if (first.as === "assigned" && second.as === "assigned") return first.pool === undefined || first.pool !== second.pool;
  // A front may be one of the machines itself, and a Gateway of the customer a Service of its own cluster.
  if ([first.as, second.as].includes("front") && [first.as, second.as].includes("assigned")) return false;
  if (first.as === "server" && second.id === first.pool) return false;
  // Leases of the nodes are told by the address's own check.
  if (first.as === "assigned" && second.as === "leases") return first.pool === undefined && second.id.startsWith("range.worker-dhcp");
  if (first.as === "assigned") return second.as === "workloads" || !(second.as in HANDED_OUT);
  // A block gives no router's address away, and a gateway among leases is told by the check of its network.
  if (first.as === "router") return second.as === "assigned" || (second.as === "workloads" && !second.leavesRoutersOut) || (second.as === "leases" && !first.id.startsWith("host."));
  return second.as === "assigned" || second.as in HANDED_OUT;
}

/** Every two holders of an address, and every fixed address that something else hands out. */
export const addressTwice = check({
  id: "addresses.address-twice",
  title: "No address is held twice",
  severity: "blocker",
  also: ["warning"],
  per: "plan",
  sources: ["kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    for (const [place, here] of read.rule(holders)) {
      const found: { readonly one: Holder; readonly other: Holder; readonly shared: Range }[] = [];
      sweep(here, (a, b) => {
        const shared = overlapOf(a.range, b.range);
        const [one, other] = a.as in HANDED_OUT ? [b, a] : [a, b];
        if (shared && clash(a, b)) found.push({ one, other, shared });
      });
      const twice = new Set(found.filter(({ other }) => !(other.as in HANDED_OUT)).flatMap(({ one, other }) => [one.id, other.id]));
      const leased = new Set<string>();
      for (const { one, other, shared } of found) {
        // Datacenters may share a range of leases.
        const lease = `${one.id} ${other.text}`;
        if (other.as === "leases" && leased.has(lease)) continue;
        leased.add(lease);
        const out = HANDED_OUT[other.as];
        const text = formatRange(shared);
        // Where the block gave exactly this address away, that pair says more.
        if (other.as === "pool" && twice.has(one.id)) continue;
        // A server of the site is at work there today, so its DHCP server most likely reserves the address.
        const reserved = other.as === "leases" && one.as !== "assigned";
        const routed = meetsRouter(one, other);
        const used = !out && [one.as, other.as].includes("used");
        report({
          key: `${place}~${one.id}~${other.id}`,
          ...(reserved || routed || used ? { severity: "warning" as const } : {}),
          title: out ? `${one.title} has ${text}, which lies inside: ${other.title}` : `${text} is held twice: ${one.title}; ${other.title}`,
          message: out
            ? `${other.text} (${other.title}) ${out}, so another machine or Service could get ${text}${reserved ? " unless the DHCP server reserves it" : ""}, and ${one.as === "used" ? inSentence(one.title) : one.title} would be away.`
            : routed ? `What leaves the network goes to ${text}. ${capital(inSentence(one.as === "server" ? one.title : other.title))} is reached there only if the router itself serves it.`
            : `Both would answer for ${text} in one network, and each connection reaches one or the other by chance.`,
          remedy: reserved ? `Have the network team confirm the reservation of ${text}, or take it out of ${other.text}.` : out ? `Take ${text} out of ${other.text}, or give one of both another address.` : routed ? "Correct one of both addresses, unless the network team confirms that both are one machine." : used ? `Take another address, or take ${text} off the list of what is in use where it is kept for this machine.` : "Give one of both another address.",
          answers: [...new Set([one.path, other.path])],
        });
      }
    }
  },
});
