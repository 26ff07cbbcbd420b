import type { ChosenSupplier } from "./workload-supplier.ts";

export const kubelb = { id: "kubelb", title: "KubeLB", help: "A cluster for load balancing holds the addresses of all user clusters; Enterprise Edition.", addressesFrom: "hub", announcedByWorkers: false } as const satisfies ChosenSupplier;
