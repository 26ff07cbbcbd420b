import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";
import { stepText } from "../../testing/step-text.ts";

const terraform = (name: string, cluster: string, changes: Changes) => stepText(planFrom(changed(starterAnswers(name), changes)).runbook.find(({ id }) => id === `step.terraform[${cluster}]`));

describe("files of an example that count on three control planes", () => {
  const vsphere = (machines: number, more: Changes = {}) =>
    terraform("reference-setup", "seed", { "infrastructure.clusters.seed.controlPlanes": machines, "infrastructure.clusters.seed.controlPlaneAddresses": undefined, ...more });

  test("vSphere: names beyond the third, and keepalived on as many machines as there are", () => {
    const five = vsphere(5);
    expect(five).toContain("hostnames counts over range(1, var.control_plane_vm_count + 1) in place of [1, 2, 3]");
    expect(five).toContain("null_resource.keepalived_config has var.control_plane_vm_count in place of its 3");
    expect(vsphere(3)).not.toMatch(/range\(1|keepalived_config/);
    // With two the third is sought in vain, while both have names.
    expect(vsphere(2)).toContain("null_resource.keepalived_config has");
    expect(vsphere(2)).not.toContain("range(1");
  });

  test("vSphere: with another front, or nothing in front, keepalived is not installed at all", () => {
    const out = "the provisioner of control_plane falls away, which installs keepalived on every machine";
    expect(vsphere(3)).not.toContain(out);
    expect(vsphere(3, { "loadBalancer.clusters.seed.apiEndpoint": "kube-vip" })).toContain(out);
    expect(vsphere(5, { "loadBalancer.clusters.seed.apiEndpoint": "kube-vip" })).not.toContain("keepalived_config");
    expect(vsphere(1)).toContain(out);
  });

  test("AWS: a fourth machine stands in the first zone again", () => {
    const aws = (machines: number, zones: number) => terraform("aws-single-region", "kubermatic", { "infrastructure.clusters.kubermatic.controlPlanes": machines, "infrastructure.clusters.kubermatic.zones": zones });
    expect(aws(5, 3)).toContain("availability_zone and subnet_id of aws_instance.control_plane take count.index % 3 in place of count.index.");
    expect(aws(5, 1)).toContain("take count.index % 3 in place");
    expect(aws(3, 2)).toContain("take count.index % 2 in place");
    expect(aws(7, 5)).toContain("take count.index % 5 in place");
    expect(aws(3, 3)).not.toContain("count.index %");
    expect(aws(5, 5)).not.toContain("count.index %");
  });

  test("Azure: more control planes than zones begin with the first one again", () => {
    const azure = (machines: number, zones: number) => terraform("azure-keycloak", "seed", { "infrastructure.clusters.seed.controlPlanes": machines, "infrastructure.clusters.seed.zones": zones });
    expect(azure(3, 2)).toContain("azurerm_virtual_machine.control_plane gets zones = [count.index % 2 + 1]");
    expect(azure(3, 3)).toContain("azurerm_virtual_machine.control_plane gets zones = [count.index + 1]");
    expect(azure(3, 1)).not.toContain("count.index %");
    expect(azure(3, 1)).toContain("platform_fault_domain_count of azurerm_availability_set.avset becomes 3");
    expect(azure(1, 1)).not.toContain("platform_fault_domain_count");
    expect(azure(3, 3)).not.toContain("platform_fault_domain_count");
  });

  test("Google Cloud: the pool behind the API holds every control plane", () => {
    const google = (machines: number) =>
      terraform("edge-from-google-cloud", "seed", { "infrastructure.clusters.seed.provisioning": "kubeone", "infrastructure.clusters.seed.controlPlanes": machines, "loadBalancer.clusters.seed.apiEndpoint": "provider", "network.places.gcp.nodeNetwork": "10.90.0.0/24" });
    expect(google(5)).toContain("control_plane_target_pool_members_count = 5");
    expect(google(1)).toContain("control_plane_target_pool_members_count = 1");
  });
});
