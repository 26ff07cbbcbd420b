import { describe, expect, test } from "vitest";
import { withSubject } from "../../answers/answers.ts";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { bgpBehindGateway } from "./bgp-behind-gateway.ts";

const AT = "network.datacenters.fra-vsphere";
const VMS: Changes = {
  "infrastructure.places.jena.kubevirtLoadBalancer": false,
  "infrastructure.places.jena.kubevirtServers": "10.26.24.0/24",
  "infrastructure.datacenters.fra-vsphere.place": "jena",
  "infrastructure.datacenters.fra-vsphere.provider": "kubevirt",
  "network.infrastructureRanges": ["10.52.0.0/16"],
  [`${AT}.workersIn`]: "own-network",
  [`${AT}.workerNetwork`]: "10.52.0.0/16",
  [`${AT}.seenAs`]: "gateway",
  [`${AT}.seenAddresses`]: undefined,
  "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-app",
  "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.51.255.0/25",
  "loadBalancer.datacenters.fra-vsphere.workloadRouters": ["10.26.0.2"],
};
const said = (changes: Changes = {}) => findingsOf(bgpBehindGateway, changed(withSubject(referenceAnswers(), "place", "jena"), { ...VMS, ...changes })).map(({ severity, message }) => `${severity}: ${message}`);

describe("MetalLB of tenants that announces by BGP", () => {
  test("is behind the servers of the KubeVirt cluster that carries its workers", () => {
    expect(said()).toEqual([expect.stringContaining("blocker: Each worker of fra-vsphere opens a session to 10.26.0.2, which sees 10.26.24.0/24 in place of 10.52.0.0/16: the servers of the KubeVirt cluster or the gateway of its networks puts that there.")]);
    expect(said({ [`${AT}.seenAddresses`]: ["10.26.0.9/32"] })).toEqual([expect.stringContaining("sees 10.26.0.9/32 in place of")]);
  });

  test("and behind a router of OpenStack or a gateway of Cloud Director", () => {
    expect(said({ "infrastructure.datacenters.fra-vsphere.provider": "vmware-cloud-director", [`${AT}.seenAddresses`]: ["10.170.0.1/32"] })).toEqual([expect.stringContaining("blocker: Each worker")]);
  });

  test("and behind the router that Terraform makes, whose address nobody knows yet", () => {
    const made: Changes = { "infrastructure.clusters.seed.provider": "openstack", "infrastructure.places.main.openstackOctavia": false, "infrastructure.datacenters.fra-vsphere.place": "main", "infrastructure.datacenters.fra-vsphere.provider": "openstack", [`${AT}.workersIn`]: "node-network", [`${AT}.seenAs`]: undefined };
    expect(said(made)).toEqual([expect.stringContaining("which sees an address of the router that Terraform makes in place of 10.20.0.0/24. Several workers")]);
  });

  test("reaches routers with its own addresses where nothing is put in place, though pods stay pods", () => {
    const own: Changes = { [`${AT}.seenAs`]: "own" };
    expect(said(own)).toEqual([expect.stringContaining("warning: Workers of fra-vsphere are pods in 10.52.0.0/16. What 10.26.0.2 sends them for 10.51.255.0/25 crosses the servers")]);
    expect(said({ ...own, "network.infrastructureRanges": ["10.99.0.0/16"] })).toEqual([]);
    expect(said({ ...own, "infrastructure.datacenters.fra-vsphere.provider": "vmware-cloud-director" })).toEqual([]);
    expect(said({ "infrastructure.datacenters.fra-vsphere.provider": "vsphere" })).toEqual([]);
  });

  test("meets routers of its own network as it is, and those that nobody has named not at all", () => {
    expect(said({ "loadBalancer.datacenters.fra-vsphere.workloadRouters": ["10.52.0.2"] })).toEqual([]);
    expect(said({ "loadBalancer.datacenters.fra-vsphere.workloadRouters": undefined })).toEqual([]);
    expect(said({ [`${AT}.seenAs`]: undefined })).toEqual([]);
  });

  test("is no matter of layer 2, nor of the load balancer of the infrastructure", () => {
    expect(said({ "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.52.255.0/25" })).toEqual([]);
    expect(said({ "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon" })).toEqual([]);
    expect(said({ "infrastructure.places.jena.kubevirtLoadBalancer": true })).toEqual([]);
  });
});
