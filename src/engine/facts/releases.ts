import { fact, type Fact } from "./fact.ts";

export const supportedReleases = fact({
  id: "releases.supported",
  statement: "Kubermatic supports the latest three minor releases of KKP; as of 20 Aug 2026 these are 2.29, 2.30 and 2.31.",
  value: 3,
  certainty: "sourced",
  sources: ["kkp.support-policy"],
});

export const releaseFacts: readonly Fact<unknown>[] = [supportedReleases];
