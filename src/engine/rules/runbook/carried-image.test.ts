import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const IMAGE = "quay.io/kubermatic-labs/kubeone-tooling:1.12.3";
const bank = (changes: Changes = {}) => planFrom(changed(starterAnswers("air-gapped-bank"), { "access.toolset": "container", ...changes }));
const first = (plan: ReturnType<typeof bank>) => plan.runbook.find(({ id }) => id === "step.workplace")?.text;
const tools = (plan: ReturnType<typeof bank>) => plan.checklist.find(({ id }) => id === "todo.tools");

test("a bastion without internet gets the tooling image as a file, since the registry is filled later", () => {
  const plan = bank({ "access.bastion": true });
  expect(first(plan)).toContain(`The bastion loads nothing from the internet, and the private registry holds this image only once it is filled: \`docker pull ${IMAGE}\` and \`docker save -o kubeone-tooling.tar ${IMAGE}\` on the mirror workstation put it into a file, which is carried in with the archive, and \`docker load -i kubeone-tooling.tar\` takes it from there before anything else.`);
  expect(tools(plan)?.verify).toMatch(/; `docker image ls` lists quay\.io\/kubermatic-labs\/kubeone-tooling:1\.12\.3, which was carried in$/);
  expect(tools(plan)?.dependsOn).toEqual(["todo.mirror-host"]);
});

test("a machine of the engineers may load it itself", () => {
  const plan = bank({ "access.bastion": false });
  expect(first(plan)).toContain("Where this machine loads nothing from the internet, the private registry holds this image only once it is filled: `docker pull");
  expect(tools(plan)?.verify).toContain("where the machine cannot load it itself");
});

test("nobody carries what is not used or what the internet brings", () => {
  for (const plan of [bank({ "access.toolset": "installed" }), referencePlan({ "access.toolset": "container" })]) {
    expect(first(plan)).not.toContain("docker load");
    expect(tools(plan)?.verify).not.toContain("docker image ls");
  }
});
