import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const all: readonly Provider[] = providers;
const item = (answers: Answers, id: string, changes: Changes = {}) => planFrom(changed(answers, changes)).checklist.find((one) => one.id === `todo.${id}`);
const hall = starterAnswers("kubevirt-on-bare-metal");
const aws = starterAnswers("aws-single-region");

test("every record that somebody must answer for names how each way is seen, with its network and its addresses", () => {
  for (const { id, leaving } of all) {
    if (!leaving) continue;
    expect(leaving.seen.gateway, id).toContain("{addresses}");
    expect(Object.values(leaving.seen).filter((words) => /[.]$/.test(words)), id).toEqual([]);
  }
  expect(all.filter(({ leaving }) => leaving).map(({ id }) => id).toSorted()).toEqual(["alibaba", "anexia", "aws", "azure", "bare-metal", "bring-your-own", "digitalocean", "edge", "gcp", "hetzner", "kubevirt", "nutanix", "openstack", "tinkerbell", "vmware-cloud-director", "vsphere"]);
});

test("addresses of a gateway are ordered with the network that it stands before", () => {
  expect(item(aws, "way-out[frankfurt]")).toMatchObject({
    title: "Way out of 10.90.0.0/20 at AWS Frankfurt by 203.0.113.17/32",
    team: "network",
    why: "Filters elsewhere see 203.0.113.17/32 in place of 10.90.0.0/20, and a list with 10.90.0.0/20 alone lets nobody of it in.",
    dependsOn: ["todo.node-network[frankfurt]"],
  });
  expect(item(aws, "way-out-of-workers[aws-fra]")?.verify).toBe("`aws ec2 describe-nat-gateways` prints 203.0.113.17/32, and `aws ec2 describe-route-tables` shows for the subnets of 10.90.16.0/20 a default route to these gateways; a server on the internet logs an address of 203.0.113.17/32 when a test machine there calls it; it stands in writing that node pools of user clusters leave “Assign Public IP” unticked");
});

test("on KubeVirt the answer is tried at the network plugin, and untranslated networks are routed", () => {
  expect(item(hall, "way-out-of-workers[hall-vms]")?.title).toBe("Way out of 10.81.0.0/22 for hall-vms by 10.82.0.0/24");
  const own = item(hall, "way-out-of-workers[hall-vms]", { "network.datacenters.hall-vms.seenAs": "own" });
  expect(own?.title).toBe("10.81.0.0/22 for hall-vms routed without translation");
  expect(own?.verify).toContain("natOutgoing: false");
  expect(own?.verify).toContain("a server elsewhere logs the address of a test machine there itself");
});

test("a site orders the rule of its firewall, or a line for each machine", () => {
  const shops = starterAnswers("edge-from-google-cloud");
  expect(item(shops, "way-out[shops]")).toMatchObject({
    title: "Way out of 10.61.0.0/16 at Shops by 198.51.100.40/32",
    verify: "The firewall of the site has a rule that translates 10.61.0.0/16 to 198.51.100.40/32 for the internet; a server on the internet logs an address of 198.51.100.40/32 when a test machine there calls it",
  });
  const each = item(shops, "way-out[shops]", { "network.places.shops.seenAs": "each" });
  expect(each?.why).toBe("Each machine of 10.61.0.0/16 shows another address of the provider of the line on the internet, and a filter there lets none in that it has not been told of.");
  expect(item(shops, "way-out[shops]", { "network.places.shops.seenAs": "own" })?.why).toContain("where something on the way puts other addresses in place");
});

test("where Terraform makes the network, what needs a machine in it is tried in its step", () => {
  const poc = starterAnswers("proof-of-concept");
  const [place] = poc.subjects.place;
  expect(item(poc, `way-out[${place}]`)?.verify).toMatch(/^The quota of the account has room for them; it is tried in the step “Try the network of /);
});

test.each<[string, Answers, string, Changes]>([
  ["droplets, which have a public address in any case", installationAnswers("droplets-for-a-start-up"), "way-out[main]", {}],
  ["a network of the customer", installationAnswers("setup-checklist"), "way-out[main]", {}],
  ["what runs already", installationAnswers("openstack-keystone"), "way-out[main]", {}],
  ["an open answer", aws, "way-out-of-workers[aws-fra]", { "network.datacenters.aws-fra.seenAs": undefined }],
])("no item for %s", (_name, answers, id, changes) => {
  expect(item(answers, id, changes)).toBeUndefined();
});

test("files of the example lose public addresses where machines leave by another way, and KubeOne dials private ones", () => {
  const terraform = (name: string, cluster: string, changes: Changes) => planFrom(changed(starterAnswers(name), changes)).runbook.find(({ id }) => id === `step.terraform[${cluster}]`)?.text ?? "";
  const [cluster = ""] = aws.subjects.cluster;
  expect(terraform("aws-single-region", cluster, {})).toContain("in output.tf, assignPublicIP becomes false in kubeone_workers.");
  expect(terraform("aws-single-region", cluster, { "network.places.frankfurt.seenAs": "each" })).not.toContain("assignPublicIP becomes false");
  const poc = starterAnswers("proof-of-concept");
  const [place = ""] = poc.subjects.place;
  const [seed = ""] = poc.subjects.cluster;
  const behind = { [`network.places.${place}.seenAs`]: "own", "access.bastion": false };
  expect(terraform("proof-of-concept", seed, behind)).toContain(" In output.tf, public_address falls away in kubeone_hosts, so that KubeOne dials private addresses.");
  const ends = (changes: Changes) => planFrom(changed(poc, changes)).firewall.flows.filter(({ destination }) => destination === `public-machines[${seed}]`);
  expect(ends({ "access.bastion": false })).not.toEqual([]);
  expect(ends(behind)).toEqual([]);
});
