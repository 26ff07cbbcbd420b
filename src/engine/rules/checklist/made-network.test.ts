import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { withSubject } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed } from "../../testing/reference.ts";

const starter = starterAnswers("openstack-two-tenants");
const place = starter.subjects.place[0];
const answers = changed(withSubject(starter, "cluster", "second"), {
  "infrastructure.clusters.seed.role": "master",
  ...Object.fromEntries(Object.entries({ role: "seed", name: "second", place, provider: "openstack", provisioning: "kubeone", controlPlanes: 3, workerCpu: 8, workerMemory: 32 }).map(([key, value]) => [`infrastructure.clusters.second.${key}`, value])),
  ...Object.fromEntries(starter.subjects.datacenter.map((id) => [`infrastructure.datacenters.${id}.seed`, "second"])),
  "storage.clusters.second.fastClass": "provider",
  "storage.clusters.second.backupTarget": "s3",
  "storage.clusters.second.s3Endpoint": "s3.example.com",
  "loadBalancer.clusters.second.kind": "cloud",
  "loadBalancer.clusters.second.apiEndpoint": "provider",
});
const plan = planFrom(answers);

test("the bucket of a Seed is tried on the machines of that Seed, though Terraform makes the network with others", () => {
  const verify = plan.checklist.find(({ id }) => id === "todo.bucket[second]")?.verify ?? "";
  expect(verify).toMatch(/; it is tried in the step “Try the network of second” of the runbook, when Terraform has made its machines$/);
  expect(plan.runbook.find(({ id }) => id === "step.network-trial[second]")?.text).toContain("the keys of each bucket list or write it");
});

test("what all machines of the place need is tried where the network comes", () => {
  const verifies = plan.checklist.filter(({ verify }) => verify.includes("in the step “Try the network of seed” of the runbook, when Terraform has made the network"));
  expect(verifies.map(({ team }) => team)).toContain("security");
});
