import { listenerCeiling, listenerQuota } from "../../rules/sizing/listeners.ts";
import { exhausted } from "./exhausted.ts";

/** More listeners than the cloud's load balancer carries. */
export const listenersExhausted = exhausted("sizing.listeners-exhausted", "Listeners of the load balancer suffice", listenerCeiling, (read, cluster) => read.rule(listenerQuota, cluster).quota.scope === "load-balancer");
