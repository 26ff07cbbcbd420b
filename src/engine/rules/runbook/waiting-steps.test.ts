import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { NO_ANSWERS } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const without = (path: string, more: Changes = {}) => planFrom(changed(starterAnswers("openstack-two-tenants"), { [path]: undefined, ...more })).runbook;
const MEMORY = "infrastructure.clusters.seed.workerMemory";
const waitingIn = (steps: ReturnType<typeof without>) => steps.filter(({ waiting }) => waiting !== undefined);

describe("steps that wait", () => {
  const steps = without(MEMORY);

  test("stand in their place, by the names that the checklist uses, with the answer", () => {
    const [machines] = waitingIn(steps);
    expect(machines).toMatchObject({
      id: "waiting.runbook.kubeone[seed]",
      title: "Hand the SSH key of seed to an agent; Create the machines of seed; Try the network of seed; Install Kubernetes on seed",
      text: "Whether and how each is done cannot be told yet.",
      commands: [],
      waiting: [{ kind: "open", question: MEMORY }],
      from: "runbook.kubeone[seed]",
    });
    const ids = steps.map(({ id }) => id);
    expect(ids.indexOf("waiting.runbook.kubeone[seed]")).toBe(ids.indexOf("step.configuration") + 1);
  });

  test("hold back what needs their kubeconfig, and nothing else", () => {
    const classes = steps.find(({ id }) => id === "step.storage-classes[seed]");
    expect(classes?.text).toMatch(/^Not before “Install Kubernetes on seed”, which waits for an answer\. /);
    expect(steps.find(({ id }) => id === "step.configuration")?.text).not.toContain("Not before");
  });

  test("hold back all commands where they bring the working copy and the tools", () => {
    const open = without("access.repository");
    const [copy] = waitingIn(open);
    expect(copy).toMatchObject({ title: "Working copy and tools", order: 1, waiting: [{ kind: "open", question: "access.repository" }] });
    const held = open.filter(({ text }) => text.startsWith("Not before “Working copy and tools”, which waits for an answer. ")).map(({ id }) => id);
    expect(held).toEqual(open.filter(({ commands }) => commands.length > 0).map(({ id }) => id));
    expect(held).toContain("step.configuration");
    const both = without("access.repository", { [MEMORY]: undefined }).find(({ id }) => id === "step.storage-classes[seed]");
    expect(both?.text).toMatch(/^Not before “Working copy and tools” and “Install Kubernetes on seed”, which wait for an answer\. /);
  });

  test("are numbered with the others", () => {
    expect(steps.map(({ order }) => order)).toEqual(steps.map((_step, at) => at + 1));
  });
});

describe("while nobody says who signs the tokens", () => {
  const CONNECTOR = "authentication.connector";
  const machines = (changes: Changes) => referencePlan(changes).runbook.filter(({ id }) => /^step\.(?:terraform|kubeone|conformance)\[seed\]/.test(id)).map(({ order: _order, ...step }) => step);

  test("machines and Kubernetes wait for nothing where Dex makes no worker more", () => {
    expect(machines({}).map(({ id }) => id)).toEqual(["step.terraform[seed]", "step.kubeone[seed]", "step.conformance[seed]"]);
    expect(machines({ [CONNECTOR]: undefined })).toEqual(machines({}));
    expect(waitingIn(referencePlan({ [CONNECTOR]: undefined }).runbook).map(({ title }) => title).join()).toContain("Configuration files");
  });

  test("they wait where Dex decides on one", () => {
    // 49 user clusters: 99 pods of the platform, 2 of them of Dex and 3 of cert-manager, and 49 × 20 are 1,079; 14 workers run 14 × 110 × 70 % = 1,078.
    const clusters = { "infrastructure.datacenters.fra-vsphere.smallClusters": 49, "certificates.issuance": "vault" };
    const workers = (connector: string) => referencePlan({ ...clusters, [CONNECTOR]: connector }).sizing.clusters[0]?.workers;
    expect([workers("ldap"), workers("keycloak")]).toEqual([16, 15]);
    expect(machines({ ...clusters, [CONNECTOR]: undefined })).toEqual([]);
  });
});

test("where nobody knows who builds a cluster, its machines wait and not a cluster that is there", () => {
  const steps = referencePlan({ "infrastructure.clusters.seed.provisioning": undefined }).runbook;
  expect(waitingIn(steps)[0]?.title).toContain("Machines and Kubernetes, seed; Disks of control planes, seed; Existing cluster, seed");
  expect(steps.find(({ id }) => id.startsWith("step.storage-classes"))?.text).toMatch(/^Not before “Machines and Kubernetes, seed”/);
});

test("a cluster that is there is taken over, and that waits by its own name", () => {
  const steps = referencePlan({ "infrastructure.clusters.seed.provisioning": "existing", [MEMORY]: undefined }).runbook;
  expect(waitingIn(steps)[0]?.title).toBe("Existing cluster, seed");
});

test("more than four names are told in the text", () => {
  const [place] = waitingIn(referencePlan({ "network.places.main.internet": undefined }).runbook).filter(({ title }) => title.includes("; and "));
  expect(place?.title).toMatch(/^(?:[^;]+; ){4}and \d+ more$/);
  expect(place?.text).toMatch(/^Here stand “.+ and “.+”\. Whether and how each is done cannot be told yet\.$/);
});

test.each([["complete plan", referencePlan().runbook], ["plan without answers", planFrom(NO_ANSWERS).runbook]])("a %s has no place that waits", (_name, steps) => {
  expect(waitingIn(steps)).toEqual([]);
});

test("no step for workers of the MLA stacks waits where these share the workers", () => {
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30", "infrastructure.clusters.seed.workerCpu": undefined };
  const titles = (nodes: string) => waitingIn(referencePlan({ ...upgrade, "monitoring.nodes": nodes }).runbook).map(({ title }) => title).join();
  expect(titles("dedicated")).toMatch(/orkers of the MLA stacks/);
  expect(titles("shared")).not.toMatch(/orkers of the MLA stacks/);
});
