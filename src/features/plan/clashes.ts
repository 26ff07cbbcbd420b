import { overlapOf, type AddressRange, type Finding, type Plan, type Range } from "../../engine/index.ts";
import { asRange } from "../../plan-ui/block-map.ts";

/** Addresses that two ranges of the plan claim, and the finding that says so. */
export interface Clash {
  readonly finding: Finding;
  readonly ranges: readonly [AddressRange, AddressRange];
  readonly shared: Range;
}

/** Every stretch that a finding calls claimed twice. Ranges that lie in each other on purpose are no clash. */
export function clashesOf({ findings, addresses }: Plan): readonly Clash[] {
  return findings.flatMap((finding) => {
    if (finding.severity !== "blocker") return [];
    const named = addresses.ranges.filter(({ path }) => finding.answers.includes(path));
    return named.flatMap((one, at) =>
      named.slice(at + 1).flatMap((other) => {
        const [a, b] = [asRange(one.text), asRange(other.text)];
        const shared = one.path === other.path || !a || !b ? undefined : overlapOf(a, b);
        return shared ? [{ finding, ranges: [one, other] as const, shared }] : [];
      }),
    );
  });
}
