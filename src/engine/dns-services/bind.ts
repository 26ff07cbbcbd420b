import { byUpdate } from "./by-update.ts";
import type { DnsService } from "./dns-service.ts";

export const bind = {
  ...byUpdate,
  id: "bind",
  title: "BIND",
  help: "By signed dynamic updates (RFC 2136) to your own server.",
  sources: ["bind.update", "cert-manager.rfc2136", "rfc.2136"],
} as const satisfies DnsService;
