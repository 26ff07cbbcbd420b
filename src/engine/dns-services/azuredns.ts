import { text } from "../answers/kinds.ts";
import type { DnsService } from "./dns-service.ts";

export const azuredns = {
  id: "azuredns",
  title: "Azure DNS",
  help: "A zone in a resource group of Azure; a managed identity or a service principal may change it.",
  apiHosts: ["management.azure.com", "login.microsoftonline.com"],
  solver: {
    kind: "built-in",
    fields: [
      { field: "dns01.azureDNS.subscriptionID", value: "{azureSubscription}", why: "The zone is found in this subscription." },
      { field: "dns01.azureDNS.resourceGroupName", value: "{azureZoneGroup}", why: "Rights are given for the zone in this group alone." },
      { field: "dns01.azureDNS.managedIdentity, clientID, tenantID and clientSecretSecretRef", value: "<fill-in: the first, or the other three>", why: "Workload identity spares the secret; a service principal needs one." },
    ],
  },
  externalDns: {
    provider: "azure",
    kind: "built-in",
    inside: {
      provider: "azure-private-dns",
      why: "The provider azure writes to public zones alone; names that only the inside sees stand in a private zone, linked to the virtual networks that resolve them.",
      role: "Private DNS Zone Contributor on the private zone, and Reader on its resource group",
      sources: ["external-dns.azure-private"],
    },
  },
  apexAlias: "alias record set of Azure DNS",
  credential: { title: "Managed identity or service principal with DNS Zone Contributor", fields: ["tenantID", "subscriptionID", "clientID", "clientSecret"] },
  questions: {
    azureSubscription: text({
      section: "Azure DNS",
      label: "Which subscription holds the zone?",
      short: "Subscription of the zone",
      help: "Its id or name.",
      example: "platform-dns",
      source: "cert-manager.azuredns",
      team: "dns",
    }),
    azureZoneGroup: text({
      section: "Azure DNS",
      label: "Which resource group holds the zone?",
      short: "Resource group of the zone",
      help: "Rights are given for the zone in this group alone.",
      example: "rg-dns",
      source: "cert-manager.azuredns",
      team: "dns",
    }),
  },
  sources: ["cert-manager.azuredns", "external-dns.azure"],
} as const satisfies DnsService;
