import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const ROW = "[seed.main.aws]";
const insurer = (changes: Changes = {}) => planFrom(changed(installationAnswers("insurer-behind-a-proxy"), changes));
const calls = (changes: Changes = {}) =>
  insurer(changes).firewall.flows.filter(({ id }) => id === `flow.P5${ROW}` || id === `flow.past-proxy${ROW}`).map(({ id, destination, ports, reason }) => [id, destination, ports, reason]);
const PAST = [`flow.past-proxy${ROW}`, "provider-api[main.aws]", "443"];
const THROUGH = [`flow.P5${ROW}`, "proxy[main]", "3128", "Machines are created through the AWS API"];

test("machines are made through the proxy; controllers and drivers of the cluster and of user clusters call past it", () => {
  expect(calls()).toEqual([THROUGH, [...PAST, "Disks and load balancers are created through the AWS API, past the proxy"]]);
  const why = insurer().firewall.flows.find(({ id }) => id === `flow.past-proxy${ROW}`)?.why;
  expect(why).toContain("machine-controller and operating-system-manager alone, so cloud controller and storage driver of seed call the API straight");
  expect(why).toContain("The cloud controllers of user clusters run on seed and are handed no proxy either");
});

test("KubeOne brings no drivers to a cluster that others run, where only those of user clusters are known", () => {
  expect(calls({ "infrastructure.clusters.seed.provisioning": "managed" })).toEqual([THROUGH, [...PAST, "Load balancers are created through the AWS API, past the proxy"]]);
});

test("a master without user clusters has drivers of its own alone", () => {
  const why = insurer({ "infrastructure.clusters.seed.role": "master" }).firewall.flows.find(({ id }) => id === `flow.past-proxy${ROW}`)?.why;
  expect(why).not.toContain("user clusters");
});

test("while nobody says who makes the machines, only what is made through the proxy is known", () => {
  expect(calls({ "infrastructure.clusters.seed.provisioning": undefined })).toEqual([THROUGH]);
});

test("without a proxy one row says everything", () => {
  expect(calls({ "network.places.main.internet": "direct" })).toEqual([[`flow.P5${ROW}`, "provider-api[main.aws]", "443", "Machines, disks and load balancers are created through the AWS API"]]);
});

test("the hosts of a master's own infrastructure are opened while a datacenter has no Seed", () => {
  const { external } = insurer({ "infrastructure.clusters.seed.role": "master", "infrastructure.datacenters.fra-vsphere.seed": undefined }).firewall;
  expect(external.some(({ source, host }) => source === "nodes[seed]" && host === "ec2.eu-west-1.amazonaws.com")).toBe(true);
});
