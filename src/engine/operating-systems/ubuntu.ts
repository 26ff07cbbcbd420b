import { packageHosts, runtimeHosts } from "../facts/external-hosts.ts";
import type { OperatingSystem } from "./operating-system.ts";

export const ubuntu = { id: "ubuntu", title: "Ubuntu", packages: { hosts: packageHosts, over: "http" }, olderFailsAt: "cilium", runtime: runtimeHosts } as const satisfies OperatingSystem;
