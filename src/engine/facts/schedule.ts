import { fact, type Fact } from "./fact.ts";

/** Kinds of work that take time before an installation. */
export const WORKS = {
  network: "Networks, ranges and routers",
  lines: "Lines and routes between sites",
  dns: "Names",
  pki: "Certificates",
  identity: "Clients and users at the identity source",
  infrastructure: "Machines, quotas and templates",
  storage: "Storage classes and buckets",
  security: "Firewall rows, access and accounts",
  platform: "Tools, repository and other work of your own",
  vendor: "What a vendor hands out",
} as const;
export type WorkId = keyof typeof WORKS;

export const leadTimes = fact<Readonly<Record<WorkId, number>>>({
  id: "schedule.lead-times",
  statement:
    "Lead times are planned in working days: 20 for lines between sites, 10 for networks, machines, storage and firewall rows, 5 for certificates, identity clients and what a vendor hands out, 3 for names, 2 for work of the platform team.",
  value: { network: 10, lines: 20, dns: 3, pki: 5, identity: 5, infrastructure: 10, storage: 10, security: 10, platform: 2, vendor: 5 },
  certainty: "planning",
  sources: ["kkp.setup-checklist"],
});

export const installationEffort = fact({
  id: "schedule.installation-effort",
  statement: "The documentation estimates at most two hours for an installation with its base cluster, once everything is prepared; as much is planned for each further cluster of the platform, in working days of eight hours.",
  value: { hoursPerCluster: 2, hoursPerDay: 8 },
  certainty: "planning",
  sources: ["kkp.install-ce"],
});

export const scheduleFacts: readonly Fact<unknown>[] = [leadTimes, installationEffort];
