import { kubelb } from "./kubelb.ts";
import { metallbAddon } from "./metallb-addon.ts";
import { metallbApp } from "./metallb-app.ts";
import { own } from "./own.ts";
import type { ChosenSupplier } from "./workload-supplier.ts";

const records = [own, metallbAddon, metallbApp, kubelb] as const satisfies readonly ChosenSupplier[];

/** Ids of all suppliers that people choose. */
export type WorkloadSupplierId = (typeof records)[number]["id"];

/** All suppliers, in the order the form offers them. Adding one is a file and a word above. */
export const workloadSuppliers: readonly (ChosenSupplier & { readonly id: WorkloadSupplierId })[] = records;

/** The record of a supplier. */
export function workloadSupplierOf(id: WorkloadSupplierId): ChosenSupplier {
  const found = workloadSuppliers.find((supplier) => supplier.id === id);
  if (!found) throw new Error(`Supplier ${id} is not in the registry`);
  return found;
}
