import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { planFrom } from "../../plan/plan-from.ts";

const step = (starter: string, id: string) => planFrom(starterAnswers(starter)).runbook.find((one) => one.id === id);

test("each example whose machines Terraform makes says how their disks become fast", () => {
  const all: readonly Provider[] = providers;
  expect(all.filter(({ kubeone }) => kubeone && kubeone.inputs.length > 0 && !kubeone.controlPlaneDisk).map(({ id }) => id)).toEqual([]);
});

describe("the step that makes the machines", () => {
  test("orders IOPS on AWS, where gp2 of 100 GB would serve 300", () => {
    expect(step("aws-single-region", "step.terraform[kubermatic]")?.text).toContain("volume_type becomes gp3 with iops = 6000, where 125 MiB/s come with it and 94 MB/s are asked");
  });

  test("names a size on Azure from which Premium_LRS serves as much: 1,024 GiB serve 5,000 IOPS, more serve 7,500", () => {
    expect(step("azure-keycloak", "step.terraform[seed]")?.text).toContain("managed_disk_type becomes Premium_LRS with disk_size_gb = 1025,");
  });
});

test("disks of control planes are measured once Kubernetes is there, each on its own node", () => {
  const all = planFrom(starterAnswers("aws-single-region")).runbook.map(({ id }) => id);
  expect(all.indexOf("step.control-plane-fio[kubermatic]")).toBeGreaterThan(all.indexOf("step.kubeone[kubermatic]"));
  expect(all.indexOf("step.control-plane-fio[kubermatic]")).toBeLessThan(all.indexOf("step.storage-classes[kubermatic]"));
  expect(step("aws-single-region", "step.control-plane-fio[kubermatic]")?.commands.join("\n")).toContain("hostPath: { path: /var/lib/fio-test");
});

test("fio writes as root: the image runs as uid 1001, and root alone may write to a fresh folder or volume", () => {
  for (const id of ["step.control-plane-fio[kubermatic]", "step.fio[kubermatic]"]) expect(step("aws-single-region", id)?.commands).toContain("      securityContext: { runAsUser: 0 }");
});
