import { rockyHosts, runtimeHosts } from "../facts/external-hosts.ts";
import type { OperatingSystem } from "./operating-system.ts";

export const rocky = { id: "rocky", title: "Rocky Linux", inKkp: "rockylinux", withKubeOne: true, packages: rockyHosts, olderFailsAt: "kernel", runtime: runtimeHosts } as const satisfies OperatingSystem;
