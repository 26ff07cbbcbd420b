import { packageHosts, runtimeHosts } from "../facts/external-hosts.ts";
import type { OperatingSystem } from "./operating-system.ts";

export const ubuntu = { id: "ubuntu", title: "Ubuntu", inKkp: "ubuntu", withKubeOne: true, packages: packageHosts, olderFailsAt: "cilium", runtime: runtimeHosts } as const satisfies OperatingSystem;
