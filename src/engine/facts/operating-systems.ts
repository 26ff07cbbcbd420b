import { fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

export const flatcarFrom = fact<Partial<Readonly<Record<ReleaseId, string>>>>({
  id: "operating-systems.flatcar-from",
  statement: "Flatcar Stable 4593.2.0 and newer does not join user clusters of KKP 2.28 and 2.29, whose operating-system-manager is too old for it.",
  value: { "2.28": "4593.2.0", "2.29": "4593.2.0" },
  certainty: "sourced",
  sources: ["kkp.known-issues"],
});

/** All facts about operating systems of workers, for the register. */
export const operatingSystemFacts = [flatcarFrom];
