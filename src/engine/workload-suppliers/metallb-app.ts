import type { ChosenSupplier } from "./workload-supplier.ts";

export const metallbApp = {
  id: "metallb-app",
  title: "MetalLB from the application catalogue",
  help: "A newer MetalLB, layer 2 or BGP, set up by each tenant; Enterprise Edition.",
  addressesFrom: "block",
  announcedByWorkers: true,
  catalogue: true,
} as const satisfies ChosenSupplier;
