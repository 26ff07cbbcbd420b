import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Plan } from "../../plan/plan.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { changed, referencePlan } from "../../testing/reference.ts";

type Changes = Parameters<typeof changed>[1];
const step = (plan: Plan, id: string) => plan.runbook.find((each) => each.id === `step.${id}`);
const text = (plan: Plan, id: string) => step(plan, id)?.text ?? "";
const starter = (name: string, changes: Changes = {}) => planFrom(changed(starterAnswers(name), changes));
const onAws = (zones: number) => starter("aws-single-region", { "infrastructure.clusters.kubermatic.zones": zones });
const needed = (plan: Plan) => plan.sizing.clusters[0]?.workers ?? 0;

test("every infrastructure whose machines Terraform makes says how workers come into zones, but for one without a field", () => {
  const all: readonly Provider[] = providers;
  const made = all.filter(({ kubeone }) => (kubeone?.inputs.length ?? 0) > 0);
  expect(made.filter(({ kubeone }) => !kubeone?.workerZones).map(({ id }) => id)).toEqual(["digitalocean"]);
  for (const { id, kubeone } of made) if (kubeone?.workerZones) expect([kubeone.workerZones.single, kubeone.workerZones.several].filter((how) => how !== undefined), id).toHaveLength(1);
});

describe("AWS: the example makes a MachineDeployment in each of three zones, and its variable counts for each", () => {
  test("three zones", () => {
    const plan = onAws(3);
    expect(needed(plan)).toBe(6);
    expect(text(plan, "terraform[kubermatic]")).toContain("by initial_machinedeployment_replicas, 2 workers for each MachineDeployment, one in each of 3 zones");
    expect(text(plan, "terraform[kubermatic]")).toContain("6 in it would make 18.");
  });

  test("one zone: two of them fall away", () => {
    const plan = onAws(1);
    const workers = needed(plan);
    expect(text(plan, "terraform[kubermatic]")).toContain(`by initial_machinedeployment_replicas, ${workers} workers;`);
    expect(text(plan, "terraform[kubermatic]")).toContain(`in output.tf, those of zoneB and zoneC fall away, or there are ${workers * 3}.`);
  });

  test("two zones: one falls away", () => expect(text(onAws(2), "terraform[kubermatic]")).toContain("in output.tf, that of zoneC falls away"));

  test("more zones than it has", () => expect(text(onAws(4), "terraform[kubermatic]")).toContain("for 4 zones, main.tf gets a subnet in each further one"));
});

describe("a single MachineDeployment in one zone", () => {
  test("vSphere: its outputs stand in a file of another name", () => {
    const words = text(starter("air-gapped-bank", { "infrastructure.clusters.seed.zones": 3 }), "terraform[seed]");
    expect(words).toContain("kubeone_workers in outputs.tf gets one for each of 3 zones");
    expect(words).not.toContain("output.tf");
  });

  test("Google Cloud: one more for each further zone, by its name", () => {
    const [seed] = planFrom(installationAnswers("google-cloud-media")).sizing.clusters.map(({ cluster }) => cluster);
    const plan = planFrom(changed(installationAnswers("google-cloud-media"), { [`infrastructure.clusters.${seed}.provisioning`]: "kubeone", [`infrastructure.clusters.${seed}.controlPlanes`]: 3, [`loadBalancer.clusters.${seed}.apiEndpoint`]: "provider" }));
    const workers = needed(plan);
    const words = plan.runbook.find(({ id }) => id.startsWith("step.terraform["))?.text;
    expect(workers % 3).toBe(0);
    expect(words).toContain(`by initial_machinedeployment_replicas, ${workers / 3} workers for each MachineDeployment, one in each of 3 zones`);
    expect(words).toContain("The example makes a single MachineDeployment, in the first zone of the region: kubeone_workers in output.tf gets one for each of 3 zones (a, b, c), with a name of its own, and zone is the region with the letter of its zone behind a hyphen.");
  });

  test("Azure and OpenStack: control planes too, which the example leaves without a zone", () => {
    const azure = text(starter("azure-keycloak", { "infrastructure.clusters.seed.zones": 3 }), "terraform[seed]");
    expect(azure).toContain("zones lists the number of its zone, in place of availabilitySet");
    expect(azure).toContain("azurerm_virtual_machine.control_plane gets zones = [count.index + 1]");
    const openstack = text(starter("openstack-two-tenants"), "terraform[seed]");
    expect(openstack).toContain("gets one for each of 3 zones (az1, az2, az3), with a name of its own, and availabilityZone names its zone.");
    expect(openstack).toContain("openstack_compute_instance_v2.control_plane gets availability_zone by count.index.");
  });

  test("control planes of Hetzner Cloud come into locations of one network zone", () => {
    const plan = planFrom(changed(installationAnswers("network-of-freelancers"), { "project.upgradeFrom": "none", "infrastructure.clusters.kubermatic.zones": 3 }));
    expect(text(plan, "terraform[kubermatic]")).toContain("hcloud_server.control_plane gets location by count.index, with a placement group for each location; the load balancer stands in datacenter alone");
  });

  test("one zone needs no other", () => {
    expect(text(referencePlan(), "terraform[seed]")).toContain("by initial_machinedeployment_replicas, 6 workers,");
    expect(text(referencePlan(), "terraform[seed]")).not.toContain("zone");
    expect(step(referencePlan(), "kubeone[seed]")?.commands).toContain("kubectl get nodes");
  });

  test("an infrastructure without a field for it says who spreads them", () => {
    const droplets = planFrom(changed(installationAnswers("droplets-for-a-start-up"), { "infrastructure.clusters.kubermatic.zones": 2 }));
    expect(text(droplets, "terraform[kubermatic]")).toContain("since no field of it names one.");
  });
});

test("nodes are seen with their zones, and room is asked for in each", () => {
  const plan = starter("openstack-two-tenants");
  expect(text(plan, "kubeone[seed]")).toContain("At the end nodes show 2 workers in each of 3 zones.");
  expect(step(plan, "kubeone[seed]")?.commands).toContain("kubectl get nodes -L topology.kubernetes.io/zone");
  expect(plan.checklist.find(({ id }) => id === "todo.machines[seed]")?.verify).toContain("with 2 workers in each of 3 zones");
  expect(plan.checklist.find(({ id }) => id === "todo.machines[seed]")?.how).toContain("A rolling update needs 3 machines more for a while.");
});

test("listed hosts carry their zone as a label", () => {
  const plan = planFrom(changed(installationAnswers("cloud-director-hoster"), { "infrastructure.clusters.seed.zones": 3 }));
  expect(text(plan, "kubeone[seed]")).toContain("Each host has the name of its zone in labels, as topology.kubernetes.io/zone, and 3 workers stand in each of 3 zones.");
});

describe("workers of the MLA stacks alone", () => {
  const DEDICATED = { "monitoring.nodes": "dedicated" };
  const pool = (plan: Plan) => plan.sizing.clusters.find(({ cluster }) => cluster === "seed");

  test("are MachineDeployments of their own, with label and taint", () => {
    const plan = referencePlan(DEDICATED);
    const { workers = 0, dedicated = 0 } = pool(plan) ?? {};
    expect(dedicated).toBeGreaterThan(0);
    const words = text(plan, "terraform[seed]");
    expect(words).toContain(`by initial_machinedeployment_replicas, ${workers - dedicated} workers,`);
    expect(words).toContain(`For the MLA stacks alone kubeone_workers in outputs.tf has a further one with replicas = ${dedicated}, and in its providerSpec labels with dedicated: mla and taints with dedicated=mla:NoSchedule.`);
    expect(step(plan, "kubeone[seed]")?.commands).toContain("kubectl get nodes -l dedicated=mla");
  });

  test("stand in each zone", () => {
    const plan = referencePlan({ ...DEDICATED, "infrastructure.clusters.seed.zones": 3 });
    const { dedicated = 0 } = pool(plan) ?? {};
    expect(text(plan, "terraform[seed]")).toContain(`has further ones, one in each zone, with replicas = ${dedicated / 3}`);
  });

  test("are listed with both where hosts are listed", () => {
    const plan = planFrom(changed(installationAnswers("cloud-director-hoster"), DEDICATED));
    expect(text(plan, "kubeone[seed]")).toMatch(/ \d+ workers of them carry the MLA stacks alone, with dedicated: mla in labels and dedicated=mla:NoSchedule in taints\./);
  });

  test("are a node pool of managed Kubernetes", () => {
    const plan = starter("azure-keycloak", { ...DEDICATED, "infrastructure.clusters.seed.provisioning": "managed", "infrastructure.clusters.seed.nodePods": 110 });
    expect(text(plan, "take-over[seed]")).toMatch(/ \d+ workers carry the MLA stacks alone: whoever runs the cluster gives them the label dedicated: mla and the taint dedicated=mla:NoSchedule, in a node pool of their own or on each node\./);
  });

  test("do not keep the conformance test waiting for nodes that take no pods", () => {
    const run = (plan: Plan) => step(plan, "conformance[seed]")?.commands.find((line) => line.startsWith("sonobuoy run"));
    expect(run(referencePlan(DEDICATED))).toMatch(/ --plugin-env=e2e\.E2E_EXTRA_ARGS=--non-blocking-taints=node-role\.kubernetes\.io\/control-plane,dedicated$/);
    expect(run(referencePlan())).not.toContain("taints");
  });

  test("let in the node part of a storage driver that is not the infrastructure's", () => {
    const driver = (changes: Changes) => referencePlan({ ...DEDICATED, ...changes }).checklist.filter(({ id }) => id === "todo.mla-driver[seed]").map(({ verify }) => verify);
    expect(driver({ "storage.clusters.seed.fastClass": "other" })).toEqual([expect.stringContaining("tolerate dedicated=mla:NoSchedule")]);
    expect(driver({ "storage.clusters.seed.fastClass": "provider" })).toEqual([]);
    expect(driver({ "storage.clusters.seed.fastClass": "other", "monitoring.nodes": "shared" })).toEqual([]);
  });

  test("are where its pods are seen", () => {
    const plan = referencePlan(DEDICATED);
    expect(step(plan, "mla[seed]")?.commands).toContain("kubectl -n monitoring get pods -o wide");
    expect(text(plan, "user-cluster-mla[seed]")).toContain("The column NODE names none but workers with the label dedicated=mla");
    expect(step(referencePlan(), "mla[seed]")?.commands).toContain("kubectl -n monitoring get pods");
  });
});

describe("workers of the MLA stacks on a platform that runs", () => {
  const DEDICATED: Changes = { "monitoring.nodes": "dedicated" };
  const UPGRADE: Changes = { "project.upgradeFrom": "2.29", "project.release": "2.30" };
  const running = (changes: Changes = {}) => referencePlan({ ...DEDICATED, ...UPGRADE, ...changes });
  const todo = (plan: Plan) => plan.checklist.find(({ id }) => id === "todo.mla-workers[seed]");

  test("are marked before their stacks are upgraded, as the values name them", () => {
    const plan = running();
    const count = plan.sizing.clusters.find(({ cluster }) => cluster === "seed")?.dedicated ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(step(plan, "mla-workers[seed]")?.commands).toEqual([
      "kubectl get nodes -L dedicated",
      `MLA_WORKERS='<fill-in: names of the ${count} workers of seed for the MLA stacks, with blanks between them>'`,
      "kubectl label nodes $MLA_WORKERS dedicated=mla --overwrite",
      "kubectl taint nodes $MLA_WORKERS dedicated=mla:NoSchedule --overwrite",
      "kubectl get nodes -l dedicated=mla",
    ].toSpliced(0, 0, 'export KUBECONFIG="$PWD"/seed/kubeconfig'));
    const at = (id: string) => plan.runbook.findIndex((one) => one.id === `step.${id}`);
    expect(at("mla-workers[seed]")).toBeLessThan(at("mla[seed]"));
    expect(at("mla-workers[seed]")).toBeGreaterThan(at("upgrade-master"));
    const placed = plan.settings.find(({ id }) => id === "setting.monitoring.placement[seed]")?.value;
    expect(placed).toEqual({ kind: "known", value: "nodeSelector dedicated: mla, tolerations [key dedicated, value mla, effect NoSchedule]" });
  });

  test("stand on the checklist with their number", () => {
    const plan = running();
    const { workers = 0, dedicated = 0 } = plan.sizing.clusters.find(({ cluster }) => cluster === "seed") ?? {};
    expect(todo(plan)?.title).toBe(`${dedicated} workers of seed for the MLA stacks alone`);
    expect(todo(plan)?.verify).toContain(`shows ${workers} workers as Ready`);
  });

  test.each<[string, Changes]>([
    ["shared workers", { ...UPGRADE, "monitoring.nodes": "shared" }],
    ["an installation, which makes them", DEDICATED],
  ])("are nobody's work with %s", (_case, changes) => {
    const plan = referencePlan(changes);
    expect([step(plan, "mla-workers[seed]"), todo(plan)]).toEqual([undefined, undefined]);
  });

  test.each<[string, Changes, string]>([
    ["a MachineDeployment", {}, "spec.template.spec.metadata.labels and the taint in spec.template.spec.taints"],
    ["whoever runs the cluster", { "infrastructure.clusters.seed.provisioning": "existing" }, "Whoever runs seed gives both to the pool of these nodes"],
    ["the list of hosts", { "infrastructure.clusters.seed.workerAddressing": "fixed" }, "kubeone.yaml names dedicated: mla in labels and dedicated=mla:NoSchedule in taints"],
  ])("keep their marks by %s", (_case, changes, words) => expect(text(running(changes), "mla-workers[seed]")).toContain(words));
});
