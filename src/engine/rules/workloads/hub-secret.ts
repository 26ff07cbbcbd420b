import type { Reader } from "../../kernel/rule.ts";
import { datacentersOf, seeds } from "../basics/platform.ts";
import { suppliedByHub } from "./supplier.ts";

/** The Secret with which a Seed makes tenants of KubeLB; its controller reads it in the Seed's own cluster. */
export const HUB_SECRET = { namespace: "kubermatic", name: "kubelb-management-cluster", keys: { kubeconfig: "kubeconfig of the service account kubelb-kkp" } } as const;

/** Seeds with user clusters that are tenants of KubeLB. */
export function hubSeeds(read: Reader): readonly string[] {
  // Where no workloads get their addresses from KubeLB, nothing waits for roles and Seeds.
  const supplied = new Set(read.subjects("datacenter").filter((id) => suppliedByHub(read, id)));
  return supplied.size === 0 ? [] : read.rule(seeds).filter((seed) => read.rule(datacentersOf, seed).some((id) => supplied.has(id)));
}
