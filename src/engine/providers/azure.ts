import type { Provider } from "./provider.ts";

export const azure = {
  id: "azure",
  title: "Azure",
  sources: ["kkp.provider-azure"],
  machineAddresses: "provider",
  nativeLoadBalancer: true,
  publicLoadBalancer: true,
  dualStack: { subnets: true, loadBalancer: "both" },
  listenerQuota: { limit: 300, scope: "nodes", sources: ["azure.load-balancer"] },
  opensSsh: { sources: ["kkp.code.security-groups"] },
  api: {
    title: "Azure API",
    ports: "443",
    hosts: ["management.azure.com", "management.core.windows.net", "login.microsoftonline.com"],
    fromWorkers: true,
    flowIds: ["P5", "E16"],
    sources: ["kkp.setup-checklist", "kkp.proxy-allow-list"],
  },
  registries: ["mcr.microsoft.com"],
  csi: {
    provisioner: "disk.csi.azure.com",
    parameters: { skuName: "Premium_LRS", kind: "managed" },
    backupParameters: { skuName: "Standard_LRS", kind: "managed" },
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: true,
    // The installer would write Standard_LRS, which is a hard disk, for etcd as well; that class is written by hand instead.
    sources: ["kkp.code.storage-class", "kkp.storage-requirements", "kkp.add-seed"],
  },
  userClusters: { cloudController: true, storageDriver: "disk.csi.azure.com", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu", "flatcar", "rhel", "rocky"],
  images: "provider",
  datacenterFields: [{ field: "location" }],
  kubeone: { workers: "machine-controller", inputs: [{ name: "cluster_name" }], apiEndpoint: "provider", sources: ["kubeone.terraform"] },
  managedKubernetes: "AKS",
  accounts: [
    {
      id: "azure-service-principal",
      title: "Azure service principal",
      permissions: [
        "Microsoft.Compute/* on the subscription",
        "Microsoft.Network/* on the subscription",
        "Microsoft.Resources/* on the subscription",
        "Microsoft.Storage/storageAccounts/{read,write,listKeys/action} and Microsoft.Storage/operations/read, where user clusters use Azure File",
      ],
      fields: ["tenantID", "subscriptionID", "clientID", "clientSecret"],
      sources: ["kkp.provider-azure", "azure.file-driver"],
    },
  ],
  prepare: [
    {
      id: "azure-network",
      title: "Resource group, virtual network and subnet for the nodes",
      why: "A subnet of /24 carries a small setup; regions must be routed to each other where clusters span them.",
      verify: "az network vnet subnet show prints the subnet and its prefix",
      sources: ["kkp.setup-checklist", "kkp.provider-azure"],
    },
    {
      id: "azure-quota",
      title: "vCPU and public-address quota in the region",
      why: "Machines and load balancers are created on demand and fail silently at the quota.",
      verify: "az vm list-usage shows room for the machines of this plan",
      sources: ["kkp.provider-azure"],
    },
  ],
  questions: {},
} as const satisfies Provider;
