import type { WorkloadSupplier } from "./workload-supplier.ts";

/** The infrastructure itself; nobody chooses it. */
export const infrastructureSupplier: WorkloadSupplier = { id: "infrastructure", title: "The infrastructure itself", addressesFrom: "infrastructure", announcedByWorkers: false };
