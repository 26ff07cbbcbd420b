import type { OperatingSystem } from "./operating-system.ts";

export const amazonLinux = { id: "amazon-linux", title: "Amazon Linux 2" } as const satisfies OperatingSystem;
