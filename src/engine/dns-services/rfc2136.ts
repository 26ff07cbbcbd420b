import { byUpdate } from "./by-update.ts";
import type { DnsService } from "./dns-service.ts";

export const rfc2136 = {
  ...byUpdate,
  id: "rfc2136",
  title: "Another server with RFC 2136 dynamic update",
  named: "your server for RFC 2136 updates",
  help: "Knot, Windows DNS with TSIG and others.",
  sources: ["cert-manager.rfc2136", "rfc.2136"],
} as const satisfies DnsService;
