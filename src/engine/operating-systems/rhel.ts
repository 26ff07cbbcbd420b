import { rhelHosts } from "../facts/external-hosts.ts";
import type { OperatingSystem } from "./operating-system.ts";

export const rhel = { id: "rhel", title: "RHEL", packages: { hosts: rhelHosts, over: "tls" }, olderFailsAt: "kernel" } as const satisfies OperatingSystem;
