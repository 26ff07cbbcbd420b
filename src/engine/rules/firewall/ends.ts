/**
 * Ids of the ends of flows, built from subject ids only. Ids of places, clusters and datacenters hold no dot, so a dot
 * joins two of them without doubt.
 */
export const ends = {
  users: "users",
  engineers: "engineers",
  internet: "internet",
  registries: "registries",
  identity: "identity",
  tokenIssuer: "token-issuer",
  acme: "acme",
  seedIssuer: (cluster: string) => `seed-issuer[${cluster}]`,
  zone: "zone",
  entry: (cluster: string) => `entry[${cluster}]`,
  formerEntry: (cluster: string) => `former-entry[${cluster}]`,
  nodeportProxy: (cluster: string) => `nodeport-proxy[${cluster}]`,
  userClusterFront: (cluster: string) => `user-cluster-front[${cluster}]`,
  api: (cluster: string) => `api[${cluster}]`,
  nodes: (cluster: string) => `nodes[${cluster}]`,
  controlPlanes: (cluster: string) => `control-planes[${cluster}]`,
  s3: (cluster: string) => `s3[${cluster}]`,
  /** `peer` counts from 1, in the order the peers are listed. */
  router: (cluster: string, peer: number) => `router[${cluster}.${peer}]`,
  workers: (datacenter: string) => `workers[${datacenter}]`,
  providerApi: (place: string, provider: string) => `provider-api[${place}.${provider}]`,
  dns: (place: string) => `dns[${place}]`,
  ntp: (place: string) => `ntp[${place}]`,
  proxy: (place: string) => `proxy[${place}]`,
  bastion: (place: string) => `bastion[${place}]`,
} as const;
