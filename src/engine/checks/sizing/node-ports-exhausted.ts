import { nodePortCeiling } from "../../rules/sizing/node-ports.ts";
import { exhausted } from "./exhausted.ts";

/** More NodePorts than Kubernetes hands out. */
export const nodePortsExhausted = exhausted("sizing.node-ports-exhausted", "NodePorts suffice", nodePortCeiling, () => false);
