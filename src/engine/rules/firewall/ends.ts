/**
 * Ids of the ends of flows, built from subject ids only. Ids of places, clusters and datacenters hold no dot, so a dot
 * joins two of them without doubt.
 */
export const ends = {
  users: "users",
  /** Users on the internet, where networks of users are stated. */
  outsideUsers: "users-outside",
  engineers: "engineers",
  /** Engineers of a managed service. */
  service: "service-engineers",
  /** What takes alerts for whoever is on duty. */
  alerts: "alerts",
  internet: "internet",
  registries: "registries",
  git: "git",
  vault: "vault",
  identity: "identity",
  /** A source beside the first one. */
  identitySource: (connector: string) => `identity[${connector}]`,
  /** Where people log in, when that is another host than the source itself. */
  identityLogin: (connector: string) => `identity-login[${connector}]`,
  acme: "acme",
  issuer: "issuer",
  zoneServer: "zone-server",
  /** Where external-dns writes, when cert-manager writes to another server. */
  recordsServer: "records-server",
  mirrorHost: "mirror-host",
  mirrorRegistry: "mirror-registry",
  mirrorBinaries: "mirror-binaries",
  mirrorPackages: "mirror-packages",
  seedIssuer: (cluster: string) => `seed-issuer[${cluster}]`,
  /** `at` counts from 1, in the order the issuers are listed. */
  furtherIssuer: (cluster: string, at: number) => `further-issuer[${cluster}.${at}]`,
  zone: "zone",
  entry: (cluster: string) => `entry[${cluster}]`,
  publicAddress: (cluster: string) => `public-address[${cluster}]`,
  formerEntry: (cluster: string) => `former-entry[${cluster}]`,
  nodeportProxy: (cluster: string) => `nodeport-proxy[${cluster}]`,
  userClusterFront: (cluster: string) => `user-cluster-front[${cluster}]`,
  apiServers: (cluster: string) => `api-servers[${cluster}]`,
  appliance: (cluster: string) => `appliance[${cluster}]`,
  /** The same appliance with the addresses from which it calls nodes. */
  applianceForward: (cluster: string) => `appliance-forward[${cluster}]`,
  /** What leads on to node ports, with the addresses from which it calls nodes. */
  nodeFront: (cluster: string) => `node-front[${cluster}]`,
  apiBalancer: (cluster: string) => `api-balancer[${cluster}]`,
  hubApi: "kubelb-api",
  hubNodes: "kubelb-nodes",
  hubFront: "kubelb-front",
  api: (cluster: string) => `api[${cluster}]`,
  nodes: (cluster: string) => `nodes[${cluster}]`,
  /** Public addresses of control planes, and the bastion, as KubeOne's Terraform example makes them. */
  publicMachines: (cluster: string) => `public-machines[${cluster}]`,
  exampleBastion: (cluster: string) => `example-bastion[${cluster}]`,
  controlPlanes: (cluster: string) => `control-planes[${cluster}]`,
  s3: (cluster: string) => `s3[${cluster}]`,
  store: (which: string) => `store-${which}`,
  /** `peer` counts from 1, in the order the peers are listed. */
  router: (cluster: string, peer: number) => `router[${cluster}.${peer}]`,
  /** Whatever routes between two ends, and may be anywhere. */
  routersBetween: "routers-between",
  workloadRouters: (datacenter: string) => `workload-routers[${datacenter}]`,
  workers: (datacenter: string) => `workers[${datacenter}]`,
  workloads: (datacenter: string) => `workloads[${datacenter}]`,
  providerApi: (place: string, provider: string) => `provider-api[${place}.${provider}]`,
  /** Machines of the infrastructure that load images of workers. */
  carriers: (place: string, provider: string) => `carriers[${place}.${provider}]`,
  imageServer: (place: string, provider: string) => `image-server[${place}.${provider}]`,
  /** What workers of a datacenter ask for volumes, where that is not the API of their infrastructure. */
  volumeApi: (datacenter: string) => `volume-api[${datacenter}]`,
  /** Shares that pods of a datacenter's user clusters mount. */
  fileShares: (datacenter: string) => `file-shares[${datacenter}]`,
  volumePortal: (place: string, provider: string) => `volume-portal[${place}.${provider}]`,
  dns: (place: string) => `dns[${place}]`,
  ntp: (place: string) => `ntp[${place}]`,
  managementProxy: (cluster: string) => `management-proxy[${cluster}]`,
  proxy: (place: string) => `proxy[${place}]`,
  bastion: (place: string) => `bastion[${place}]`,
} as const;
