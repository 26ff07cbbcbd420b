import { rhelHosts, runtimeHosts } from "../facts/external-hosts.ts";
import type { OperatingSystem } from "./operating-system.ts";

export const rhel = { id: "rhel", title: "RHEL", inKkp: "rhel", withKubeOne: true, subscription: true, packages: rhelHosts, olderFailsAt: "kernel", runtime: runtimeHosts } as const satisfies OperatingSystem;
