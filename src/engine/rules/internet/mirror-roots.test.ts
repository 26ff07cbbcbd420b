import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const bank = (changes: Changes = {}) => planFrom(changed(starterAnswers("air-gapped-bank"), { "network.mirrorTrust": "private", ...changes }));
const utility = (changes: Changes = {}) => planFrom(changed(installationAnswers("offline-utility"), changes));
const roots = ({ checklist }: Plan) => checklist.filter(({ id }) => id.includes("-roots[")).map(({ id, title }) => `${id} ${title}`);
const item = ({ checklist }: Plan, id: string) => checklist.find((one) => one.id === `todo.${id}`);
const step = ({ runbook }: Plan, id: string) => runbook.find((one) => one.id === id)?.text;

test("machines of the platform trust the registry as well as workers do", () => {
  expect(roots(bank())).toEqual([
    "todo.platform-roots[seed] Roots of the private registry and the mirror of binaries on every machine of zrh",
    "todo.worker-roots[zrh] Roots of the private registry and the mirror of binaries in the images of workers of zrh-vsphere",
  ]);
  const { verify, why } = item(bank(), "platform-roots[seed]") ?? {};
  expect(verify).toBe(
    "The system's own list of trusted authorities holds them on every machine, by the image from which they start; on a test machine made alike, once they stand, `curl -sSI https://registry.bank.example/v2/` and `curl -sSI https://dl.k8s.io` print a status of HTTP and no word about the certificate",
  );
  expect(why).toContain("the roots that the system of the machine trusts");
});

test("a registry that everybody trusts, or nobody checks, leaves the mirror of binaries alone", () => {
  for (const trust of ["public", "insecure"]) {
    expect(roots(bank({ "network.mirrorTrust": trust }))).toEqual(["todo.platform-roots[seed] Root of the mirror of binaries on every machine of zrh", "todo.worker-roots[zrh] Root of the mirror of binaries in the images of workers of zrh-vsphere"]);
  }
  expect(roots(referencePlan())).toEqual([]);
});

test("while nobody has said how the registry is trusted, the items wait", () => {
  const open = bank({ "network.mirrorTrust": undefined });
  expect(roots(open)).toEqual([]);
  expect(open.openPoints.find(({ path }) => path === "network.mirrorTrust")).toBeDefined();
});

test("machines that are listed get it from whoever installs them, clusters of others from their makers", () => {
  expect(item(utility(), "platform-roots[seed]")?.verify).toContain("on every machine, by whoever installs them; on a test machine");
  expect(item(utility(), "worker-roots[plants]")?.title).toBe("Root of the mirror of binaries on every machine of plants");
  const built = bank({ "infrastructure.clusters.seed.provisioning": "existing" });
  // Nobody of the plan installs Kubernetes there, so nothing is loaded from the mirror of binaries.
  expect(item(built, "platform-roots[seed]")?.title).toBe("Root of the private registry on every machine of zrh");
  expect(roots(bank({ "infrastructure.clusters.seed.provisioning": "existing", "network.mirrorTrust": "public" }))).toEqual(["todo.worker-roots[zrh] Root of the mirror of binaries in the images of workers of zrh-vsphere"]);
  expect(item(built, "platform-roots[seed]")?.verify).toBe("A pod with a test image of the private registry starts on each node; the root is put there by whoever has built the cluster, and for nodes that follow as well");
});

test("an upgrade finds them there", () => {
  expect(roots(bank({ "project.upgradeFrom": "2.29" }))).toEqual([]);
});

test("the step of KubeOne tells that KubeOne does not do it", () => {
  expect(step(bank(), "step.kubeone[seed]")).toContain("Roots of the private registry and the mirror of binaries stand in the system's list of trusted authorities of each machine before: KubeOne hands what certificateAuthority holds to pods alone, and empties /etc/containerd/certs.d.");
  expect(step(referencePlan(), "step.kubeone[seed]")).not.toContain("trusted authorities");
});

test("machines that fill the registry or take charts from it trust it as well", () => {
  const plan = bank({ "access.toolset": "installed" });
  expect(item(plan, "workplace-roots")?.title).toBe("Root of the private registry on the mirror workstation and the machine from which the installation is run");
  expect(item(plan, "workplace-roots")?.verify).toContain("`helm registry login registry.bank.example`");
  expect(item(bank({ "access.toolset": "container" }), "workplace-roots")?.title).toMatch(/, in its tooling container as well$/);
  for (const trust of ["public", "insecure", undefined]) expect(item(bank({ "network.mirrorTrust": trust }), "workplace-roots")).toBeUndefined();
  expect(item(referencePlan(), "workplace-roots")).toBeUndefined();
});
