import type { DnsService } from "./dns-service.ts";

export const manual = {
  id: "none",
  title: "Only by hand",
  help: "No program may change the zone; DNS-01 is then impossible.",
  apiHosts: [],
  questions: {},
  sources: ["kkp.install-ce"],
} as const satisfies DnsService;
