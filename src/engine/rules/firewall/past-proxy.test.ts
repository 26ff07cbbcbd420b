import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const ROW = "[seed.main.aws]";
const insurer = (changes: Changes = {}) => planFrom(changed(installationAnswers("insurer-behind-a-proxy"), changes));
const calls = (changes: Changes = {}) =>
  insurer(changes).firewall.flows.filter(({ id }) => [`flow.P5${ROW}`, "flow.P5-proxy[seed]", `flow.past-proxy${ROW}`].includes(id)).map(({ id, destination, ports, reason }) => [id, destination, ports, reason]);
const PAST = [`flow.past-proxy${ROW}`, "provider-api[main.aws]", "443"];
const THROUGH = ["flow.P5-proxy[seed]", "proxy[main]", "3128", "Machines are created through the AWS API"];

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

describe("of the hosts of a vendor's API, the row past the proxy names those that are called", () => {
  const hosts = (changes: Changes = {}, of = "main.aws") => insurer(changes).firewall.flows.find(({ id }) => id === `flow.past-proxy[seed.${of}]`)?.hosts;
  const [ROLES, MACHINES, BALANCERS] = ["sts.eu-west-1.amazonaws.com", "ec2.eu-west-1.amazonaws.com", "elasticloadbalancing.eu-west-1.amazonaws.com"];

  test("controllers of user clusters take on the role that KKP made for them", () => {
    expect(hosts()).toEqual([ROLES, MACHINES, BALANCERS]);
    expect(hosts({ "infrastructure.clusters.seed.provisioning": "managed" })).toEqual([ROLES, MACHINES, BALANCERS]);
  });

  test("those of the cluster itself have the role of their machine", () => {
    expect(hosts({ "infrastructure.clusters.seed.role": "master" })).toEqual([MACHINES, BALANCERS]);
  });

  test("Azure is asked for tokens and resources, and its former API for nothing", () => {
    expect(hosts({ "infrastructure.clusters.seed.provider": "azure" }, "main.azure")).toEqual(["management.azure.com", "login.microsoftonline.com"]);
  });

  test("a cloud with one host is named by it", () => {
    expect(hosts({ "infrastructure.clusters.seed.provider": "hetzner" }, "main.hetzner")).toBeUndefined();
  });

  test("there is no row while the region of its hosts is open", () => {
    const plan = insurer({ "infrastructure.places.main.awsRegion": undefined });
    expect(plan.firewall.flows.some(({ id }) => id === `flow.past-proxy${ROW}`)).toBe(false);
    expect(plan.openPoints.find(({ path }) => path === "infrastructure.places.main.awsRegion")?.waiting.length).toBeGreaterThan(0);
  });
});

test("without a proxy one row says everything", () => {
  expect(calls({ "network.places.main.internet": "direct" })).toEqual([[`flow.P5${ROW}`, "provider-api[main.aws]", "443", "Machines, disks and load balancers are created through the AWS API"]]);
});

test("the hosts of a master's own infrastructure are opened while a datacenter has no Seed", () => {
  const { external } = insurer({ "infrastructure.clusters.seed.role": "master", "infrastructure.datacenters.fra-vsphere.seed": undefined }).firewall;
  expect(external.some(({ source, host }) => source === "nodes[seed]" && host === "ec2.eu-west-1.amazonaws.com")).toBe(true);
});

test("alerts pass by the proxy: Alertmanager reads no variables of its pod unless it is told to", () => {
  const SERVED = { "access.service": "managed", "access.alertForm": "mail", "access.alertReceiver": "mail.insurer.example", "access.alertPort": 587, "monitoring.mla": true };
  const why = (changes: Changes) => insurer({ ...SERVED, ...changes }).firewall.flows.find(({ refs }) => refs.includes("M2"))?.why;
  expect(why({})).toContain("sends from its nodes, past the proxy of Dublin: it reads neither HTTPS_PROXY nor NO_PROXY unless proxy_from_environment of its http_config is true;");
  expect(why({ "network.places.main.internet": "direct" })).toContain("sends from its nodes; while the way is closed");
  expect(insurer(SERVED).settings.filter(({ field, value }) => /no_?proxy/i.test(field) && value.kind === "known" && value.value.includes("mail.insurer.example"))).toEqual([]);
});
