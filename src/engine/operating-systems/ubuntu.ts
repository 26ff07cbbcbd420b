import { packageHosts } from "../facts/external-hosts.ts";
import type { OperatingSystem } from "./operating-system.ts";

export const ubuntu = { id: "ubuntu", title: "Ubuntu", packages: { hosts: packageHosts, over: "http" }, olderFailsAt: "cilium" } as const satisfies OperatingSystem;
