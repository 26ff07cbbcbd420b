import { access } from "./access.ts";
import { accounts } from "./accounts.ts";
import { addressAssignments } from "./address-assignments.ts";
import { addressPools } from "./address-pools.ts";
import { addressRanges } from "./address-ranges.ts";
import { alternatives } from "./alternatives.ts";
import { assumptions } from "./assumptions.ts";
import { alerts } from "./alerts.ts";
import { backupRoutines } from "./backup-routines.ts";
import { backups } from "./backups.ts";
import { ceilings } from "./ceilings.ts";
import { certificateProof } from "./certificate-proof.ts";
import { certificateRequests, certificatesInUse } from "./certificate-requests.ts";
import { certificateSecrets } from "./certificate-secrets.ts";
import { checklist } from "./checklist.ts";
import { connections } from "./connections.ts";
import { controlPlanes } from "./control-planes.ts";
import { decisions } from "./decisions.ts";
import { dhcp } from "./dhcp.ts";
import { dnsOffline, dnsRecommended, dnsRecords } from "./dns-records.ts";
import { externalHosts } from "./external-hosts.ts";
import { firewallFlows } from "./firewall-flows.ts";
import { firewallInside } from "./firewall-inside.ts";
import { identityPreparations } from "./identity-preparations.ts";
import { monitoringLoads } from "./monitoring-loads.ts";
import { monitoringComponents } from "./monitoring-components.ts";
import { namesLeftOut } from "./names-left-out.ts";
import { openPoints } from "./open-points.ts";
import { redirectUris } from "./redirect-uris.ts";
import { schedule } from "./schedule.ts";
import { secrets } from "./secrets.ts";
import { balancerSettings, certificateSettings, controlPlaneSettings, dnsSettings, familySettings, internetSettings, loginSettings, monitoringSettings, platformSettings, seedSettings, storageSettings } from "./settings.ts";
import { sizingLoad } from "./sizing-load.ts";
import { sources } from "./sources.ts";
import { storageClasses } from "./storage-classes.ts";
import type { TableDefinition } from "./table.ts";
import { tools } from "./tools.ts";
import { volumes } from "./volumes.ts";
import { uncertainFactsTable } from "./uncertain-facts.ts";
import { workloadNeeds } from "./workload-needs.ts";
import { workerMachines } from "./worker-machines.ts";

const all: readonly TableDefinition[] = [
  openPoints,
  decisions,
  alternatives,
  assumptions,
  uncertainFactsTable,
  connections,
  addressAssignments,
  addressPools,
  addressRanges,
  dhcp,
  workloadNeeds,
  dnsRecords,
  dnsRecommended,
  dnsOffline,
  certificateRequests,
  certificatesInUse,
  certificateSecrets,
  certificateProof,
  namesLeftOut,
  firewallFlows,
  firewallInside,
  externalHosts,
  controlPlanes,
  workerMachines,
  sizingLoad,
  ceilings,
  storageClasses,
  volumes,
  backups,
  backupRoutines,
  redirectUris,
  identityPreparations,
  monitoringComponents,
  monitoringLoads,
  alerts,
  accounts,
  access,
  tools,
  secrets,
  checklist,
  schedule,
  platformSettings,
  seedSettings,
  balancerSettings,
  familySettings,
  storageSettings,
  monitoringSettings,
  internetSettings,
  dnsSettings,
  certificateSettings,
  loginSettings,
  controlPlaneSettings,
  sources,
];

/** All tables by the name the template calls them. Adding one is a file and a line above. */
export const tables: ReadonlyMap<string, TableDefinition> = new Map(all.map((table) => [table.id, table]));
