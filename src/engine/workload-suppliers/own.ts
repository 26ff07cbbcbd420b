import type { ChosenSupplier } from "./workload-supplier.ts";

export const own = { id: "own", title: "Not by the platform", help: "Each tenant brings something, or needs no addresses.", chip: "product-default", addressesFrom: "block", announcedByWorkers: false, brought: true } as const satisfies ChosenSupplier;
