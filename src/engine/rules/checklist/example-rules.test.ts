import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { usedSources } from "../../plan/used-sources.ts";
import { changed, referenceAnswers } from "../../testing/reference.ts";

const item = (answers: Answers) => planFrom(answers).checklist.find(({ id }) => id.startsWith("todo.example-rules"));
const azure = starterAnswers("azure-keycloak");

describe("what KubeOne's example opens to anybody", () => {
  test("Azure: one group for the subnet, and no node port that load balancers need", () => {
    const row = item(azure);
    expect(row).toMatchObject({
      id: "todo.example-rules[seed]",
      title: "Access to the machines of weu narrowed from any address to who needs it",
      team: "security",
      why: "KubeOne's Terraform example for weu opens TCP 22, 6443 and 30000–32767 of every machine in its subnet to any address; load balancers call machines on the port of their Service, by rules that the cloud controller writes itself, and health checks pass by a default rule of Azure.",
    });
    expect(row?.verify).toMatch(/^In main\.tf, the rule `SSH` of `azurerm_network_security_group\.sg` takes the sources of the rows over SSH; `kubeapi` takes those of the rows to the Kubernetes API of weu /);
  });

  test.each([
    ["AWS", starterAnswers("aws-single-region"), /opens TCP 22 of its bastion, TCP 6443 of the load balancer/, /`aws_security_group_rule\.nodeports` takes .* or falls away/],
    ["OpenStack", starterAnswers("openstack-two-tenants"), /opens TCP 22, 6443 and 30000–32767 of every machine, its bastion included, .* unless manage-security-groups is set/, /`nodeports` stays as it is;/],
    ["Hetzner", starterAnswers("proof-of-concept"), /opens TCP 22 and 30000–32767 of every machine .* call private addresses/, /the rule for NodePorts takes/],
    ["DigitalOcean", installationAnswers("droplets-for-a-start-up"), /makes no firewall/, /tag kubernetes-cluster:kubermatic lets TCP 22 in/],
  ])("%s", (_name, answers, why, verify) => {
    expect(item(answers)?.why).toMatch(why);
    expect(item(answers)?.verify).toMatch(verify);
  });

  test("OpenStack lets in nothing else at addresses that machines announce, unless somebody adds it", () => {
    const ports = (kind: string) => planFrom(changed(starterAnswers("openstack-two-tenants"), { "loadBalancer.clusters.seed.kind": kind })).checklist.find(({ id }) => id === "todo.announced-ports[seed]");
    expect(ports("metallb-l2")?.why).toContain("opens TCP 22, 6443 and 30000–32767 of every machine, its bastion included, to any IPv4 address, and nothing else from outside");
    expect(ports("metallb-l2")?.verify).toContain("beside TCP 6443 and node ports; once the machines are there, `openstack security group rule list` shows as much");
    expect(ports("metallb-l2")?.shownWith).toEqual(["todo.access.repository"]);
    expect(["cloud", "none", "kubelb", "appliance"].map(ports)).toEqual([undefined, undefined, undefined, undefined]);
    expect(planFrom(azure).checklist.some(({ id }) => id.startsWith("todo.announced-ports"))).toBe(false);
  });

  test("OpenStack lets in no port of a Service that workers announce", () => {
    const ports = (octavia: boolean) => planFrom(changed(starterAnswers("openstack-two-tenants"), { "infrastructure.places.berlin.openstackOctavia": octavia, "loadBalancer.datacenters.retail.workloads": "metallb-app" })).checklist.find(({ id }) => id === "todo.workload-ports[retail]");
    expect(ports(false)?.why).toContain("the group that KKP makes lets in the user cluster itself, TCP 22, ICMP and node ports alone");
    expect(ports(true)).toBeUndefined();
  });

  test("Google Cloud: rules without a target, and ranges of its health checks", () => {
    const media = installationAnswers("google-cloud-media");
    const cluster = media.subjects.cluster[0] ?? "";
    const built = item(changed(media, { [`infrastructure.clusters.${cluster}.provisioning`]: "kubeone" }));
    expect(built?.why).toContain("also of those that are no part of the cluster, since its rules name no target");
    expect(built?.why).toContain("130.211.0.0/22, 35.191.0.0/16");
  });

  test("leads to the example as the KubeOne release of the plan brings it", () => {
    const plan = planFrom(changed(azure, { "project.release": "2.30", "project.upgradeFrom": "none" }));
    const row = plan.checklist.find(({ id }) => id === "todo.example-rules[seed]");
    expect(row).toBeDefined();
    expect(usedSources(plan).find(({ id }) => id === "kubeone.terraform-azure")?.url).toBe("https://github.com/kubermatic/kubeone/tree/v1.13.7/examples/terraform/azure");
  });

  test("is no matter where Terraform makes no rules, where KubeOne builds nothing, and on an upgrade", () => {
    expect(item(referenceAnswers())).toBeUndefined();
    expect(item(changed(azure, { "infrastructure.clusters.seed.provisioning": "managed" }))).toBeUndefined();
    expect(item(changed(azure, { "project.release": "2.31", "project.upgradeFrom": "2.30" }))).toBeUndefined();
  });

  test("the files are changed in the step that makes the machines", () => {
    const text = (answers: Answers) => planFrom(answers).runbook.find(({ id }) => id.startsWith("step.terraform["))?.text;
    expect(text(azure)).toContain("What lets anybody in to the machines is narrowed as the item “Access to the machines of weu narrowed from any address to who needs it” of the checklist says.");
    expect(text(referenceAnswers())).not.toContain("lets anybody in");
  });
});
