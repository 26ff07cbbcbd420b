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
      { field: "dns01.azureDNS.clientID and tenantID", value: "<fill-in: those of the service principal, from the DNS team>", why: "This plan takes a service principal: workload identity needs an issuer of tokens that Azure reaches, and the identity of the machines would serve every pod on them." },
      { field: "dns01.azureDNS.clientSecretSecretRef", value: "azuredns-credentials, key client-secret", why: "It refers to the secret of the service principal in a Secret of the namespace cert-manager." },
    ],
    secret: { name: "azuredns-credentials", keys: { "client-secret": "the secret of the service principal" } },
    rights: "DNS Zone Contributor on {zone}",
    privateZones: {
      field: "dns01.azureDNS.zoneType",
      private: "AzurePrivateZone",
      public: "AzurePublicZone",
      rights: "Private DNS Zone Contributor on {zone}",
      sources: ["cert-manager.code.azuredns"],
    },
  },
  externalDns: {
    provider: "azure",
    kind: "built-in",
    fields: [
      { field: "extraArgs", value: "--azure-subscription-id={azureSubscription}", why: "The zone is found in this subscription; the argument goes before the file." },
      { field: "extraArgs", value: "--azure-resource-group={azureZoneGroup}", why: "external-dns looks for zones in this group alone, so an inner zone of the same name stands in it as well." },
      { field: "extraVolumes", value: "secret.secretName: azure-config-file", why: "external-dns logs in with the file azure.json. This plan gives it a service principal: workload identity needs an issuer of tokens that Azure reaches, and the identity of the machines would serve every pod on them." },
      { field: "extraVolumeMounts", value: "mountPath: /etc/kubernetes, readOnly", why: "It reads /etc/kubernetes/azure.json and does not start without it." },
    ],
    secret: { name: "azure-config-file", keys: { "azure.json": "JSON with tenantId, subscriptionId, resourceGroup, aadClientId and aadClientSecret of the service principal" } },
    rights: "DNS Zone Contributor on {zone}, and Reader on its resource group",
    sources: ["external-dns.azure", "external-dns.flags"],
    inside: {
      provider: "azure-private-dns",
      why: "The provider azure writes to public zones alone; names that only the inside sees stand in a private zone, linked to the virtual networks that resolve them.",
      role: "Private DNS Zone Contributor on {zone}, and Reader on its resource group",
      sources: ["external-dns.azure-private"],
    },
  },
  zones: { one: "the zone", public: "the public zone", private: "the private zone" },
  credential: { title: "Managed identity or service principal with DNS Zone Contributor", fields: ["tenantID", "subscriptionID", "clientID", "clientSecret"] },
  questions: {
    azureSubscription: text({
      section: "Azure DNS",
      label: "Which subscription holds the zone?",
      short: "Subscription of the zone",
      help: "Its id, as `az account show --query id` prints it: neither cert-manager nor external-dns finds it by its name.",
      example: "3f2a1c40-5b6d-4e7f-8a90-1b2c3d4e5f60",
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
