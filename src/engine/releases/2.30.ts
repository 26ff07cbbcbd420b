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
  networkPlugins: {
    canal: { offered: ["3.29", "3.30", "3.31"], default: "3.31" },
    cilium: { offered: ["1.15.16", "1.16.9", "1.17.7", "1.17.12", "1.17.16", "1.18.2", "1.18.6", "1.18.10"], default: "1.18.10" },
  },
  separateSeedFlag: true,
  severalValues: true,
  mirrorFilters: ["--version-filter", "--provider-filter"],
};
