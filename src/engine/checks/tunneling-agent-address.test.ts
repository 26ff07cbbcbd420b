import { expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers } from "../testing/reference.ts";
import { tunnelingAgentAddress } from "./tunneling-agent-address.ts";

const carrier = (block: string) =>
  referenceAnswers({ "loadBalancer.exposeStrategy": "Tunneling", "network.places.main.otherNetworks": [{ name: "carrier", block }] });

test("a network of the place that holds the default address is named, with an address that is free", () => {
  expect(findingsOf(tunnelingAgentAddress, carrier("100.64.0.0/10"))).toEqual([
    expect.objectContaining({
      severity: "blocker",
      title: "The tunnelling agent's address 100.64.30.10 lies in the network carrier of Frankfurt",
      message: "With Tunneling every worker binds 100.64.30.10 itself. It belongs to the network carrier of Frankfurt, 100.64.0.0/10, so what stands there would be out of reach from the workers.",
      fixes: [{ title: "Use 192.168.255.10 for the agent", set: [{ path: "network.tunnelingAgentAddress", value: "192.168.255.10" }] }],
      answers: ["network.tunnelingAgentAddress", "network.places.main.otherNetworks"],
    }),
  ]);
});

test.each([
  ["part of the shared range leaves room in it", "100.64.0.0/16", "100.127.255.10"],
  ["nothing but the end of it is taken", "100.64.0.0/11", "100.127.255.10"],
])("%s", (_name, block, free) => {
  expect(findingsOf(tunnelingAgentAddress, carrier(block))[0]?.fixes[0]?.set[0]?.value).toBe(free);
});

test("the fix removes the finding", () => {
  const answers = carrier("100.64.0.0/10");
  const set = findingsOf(tunnelingAgentAddress, answers)[0]?.fixes[0]?.set ?? [];
  expect(set).toHaveLength(1);
  expect(findingsOf(tunnelingAgentAddress, changed(answers, Object.fromEntries(set.map(({ path, value }) => [path, value]))))).toEqual([]);
});

test.each([
  ["node networks", { "network.places.main.nodeNetwork": "100.64.30.0/24" }, "the node network of Frankfurt"],
  ["blocks of virtual addresses", { "loadBalancer.clusters.seed.pool": "100.64.30.0/28" }, "the virtual addresses of seed"],
  ["worker networks", { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "100.64.0.0/18" }, "the worker network of fra-vsphere"],
  ["pod ranges", { "network.userClusterPods": "100.64.0.0/16" }, "the pod range of user clusters"],
])("%s count as well", (_name, changes, where) => {
  const findings = findingsOf(tunnelingAgentAddress, referenceAnswers({ "loadBalancer.exposeStrategy": "Tunneling", ...changes }));
  expect(findings.map(({ title }) => title)).toEqual([`The tunnelling agent's address 100.64.30.10 lies in ${where}`]);
});

test("a server that has the address is named", () => {
  const findings = findingsOf(tunnelingAgentAddress, referenceAnswers({ "loadBalancer.exposeStrategy": "Tunneling", "network.places.main.ntpServers": ["100.64.30.10"] }));
  expect(findings.map(({ title }) => title)).toEqual(["The tunnelling agent's address 100.64.30.10 is that of NTP server 100.64.30.10 of Frankfurt"]);
});

test("no fix is offered where every private address is taken", () => {
  const networks = ["100.64.0.0/10", "192.168.0.0/16", "172.16.0.0/12", "10.0.0.0/8"].map((block) => ({ name: block, block }));
  const [finding] = findingsOf(tunnelingAgentAddress, referenceAnswers({ "loadBalancer.exposeStrategy": "Tunneling", "network.places.main.otherNetworks": networks }));
  expect(finding?.fixes).toEqual([]);
});

test.each([
  ["the reference setup", {}],
  ["Tunneling beside the reference setup's networks", { "loadBalancer.exposeStrategy": "Tunneling" }],
  ["the network with NodePort", { "network.places.main.otherNetworks": [{ name: "carrier", block: "100.64.0.0/10" }] }],
])("%s is fine", (_name, changes) => {
  expect(findingsOf(tunnelingAgentAddress, referenceAnswers(changes))).toEqual([]);
});
