import { withAnswer, type Answers, type AnswerValue } from "../../src/engine/index.ts";
import { installationAnswers } from "../support/golden-plans.ts";

/** A change of the reference setup: every answer it changes (undefined takes one away), and the complete difference. */
export interface Variation {
  readonly name: string;
  readonly changes: Readonly<Record<string, AnswerValue | undefined>>;
}

const MORE = { "infrastructure.datacenters.fra-vsphere.smallClusters": 20 };
const LOAD_BALANCER = { "loadBalancer.exposeStrategy": "LoadBalancer" };
const TUNNELING = { "loadBalancer.exposeStrategy": "Tunneling" };
const LAYER_2 = { "loadBalancer.clusters.seed.kind": "metallb-l2", "loadBalancer.clusters.seed.localAsn": undefined, "loadBalancer.clusters.seed.peers": undefined };
const HTTP01 = { "certificates.issuance": "http01", "certificates.names": undefined, "dns.zone": "split" };

export const variations: readonly Variation[] = [
  { name: "release 2.31, new installation", changes: { "project.release": "2.31", "project.upgradeFrom": "none" } },
  { name: "release 2.31 as upgrade from 2.30", changes: { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.clusters.seed.keepFormerEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.2" } },
  { name: "200 pods on a worker", changes: { "infrastructure.planningValues": "own", "infrastructure.podsPerNode": 200 } },
  { name: "200 pods on a worker, as upgrade from 2.29", changes: { "infrastructure.planningValues": "own", "infrastructure.podsPerNode": 200, "project.upgradeFrom": "2.29" } },
  { name: "LoadBalancer, 12 clusters", changes: LOAD_BALANCER },
  { name: "LoadBalancer, 20 clusters", changes: { ...LOAD_BALANCER, ...MORE } },
  { name: "Tunneling", changes: TUNNELING },
  {
    name: "Tunneling, workers behind an HTTPS proxy",
    changes: { ...TUNNELING, "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128 },
  },
  {
    name: "Tunneling, a network of 100.64.0.0/10 in the place",
    changes: { ...TUNNELING, "network.places.main.otherNetworks": [{ name: "Carrier network", block: "100.64.0.0/10" }] },
  },
  { name: "no wildcard record anywhere", changes: { "dns.seedWildcard": false } },
  { name: "no wildcard record anywhere, Tunneling", changes: { ...TUNNELING, "dns.seedWildcard": false } },
  { name: "no wildcard record anywhere, LoadBalancer", changes: { ...LOAD_BALANCER, "dns.seedWildcard": false } },
  { name: "wildcard allowed on the platform", changes: { "dns.platformNames": "wildcard" } },
  { name: "MetalLB L2, pool unchanged", changes: LAYER_2 },
  { name: "MetalLB L2, pool 10.20.0.208/28", changes: { ...LAYER_2, "loadBalancer.clusters.seed.pool": "10.20.0.208/28" } },
  { name: "Let's Encrypt HTTP-01, no public address", changes: HTTP01 },
  { name: "Let's Encrypt HTTP-01, public address stated", changes: { ...HTTP01, "certificates.publicAddress": "203.0.113.10" } },
  { name: "Let's Encrypt DNS-01", changes: { "certificates.issuance": "dns01" } },
  {
    name: "Let's Encrypt DNS-01 and external-dns, each at a PowerDNS server of its view",
    changes: { "certificates.issuance": "dns01", "dns.automation": "powerdns", "dns.externalDns": true, "dns.zone": "split", "dns.powerdnsHost": "pdns.example.com", "dns.powerdnsRecordsHost": "pdns-inside.example.com" },
  },
  {
    name: "an OpenID Connect provider, its issuer with a slash behind the host",
    changes: { "authentication.connector": "oidc", "authentication.oidcHost": "login.example.com", "authentication.oidcHosts": ["tokens.example.com"], "authentication.oidcPath": "/", "authentication.oidcSlash": true },
  },
  {
    name: "an OpenID Connect provider, its issuer without a slash behind the host",
    changes: { "authentication.connector": "oidc", "authentication.oidcHost": "login.example.com", "authentication.oidcHosts": [], "authentication.oidcPath": "/", "authentication.oidcSlash": false },
  },
  {
    name: "stores of one's own on ports of their own, Vault behind a proxy",
    changes: {
      "access.vaultPort": 443,
      "infrastructure.seedExtras": ["metering"],
      "storage.meteringStore": "minio.example.com",
      "storage.meteringPort": 9000,
      "storage.meteringBucket": "acme-reports",
      "monitoring.objectStore": "s3",
      "monitoring.objectStoreAddress": "minio.example.com",
      "monitoring.objectStorePort": 9000,
      "monitoring.objectStoreRegion": "us-east-1",
      "storage.storeRoot": "private",
    },
  },
  { name: "vCenter with a root of its own", changes: { "infrastructure.places.main.apiRoot": "private" } },
  {
    name: "the Seed on Cloud Director with NSX-V",
    changes: {
      "infrastructure.clusters.seed.provider": "vmware-cloud-director",
      "infrastructure.places.main.vmwareCloudDirectorUrl": "vcd.example.com",
      "infrastructure.places.main.vmwareCloudDirectorNsx": "nsx-v",
      "infrastructure.places.main.apiRoot": "public",
    },
  },
  { name: "CE", changes: { "project.edition": "CE" } },
  { name: "CE, Seed renamed", changes: { "project.edition": "CE", "infrastructure.clusters.seed.name": "kubermatic" } },
  {
    name: "CE, Seed renamed and its names kept",
    changes: { "project.edition": "CE", "infrastructure.clusters.seed.name": "kubermatic", "dns.clusters.seed.seedDnsOverwrite": "seed" },
  },
  {
    name: "IPv4 and IPv6 for the platform",
    changes: { "network.ipFamily": "dual", "network.platformFamily": "dual", "network.places.main.nodeNetwork6": "2001:db8:20::/64", "loadBalancer.clusters.seed.pool6": "2001:db8:20:30::/64" },
  },
  {
    name: "LoadBalancer, addresses of 12 clusters kept, 14 clusters",
    changes: { ...LOAD_BALANCER, "infrastructure.datacenters.fra-vsphere.smallClusters": 14, "loadBalancer.clusters.seed.keepEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.2", "loadBalancer.clusters.seed.keepUserClusters": ["10.20.30.3-10.20.30.14"] },
  },
  { name: "user-cluster pods 10.20.0.0/16", changes: { "network.userClusterPods": "10.20.0.0/16" } },
  { name: "extra node network 172.25.8.0/24", changes: { "network.places.main.otherNetworks": [{ name: "More machines", block: "172.25.8.0/24" }] } },
];

/** The reference setup, of which each variation changes something. */
export const variationBase = (): Answers => installationAnswers("setup-checklist");

/** The answers of a variation. */
export const vary = ({ changes }: Variation): Answers => Object.entries(changes).reduce((answers, [path, value]) => withAnswer(answers, path, value), variationBase());
