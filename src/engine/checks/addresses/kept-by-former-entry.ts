import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { KEPT, pinsOf } from "../../rules/addresses/pins.ts";
import { slotAddresses } from "../../rules/addresses/slot-addresses.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatRange } from "../../values/range.ts";

/** An address kept for the entry that the replaced entry holds until the upgrade is cleaned up. */
export const keptByFormerEntry = check({
  id: "addresses.kept-by-former-entry",
  title: "A kept address moves with the entry only after the upgrade",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.upgrade-2.31", "kkp.code.nginx-values"],
  examine: (read, cluster, report) => {
    const former = read.rule(pinsOf, cluster).slots.get("former-entry");
    const wish = read.optional(KEPT.entry, cluster);
    if (wish === undefined || !former || formatRange(former) !== wish || read.optional(KEPT["former-entry"], cluster) !== undefined) return;
    const entry = read.rule(slotAddresses, cluster).get("entry");
    const next = entry && formatRange(entry);
    report({
      title: `The former entry of ${clusterName(read, cluster)} still holds ${wish}`,
      message: `${wish} is kept for the platform entry, but the Service of the former entry holds it until it is cleaned. Until then the new entry answers at ${next ?? "an address that is still to be found"}, and the records move there.`,
      remedy: "Keep both addresses, or clean the former entry before the new one is installed and accept that the platform is away meanwhile.",
      fixes: next === undefined ? [] : [{ title: `Keep ${wish} for the former entry and ${next} for the new one`, set: [{ path: read.path(KEPT["former-entry"], cluster), value: wish }, { path: read.path(KEPT.entry, cluster), value: next }] }],
      answers: [read.path(KEPT.entry, cluster), read.path(KEPT["former-entry"], cluster), read.path(loadBalancer.cluster.pool, cluster)],
    });
  },
});
