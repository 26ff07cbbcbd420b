import type { Endpoint } from "../../../plan/plan.ts";
import type { seenSoFar } from "../../basics/leaving.ts";

type SoFar = ReturnType<typeof seenSoFar>;

/** With which addresses an end leaves, as far as it is answered. */
export const leavesAs = (seen: SoFar): Pick<Endpoint, "leavesAs"> => {
  if (!seen) return {};
  // Private ones would be seen inside as well, so while nobody has named them, none says that only the internet sees them.
  const sure = !seen.onInternet || seen.addresses.every(({ kind }) => kind !== "open");
  return { leavesAs: { addresses: seen.addresses, ...(sure ? { onInternet: seen.onInternet } : {}), ...(seen.fromSite ? { fromSite: true } : {}) } };
};

/** What filters elsewhere see of machines, or of one, as the end of a sentence; nothing while nobody has said. */
export function seenFrom(seen: SoFar, of: "machines" | "one" = "machines"): string {
  if (!seen || seen.addresses.length === 0 || seen.addresses.some(({ kind }) => kind === "open")) return "";
  const where = `, and filters ${seen.onInternet ? "on the internet" : "in other networks"} see`;
  if (seen.as === "each") return `${where} a public address of ${of === "one" ? "its own" : "each machine"}, which ${seen.by} gives it when it is made`;
  const single = seen.addresses.length === 1 && seen.addresses.every((address) => address.kind !== "known" || address.value.endsWith("/32"));
  return `${where} ${single ? "the address" : "addresses"} of ${seen.by} in place of ${of === "one" ? "its own" : "theirs"}`;
}
