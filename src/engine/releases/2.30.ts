import { release229 } from "./2.29.ts";
import type { Release } from "./release.ts";

export const release230: Release = {
  ...release229,
  id: "2.30",
  latestPatch: "2.30.6",
  upgradesFrom: "2.29",
  gatewayEntryFrom: undefined,
  suppliedThroughGateway: true,
  ownGatewayFrom: "2.30.4",
  kubernetes: { oldest: "1.32", newest: "1.35", default: "1.34" },
  separateSeedFlag: true,
  mirrorFilters: ["--version-filter", "--provider-filter"],
};
