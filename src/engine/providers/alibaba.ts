import { host, text } from "../answers/kinds.ts";
import { keptInSubnets } from "../facts/providers.ts";
import type { Provider } from "./contract/index.ts";

export const alibaba = {
  id: "alibaba",
  title: "Alibaba Cloud",
  sources: ["kkp.providers"],
  machineAddresses: "provider",
  keptInSubnets: keptInSubnets.alibaba,
  vendorCloud: true,
  leaving: {
    gateway: "the NAT gateway",
    onInternet: true,
    seen: {
      own: "no NAT gateway serves the switches of {network}, and the way to other networks leaves addresses as they are",
      each: "`aliyun ecs DescribeInstances` shows a public address at each machine in {network}",
      gateway: "`aliyun vpc DescribeSnatTableEntries` shows the switches of {network} with {addresses}",
    },
    sources: ["machine-controller.alibaba", "alibaba.nat"],
  },
  // No source says that Services of user clusters get an address; without a cloud controller in KKP they do not.
  nativeLoadBalancer: false,
  // Those of ACK do, by the cloud controller that it brings.
  publicLoadBalancer: true,
  balancerReach: {
    internal: { annotation: "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", value: "intranet" },
    sources: ["kubernetes.internal-balancers", "alibaba.balancer-annotations"],
  },
  api: {
    title: "Alibaba Cloud API",
    // KKP asks for zones by HTTPS; machine-controller leaves its library at HTTP.
    ports: "80, 443",
    hosts: [],
    addressQuestion: "alibabaApi",
    onInternet: true,
    flowIds: ["P5"],
    note: "Machines are made over TCP 80, because the library behind machine-controller speaks HTTP unless it is told otherwise; zones are read over TCP 443. No page of Kubermatic names host or ports.",
    sources: ["kkp.ports", "kkp.providers", "alibaba.endpoints", "alibaba.sdk", "machine-controller.alibaba", "kkp.code.security-groups"],
  },
  registries: [],
  userClusters: { cloudController: false, sources: ["kkp.code.cloud-controllers"] },
  // The table of operating systems has no row for it.
  operatingSystems: [],
  images: "provider",
  datacenterFields: [{ field: "region", question: { subject: "place", key: "alibabaRegion" } }],
  kubeone: { workers: "static", cloudProvider: "none", environment: [], inputs: [], settings: [], apiEndpoint: "none", sources: ["kubeone.providers", "kubeone.static-nodes"] },
  managedKubernetes: {
    name: "ACK",
    sources: ["alibaba.ack"],
    balancers: { sources: ["alibaba.ack-cloud-controller"] },
    unnamedHosts: { says: "Alibaba Cloud names no hosts that nodes of ACK load from: its page on security groups asks for every port of 100.64.0.0/10, where its own services stand.", sources: ["alibaba.ack-security-groups"] },
    podAddresses: { sources: ["alibaba.ack-networking"] },
    nodePods: {
      decidedBy: "With Terway ACK lets a node run as many pods as its network interfaces have addresses for, with Flannel as many as were chosen when the cluster was made.",
      more: "Take machines with more network interfaces where the plug-in is Terway; with Flannel another cluster is made, since this one keeps its number",
      byMachine: true,
      sources: ["alibaba.ack-max-pods"],
    },
  },
  support: { statement: "Alibaba Cloud stands in KKP's third support tier, without its government and China regions; load balancers and operating systems are not confirmed by a source.", sources: ["kkp.providers", "kkp.os-support"] },
  accounts: [{ id: "alibaba-access-key", title: "Alibaba Cloud access key", permissions: ["Machines, disks and networks of the region"], fields: ["accessKeyID", "accessKeySecret"], sources: ["kkp.code.preset"] }],
  prepare: [
    {
      id: "alibaba-network",
      holdsNetworks: true,
      title: "VPC with a switch in each zone, and quota for the machines",
      why: "Machines take addresses of the switch of their zone and count against the quota; without a cloud controller of KKP, addresses of Services need a load balancer of yours.",
      verify: "`aliyun vpc DescribeVSwitches` prints the ranges",
      sources: ["kkp.code.cloud-controllers", "kkp.providers"],
    },
  ],
  questions: {
    place: {
      alibabaApi: host({
        section: "Places",
        label: "Under which name is the API of the Alibaba Cloud region reached?",
        short: "Address of the Alibaba Cloud API",
        help: "Seeds create machines through it, on the internet; Alibaba Cloud lists the public endpoint of each region.",
        example: "ecs.eu-central-1.aliyuncs.com",
        source: "alibaba.endpoints",
        team: "infrastructure",
        server: { title: "Alibaba Cloud API", dialledBy: ["platform"] },
      }),
      alibabaRegion: text({
        section: "Places",
        label: "Which Alibaba Cloud region is this place?",
        short: "Alibaba Cloud region",
        help: "The Seed must name it for each datacenter here.",
        source: "kkp.code.datacenter",
        team: "infrastructure",
      }),
    },
  },
} as const satisfies Provider;
