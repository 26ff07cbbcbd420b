import type { ChosenSupplier } from "./workload-supplier.ts";

export const metallbAddon = {
  id: "metallb-addon",
  title: "MetalLB addon with an address pool",
  help: "KKP installs MetalLB in layer 2 and gives each user cluster its share of the block.",
  addressesFrom: "block",
  announcedByWorkers: true,
  shares: true,
} as const satisfies ChosenSupplier;
