import { amazonHosts } from "../facts/external-hosts.ts";
import type { OperatingSystem } from "./operating-system.ts";

export const amazonLinux = { id: "amazon-linux", title: "Amazon Linux 2", inKkp: "amzn2", packages: amazonHosts } as const satisfies OperatingSystem;
