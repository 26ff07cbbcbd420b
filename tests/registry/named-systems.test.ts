import { describe, expect, it } from "vitest";
import { findQuestion, givenAt, isAsked, pathOf, type Answers, type Question } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/**
 * Every system that Groundplan promises to plan, by the question whose answer chooses it. Written from what the product is
 * for, never from its registries: a record that goes away, or a plan that no longer uses one, is noticed here.
 */
const PROMISED: Readonly<Record<string, readonly (string | boolean)[]>> = {
  "project.edition": ["CE", "EE"],
  "project.release": ["2.28", "2.29", "2.30", "2.31"],
  "project.upgradeFrom": ["none", "2.30"],
  "infrastructure.clusters.role": ["master-and-seed", "master", "seed"],
  "infrastructure.clusters.provider": ["vsphere", "openstack", "azure", "aws", "gcp", "kubevirt", "bare-metal", "nutanix", "vmware-cloud-director", "hetzner", "digitalocean", "anexia", "alibaba", "bring-your-own"],
  "infrastructure.datacenters.provider": ["vsphere", "openstack", "azure", "aws", "gcp", "kubevirt", "tinkerbell", "nutanix", "vmware-cloud-director", "hetzner", "digitalocean", "anexia", "alibaba", "edge", "bring-your-own"],
  "infrastructure.clusters.provisioning": ["kubeone", "managed", "existing"],
  "infrastructure.severalTenants": [true],
  "infrastructure.clusterSizes": ["small", "several"],
  "loadBalancer.clusters.apiEndpoint": ["provider", "keepalived", "gobetween", "external", "kube-vip"],
  "loadBalancer.clusters.kind": ["cloud", "metallb-l2", "metallb-bgp", "cilium-l2", "cilium-bgp", "kubelb", "appliance", "none"],
  "loadBalancer.exposeStrategy": ["NodePort", "LoadBalancer", "Tunneling"],
  "loadBalancer.clusters.exposeStrategy": ["NodePort", "LoadBalancer", "Tunneling"],
  "loadBalancer.datacenters.exposeStrategy": ["NodePort", "LoadBalancer", "Tunneling"],
  "loadBalancer.clusters.nodeportProxy": ["disabled"],
  "loadBalancer.datacenters.apiLoadBalancer": [true],
  "loadBalancer.departures": ["sources", "proxy-sources"],
  "loadBalancer.datacenters.workloads": ["metallb-addon", "metallb-app", "kubelb"],
  "loadBalancer.datacenters.poolType": ["range", "prefix"],
  "loadBalancer.entry": ["standard", "gateway", "own"],
  "loadBalancer.entryBefore": ["nginx"],
  "network.ipFamily": ["ipv4", "dual"],
  "network.places.internet": ["direct", "proxy", "offline"],
  "dns.automation": ["none", "bind", "route53", "azuredns", "clouddns", "powerdns", "infoblox", "rfc2136"],
  "dns.externalDns": [true],
  "dns.platformNames": ["single", "wildcard"],
  "dns.zone": ["private", "public", "split"],
  "certificates.issuance": ["http01", "dns01", "acme-http01", "acme-dns01", "ca", "vault", "venafi", "external", "supplied", "self-signed"],
  "certificates.names": ["listed", "wildcard"],
  "certificates.rootTrust": ["public", "private"],
  "authentication.connector": [
    "ldap", "oidc", "saml", "microsoft", "google", "github", "gitlab", "bitbucket-cloud", "gitea", "linkedin", "oauth", "openshift", "atlassian-crowd", "keystone", "authproxy",
    "static-users", "keycloak", "external-issuer",
  ],
  "storage.clusters.fastClass": ["provider", "other"],
  "storage.clusters.backupTarget": ["minio", "s3"],
  "storage.further": ["velero", "user-clusters"],
  "monitoring.mla": [true],
  "monitoring.userClusterMla": [true],
  "monitoring.expectedLoad": ["minimum", "stated"],
  "monitoring.nodes": ["shared", "dedicated"],
  "access.bastion": [true],
  "access.toolset": ["container"],
  "access.secretStore": ["vault", "git-crypt", "sops"],
  "access.service": ["managed"],
};

/** Questions for a value of one's own that some plan must answer. */
const ANSWERED: readonly string[] = ["dns.clusters.seedDnsOverwrite", "authentication.clusters.ownIssuer", "network.places.usedAddresses", "network.places.dhcp", "loadBalancer.clusters.keepEntry"];

const plans = [...goldenAnswers()];

function questionOf(id: string): Question<unknown> {
  const question = findQuestion(id);
  if (!question) throw new Error(`${id} is promised, and no question asks for it`);
  return question;
}

const subjectsOf = ({ subject }: Question<unknown>, answers: Answers): readonly (string | undefined)[] => (subject === "plan" ? [undefined] : answers.subjects[subject]);

/** What a golden plan answers where the question is asked, or leaves to the product. */
function usedIn(id: string, answers: Answers): readonly unknown[] {
  const question = questionOf(id);
  const { productDefault } = question;
  const fallback = typeof productDefault?.value === "function" ? undefined : productDefault?.value;
  return subjectsOf(question, answers)
    .filter((subject) => isAsked(question, answers, subject))
    .flatMap((subject) => givenAt(answers, pathOf(question, subject)) ?? fallback ?? []);
}

describe("golden plans together use every system that is promised", () => {
  it.each(Object.entries(PROMISED).flatMap(([id, values]) => values.map((value) => [id, value] as const)))("%s: %s", (id, value) => {
    expect(plans.filter(([, answers]) => usedIn(id, answers).includes(value)).map(([name]) => name)).not.toEqual([]);
  });

  it.each(ANSWERED)("%s is answered", (id) => {
    expect(plans.filter(([, answers]) => usedIn(id, answers).length > 0).map(([name]) => name)).not.toEqual([]);
  });
});
