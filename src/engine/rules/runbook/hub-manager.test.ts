import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { withSubject } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { nestedFields } from "../../values/nested-fields.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const planOf = (changes: Changes = {}) => planFrom(changed(starterAnswers("managed-service-kubelb"), changes));
const stepOf = (changes: Changes = {}) => planOf(changes).runbook.find(({ id }) => id === "step.hub-manager");
const RUNS = { "loadBalancer.kubelbRuns": true };

test("KubeLB that comes with the plan is installed by its chart, in the version that goes with the release", () => {
  expect(stepOf({ "project.release": "2.31", "project.edition": "EE", "loadBalancer.kubelbTraffic": "direct" })?.commands).toEqual(
    expect.arrayContaining([
      "kubectl -n kubelb create secret generic kubelb-pull --type=kubernetes.io/dockerconfigjson --from-file=.dockerconfigjson=kubelb-management/pull-secret.json --dry-run=client -o yaml | kubectl apply -f -",
      "rm -rf ../kubelb-v1.5.0/kubelb-manager-ee && helm pull oci://quay.io/kubermatic/helm-charts/kubelb-manager-ee --version v1.5.0 --untar --untardir ../kubelb-v1.5.0 --registry-config kubelb-management/pull-secret.json",
      "kubectl apply --server-side --force-conflicts -f ../kubelb-v1.5.0/kubelb-manager-ee/crds/",
      "if helm upgrade --install kubelb-manager ../kubelb-v1.5.0/kubelb-manager-ee --namespace kubelb --values kubelb-management/values.yaml --wait; then rm kubelb-management/pull-secret.json; else false; fi",
    ]),
  );
});

test.each([
  ["2.30", "v1.4.3"],
  ["2.28", "v1.3.12"],
])("KKP %s has another", (release, version) => {
  expect(stepOf({ "project.release": release, "project.upgradeFrom": "none", "loadBalancer.kubelbTraffic": "direct" })?.commands.join("\n")).toContain(` --version ${version} `);
});

test("the Community Edition takes its public chart, without a pull secret", () => {
  const lines = stepOf({ "project.edition": "CE", "loadBalancer.kubelbTraffic": "direct" })?.commands.join("\n");
  expect(lines).toContain("/kubelb-manager --version");
  expect(lines).not.toContain("pull-secret");
  expect(lines).not.toContain("--registry-config");
});

test("mutual TLS is a value of the chart, which writes Config only where it is told to", () => {
  expect(stepOf({ "loadBalancer.kubelbTraffic": "mtls" })?.commands).toEqual(expect.arrayContaining(["  skipConfigGeneration: false", "    mode: MTLS"]));
  expect(stepOf({ "loadBalancer.kubelbTraffic": "direct" })?.commands.join("\n")).not.toContain("MTLS");
});

test("one that runs is nobody's step, and the plug-in of kubectl nobody's tool", () => {
  const plugIn = (changes: Changes) => planOf(changes).tools.some(({ title }) => title === "kubectl-view_serviceaccount_kubeconfig");
  expect(stepOf(RUNS)).toBeUndefined();
  expect([plugIn({}), plugIn(RUNS)]).toEqual([true, false]);
});

test("the first step looks for the plug-in by its file", () => {
  const look = planOf().runbook.find(({ id }) => id === "step.workplace")?.commands[0];
  expect(look).toContain(" kubectl-view_serviceaccount_kubeconfig");
  expect(planOf(RUNS).runbook.find(({ id }) => id === "step.workplace")?.commands[0]).not.toContain("view_serviceaccount");
});

test("the acceptance tries a Service in a user cluster that is a tenant", () => {
  const text = (changes: Changes) => planOf(changes).runbook.find(({ id }) => id === "step.acceptance")?.text ?? "";
  expect(text({})).toContain(" Switch KubeLB on in that of ber-tenants as you create it, where nothing enforces it: a test Service of type LoadBalancer there gets an address of KubeLB's block, and answers at it.");
  expect(text({ "loadBalancer.datacenters.tenants.workloads": "own" })).not.toContain("KubeLB");
});

test("the checklist names the step", () => {
  expect(planOf().checklist.find(({ id }) => id === "todo.kubelb-cluster")?.how).toContain("“Install KubeLB on its management cluster”");
});

describe("the item of KubeLB comes after what its step takes:", () => {
  const REGISTRY: Changes = { "network.places.main.internet": "offline", "network.mirrorRegistry": "registry.bank.example", "network.mirrorPort": 443, "network.mirrorTrust": "private" };
  const NEW: Changes = { "project.edition": "EE", "project.upgradeFrom": "none", "access.bastion": true };
  const before = (changes: Changes) => planOf(changes).checklist.find(({ id }) => id === "todo.kubelb-cluster")?.dependsOn;
  const OWN = ["todo.kubelb-block", "todo.kubelb-kubernetes"];

  test.each<[string, Changes, readonly string[]]>([
    ["pull secret, the ways, bastion and tools", NEW, [...OWN, "todo.account.pull-secret", "todo.external-hosts", "todo.firewall-flows", "todo.access.bastion[main]", "todo.tools"]],
    ["no pull secret in the Community Edition", { ...NEW, "project.edition": "CE" }, [...OWN, "todo.external-hosts", "todo.firewall-flows", "todo.access.bastion[main]", "todo.tools"]],
    ["no bastion where there is none", { ...NEW, "access.bastion": false }, [...OWN, "todo.account.pull-secret", "todo.external-hosts", "todo.firewall-flows", "todo.tools"]],
    ["the private registry, and who fills it by which account, without internet", { ...NEW, ...REGISTRY }, [...OWN, "todo.kubelb-images", "todo.kubelb-roots", "todo.account.pull-secret", "todo.mirror-registry", "todo.mirror-host", "todo.account.registry-push", "todo.workplace-roots", "todo.external-hosts", "todo.firewall-flows", "todo.access.bastion[main]", "todo.tools"]],
    ["nothing where it runs already", { ...NEW, ...RUNS }, []],
  ])("%s", (_name, changes, expected) => {
    expect(before(changes)).toEqual(expected);
  });

  test("and nothing of that waits for it", () => {
    const items = new Map(planOf({ ...NEW, ...REGISTRY }).checklist.map(({ id, dependsOn }) => [id, dependsOn]));
    const all = new Set<string>();
    const walk = (id: string) => items.get(id)?.forEach((one) => !all.has(one) && walk((all.add(one), one)));
    walk("todo.kubelb-cluster");
    expect(all).not.toContain("todo.kubelb-cluster");
  });
});

test.each([
  ["EE", "direct", "2.31"],
  ["EE", "direct", "2.28"],
  ["EE", "mtls", "2.31"],
  ["CE", "direct", "2.31"],
])("%s with traffic %s on KKP %s: the step writes every field of the table", (edition, traffic, release) => {
  const plan = planOf({ "project.edition": edition, "project.release": release, "project.upgradeFrom": "none", "loadBalancer.kubelbTraffic": traffic });
  const commands = plan.runbook.find(({ id }) => id === "step.hub-manager")?.commands ?? [];
  const written = commands.slice(commands.findIndex((line) => line.startsWith("cat > ")) + 1, commands.indexOf("VALUES"));
  const rows = plan.settings.filter(({ object }) => object === "Helm values of kubelb-manager").map(({ field, value }) => ({ field, value: value.kind === "known" ? value.value : value.kind }));
  expect(rows.length).toBeGreaterThan(0);
  expect(written).toEqual(nestedFields(rows));
});

test("Config is written however traffic goes, since each tenant would get another number of Envoy pods without it", () => {
  expect(stepOf({ "loadBalancer.kubelbTraffic": "direct" })?.commands).toContain("  skipConfigGeneration: false");
});

/** Lines of a step that delete a file, and do not make room for a chart. */
const deleting = (commands: readonly string[] = []) => commands.filter((line) => /(?:^|&& |then )rm (?!-rf)/.test(line));

test("the pull secret goes in the line that shows its use, so that it is there while that is held up or fails", () => {
  const lines = deleting(stepOf({ "project.edition": "EE", "loadBalancer.kubelbTraffic": "direct" })?.commands);
  expect(lines).toEqual([expect.stringMatching(/^if helm upgrade --install kubelb-manager .* --wait; then rm kubelb-management\/pull-secret\.json; else false; fi$/)]);
});

describe("tenants of KubeLB", () => {
  const SERVED: Changes = { "project.edition": "EE", "loadBalancer.kubelbTraffic": "direct", "loadBalancer.clusters.seed.kind": "kubelb" };
  const item = (id: string, changes: Changes = {}) => planOf({ ...SERVED, ...changes }).checklist.find((one) => one.id === `todo.${id}`);

  test("a platform cluster is made one where the manager is installed, which waits for its kubeconfig", () => {
    const commands = stepOf(SERVED)?.commands ?? [];
    const at = commands.indexOf("kind: Tenant");
    expect(commands.slice(at - 2, at + 5)).toEqual([
      "kubectl apply -f - <<'TENANT'",
      "apiVersion: kubelb.k8c.io/v1alpha1",
      "kind: Tenant",
      "metadata:",
      "  name: seed",
      "TENANT",
      "until kubectl -n tenant-seed get secret kubelb-ccm-kubeconfig; do sleep 5; done",
    ]);
    expect(at).toBeGreaterThan(commands.findIndex((line) => line.startsWith("if helm upgrade --install kubelb-manager ")));
    expect(stepOf({ "loadBalancer.kubelbTraffic": "direct" })?.commands).not.toContain("kind: Tenant");
  });

  test("its kubeconfig is a secret of its own, beside the one by which KKP makes tenants", () => {
    const plan = planOf(SERVED);
    const made = plan.secrets.find(({ id }) => id === "secret.kubelb-tenant[seed]");
    expect(made).toMatchObject({ name: "seed/kubelb-tenant", command: "kubectl -n tenant-seed get secret kubelb-ccm-kubeconfig --template='{{ .data.kubelb }}' | base64 -d", files: ["Secret kubelb/kubelb-cluster of seed"] });
    const files = plan.runbook.flatMap(({ commands }) => commands.flatMap((line) => (line.includes("create secret generic kubelb-") ? (/=(?<file>seed\/[\w-]*kubeconfig)/.exec(line)?.groups?.["file"] ?? []) : [])));
    expect(files).toEqual(["seed/tenant-kubeconfig", "seed/kubelb-kubeconfig"]);
    expect(planOf().secrets.some(({ id }) => id.startsWith("secret.kubelb-tenant"))).toBe(false);
  });

  test("of KubeLB that runs, its owner makes the tenant and both kubeconfigs", () => {
    expect(item("kubelb-tenant[seed]", RUNS)?.title).toBe("Tenant seed in KubeLB for seed, and its kubeconfig from whoever runs KubeLB");
    expect(item("kubelb-tenant[seed]")).toMatchObject({ title: "Tenant seed in KubeLB for seed, and its kubeconfig", how: expect.stringContaining("“Install KubeLB on its management cluster” makes the tenant") as string });
    expect(item("kubelb-kkp", RUNS)).toMatchObject({ title: "Kubeconfig of the service account kubelb-kkp, as kkp/kubelb, from whoever runs KubeLB", verify: expect.stringContaining("kkpintegration.rbac is true") as string });
    expect(item("kubelb-kkp")).toBeUndefined();
  });

  const connector = (changes: Changes = {}) => planOf({ ...SERVED, ...changes }).runbook.find(({ id }) => id === "step.load-balancer[seed]");

  test("the connector's chart brings its CRDs on each run, and files with secrets go only once it runs", () => {
    const commands = connector()?.commands ?? [];
    const pull = commands.findIndex((line) => line.includes("helm pull oci://quay.io/kubermatic/helm-charts/kubelb-ccm-ee --version v1.4.3 --untar --untardir ../kubelb-v1.4.3 --registry-config seed/pull-secret.json"));
    expect(commands[pull + 1]).toBe("kubectl apply --server-side --force-conflicts -f ../kubelb-v1.4.3/kubelb-ccm-ee/crds/");
    expect(commands.indexOf("if helm upgrade --install kubelb-ccm ../kubelb-v1.4.3/kubelb-ccm-ee --namespace kubelb --values seed/kubelb.yaml --wait; then rm seed/tenant-kubeconfig seed/pull-secret.json; else false; fi")).toBeGreaterThan(pull);
    expect(deleting(commands)).toHaveLength(1);
  });

  test("without internet the connector's chart is pulled from the private registry, however that is trusted", () => {
    const lines = connector({ "network.places.main.internet": "offline", "network.mirrorRegistry": "registry.bank.example", "network.mirrorPort": 443, "network.mirrorTrust": "insecure" })?.commands ?? [];
    expect(lines).toContain("rm -rf ../kubelb-v1.4.3/kubelb-ccm-ee && helm pull oci://registry.bank.example/helm-charts/kubelb-ccm-ee --version v1.4.3 --untar --untardir ../kubelb-v1.4.3 --insecure-skip-tls-verify");
    expect(lines).toContain("if helm upgrade --install kubelb-ccm ../kubelb-v1.4.3/kubelb-ccm-ee --namespace kubelb --values seed/kubelb.yaml --wait; then rm seed/tenant-kubeconfig seed/pull-secret.json; else false; fi");
  });

  test("whoever runs a step looks at the address by which tenants find KubeLB, before it is used", () => {
    const URL = "https://10.62.0.10:6443";
    const look = `if ! kubectl -n kube-public get configmap cluster-info -o jsonpath='{.data.kubeconfig}' | grep -wF 'server: ${URL}'; then echo 'Held up: cluster-info names another server, or none.' >&2; false; else`;
    const held = (file: string) => `if ! grep -wF 'server: ${URL}' seed/${file}; then echo 'Held up: ${file} names another server.' >&2; false; else`;
    const manager = stepOf(SERVED);
    expect(manager?.commands.indexOf(look)).toBe((manager?.commands.indexOf("kind: Tenant") ?? 0) - 3);
    expect(manager?.commands.at(-1)).toBe("fi");
    expect(manager?.text).toContain(`the ConfigMap cluster-info names ${URL} as server`);
    expect(stepOf({ "loadBalancer.kubelbTraffic": "direct" })?.commands).not.toContain(look);
    const commands = connector()?.commands ?? [];
    expect(commands.indexOf(held("tenant-kubeconfig"))).toBe(commands.findIndex((line) => line.includes("--from-file=kubelb=seed/tenant-kubeconfig")) - 1);
    expect(commands.lastIndexOf("fi")).toBeGreaterThan(commands.findIndex((line) => line.startsWith("if helm upgrade --install kubelb-ccm ")));
    expect(connector()?.text).toContain(`The line with server: names ${URL},`);
    const secret = planOf(SERVED).runbook.find(({ id }) => id === "step.hub-secret[seed]");
    expect(secret?.commands.slice(-3)).toEqual([held("kubelb-kubeconfig"), expect.stringMatching(/^if kubectl -n kubermatic create secret .*; then rm seed\/kubelb-kubeconfig; else false; fi$/), "fi"]);
    expect(secret?.text).toContain(`The line with server: names ${URL}:`);
    for (const changes of [{}, RUNS]) expect(item("kubelb-tenant[seed]", changes)?.verify).toContain(`whose server is ${URL}`);
    expect(item("kubelb-tenant[seed]", { "loadBalancer.kubelbApi": undefined })?.blockedBy).toEqual(["loadBalancer.kubelbApi"]);
  });

  test.each([
    ["seed", "seed", "tenant-seed"],
    // The connector takes what begins like a namespace for one, and the manager puts tenant- before every name.
    ["tenant-a", "tenant-tenant-a", "tenant-tenant-a"],
    ["tenants", "tenants", "tenant-tenants"],
  ])("manager and connector of the cluster %s mean the same namespace", (name, told, namespace) => {
    const changes = { ...SERVED, "infrastructure.clusters.seed.name": name };
    const plan = planOf(changes);
    expect(plan.settings.find(({ field }) => field === "kubelb.tenantName")?.value).toEqual({ kind: "known", value: told });
    expect(told.startsWith("tenant-") ? told : `tenant-${told}`).toBe(namespace);
    expect(stepOf(changes)?.commands).toEqual(expect.arrayContaining([`  name: ${name}`, `until kubectl -n ${namespace} get secret kubelb-ccm-kubeconfig; do sleep 5; done`]));
    expect(plan.secrets.find(({ id }) => id === "secret.kubelb-tenant[seed]")?.command).toContain(`kubectl -n ${namespace} get secret `);
    expect(plan.checklist.find(({ id }) => id === "todo.kubelb-tenant[seed]")?.verify).toContain(`kubectl -n ${namespace} get secret `);
  });

  test("what a second run lacks, and where a server comes from, is told", () => {
    expect(connector()?.text).toContain("before a second run each file that was deleted is put back first");
    expect(stepOf(SERVED)?.text).toContain("kkp/kubelb takes its server from kubelb-management/kubeconfig");
  });

  test("the folder of the management cluster is there before a file is put into it", () => {
    expect(stepOf(SERVED)?.commands[0]).toBe("mkdir -p kubelb-management");
  });

  test("the connector's log is found in both editions, by the release and not by the chart", () => {
    const plan = planOf(SERVED);
    expect(plan.runbook.find(({ id }) => id === "step.load-balancer[seed]")?.commands).toContain("kubectl -n kubelb logs --selector app.kubernetes.io/instance=kubelb-ccm --tail=50");
  });
});

describe("the machine on which the step is run", () => {
  const quay = (changes: Changes, from: string) => planOf(changes).firewall.external.filter(({ source, host }) => source === from && host.endsWith("quay.io")).map(({ host }) => host);

  test.each([
    ["the bastion", {}, "bastion[main]"],
    ["the machines of engineers", { "access.bastion": false }, "engineers"],
  ])("is %s, which reach the chart's registry where the step is run", (_who, changes, from) => {
    expect(quay(changes, from)).toEqual(["quay.io", "*.quay.io"]);
    expect(quay({ ...changes, ...RUNS }, from)).toEqual([]);
  });

  test("past a proxy it dials the Kubernetes API of the management cluster", () => {
    const proxied = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128, "loadBalancer.kubelbApi": "kubelb.apart.example.com" };
    const line = (changes: Changes) => planOf({ ...proxied, ...changes }).runbook.find(({ id }) => id === "step.workplace")?.commands.find((command) => command.includes("NO_PROXY")) ?? "";
    expect(line({})).toContain(",kubelb.apart.example.com");
    expect(line(RUNS)).not.toContain("kubelb.apart.example.com");
    expect(line({ "loadBalancer.kubelbRuns": undefined })).toContain("<fill-in: API of KubeLB");
  });
});

test("a plan whose places reach the internet asks for no private registry", () => {
  expect(planOf().openPoints.filter(({ path }) => path.includes("mirror"))).toEqual([]);
});

describe("without internet", () => {
  const OFFLINE: Changes = {
    "network.places.main.internet": "offline",
    "network.mirrorRegistry": "registry.bank.example",
    "network.mirrorPort": 443,
    "network.mirrorTrust": "private",
    "project.edition": "EE",
    "project.upgradeFrom": "none",
    "loadBalancer.kubelbTraffic": "direct",
  };
  const mirrorOf = (release: string) => planOf({ ...OFFLINE, "project.release": release }).runbook.find(({ id }) => id === "step.hub-mirror");

  test("the manager comes from the private registry, and so do its images", () => {
    const commands = stepOf({ ...OFFLINE, "project.release": "2.31" })?.commands ?? [];
    expect(commands.find((line) => line.includes("helm pull "))).toContain("oci://registry.bank.example/helm-charts/kubelb-manager-ee --version v1.5.0 ");
    expect(commands.join("\n")).toMatch(/imageRegistry: "?registry\.bank\.example/);
    expect(commands.join("\n")).not.toContain("quay.io");
  });

  test("chart and images are copied before, by the chart's own list", () => {
    const { runbook } = planOf({ ...OFFLINE, "project.release": "2.31" });
    const ids = runbook.map(({ id }) => id);
    expect(ids.indexOf("step.hub-mirror")).toBeGreaterThanOrEqual(0);
    expect(ids.indexOf("step.hub-mirror")).toBeLessThan(ids.indexOf("step.hub-manager"));
    expect(mirrorOf("2.31")?.commands).toEqual(expect.arrayContaining(["helm push ../kubelb-mirror/kubelb-manager-ee-v1.5.0.tgz oci://registry.bank.example/helm-charts"]));
    expect(mirrorOf("2.31")?.commands.some((line) => line.includes("bash ") && line.includes("registry.bank.example"))).toBe(true);
  });

  test("crane stands among the tools where the script copies by it", () => {
    const crane = (release: string) => planOf({ ...OFFLINE, "project.release": release }).tools.filter(({ title }) => title === "crane");
    expect(crane("2.31")).toMatchObject([{ version: "any current", why: "The runbook calls it in “Copy KubeLB into the private registry”." }]);
    expect(crane("2.28")).toEqual([]);
  });

  test("a KubeLB without such a list says so, prints those of its chart and names those of its code", () => {
    expect(mirrorOf("2.28")?.text).toContain("KubeLB v1.3.12 brings no list of its images");
    expect(mirrorOf("2.28")?.text).toContain("Its manager starts docker.io/envoyproxy/envoy:distroless-v1.36.4 and docker.io/envoyproxy/gateway:v1.3.0 for each tenant");
    expect(mirrorOf("2.28")?.text).toContain("image.repository and kubeRbacProxy.image.repository; those of Envoy are spec.envoyProxy.image and spec.envoyProxy.gracefulShutdown.shutdownManagerImage of a Config, which the chart does not write");
    // The Community Edition has no list later either, and its code reads no field for Envoy from 1.4 on.
    const later = planOf({ ...OFFLINE, "project.edition": "CE", "project.release": "2.30" }).runbook.find(({ id }) => id === "step.hub-mirror")?.text;
    expect(later).toContain("which stand in its code alone. The chart has fields for another registry, image.repository and kubeRbacProxy.image.repository; images of Envoy have none");
    expect(mirrorOf("2.28")?.commands.at(-1)).toBe("helm template ../kubelb-mirror/kubelb-manager-ee-v1.3.12.tgz --skip-tests | grep -E '^ *(- )?image:' | sort -u");
    expect(mirrorOf("2.31")?.commands.some((line) => line.startsWith("helm template "))).toBe(false);
    expect(mirrorOf("2.31")?.text).not.toContain("brings no list");
  });

  test.each([
    ["private", ""],
    ["insecure", " --insecure-skip-tls-verify"],
  ])("a registry that is %s is asked without the login of the public one", (trust, how) => {
    const pull = stepOf({ ...OFFLINE, "project.release": "2.31", "network.mirrorTrust": trust })?.commands.find((line) => line.includes("helm pull oci://registry.bank.example"));
    expect(pull).toBe(`rm -rf ../kubelb-v1.5.0/kubelb-manager-ee && helm pull oci://registry.bank.example/helm-charts/kubelb-manager-ee --version v1.5.0 --untar --untardir ../kubelb-v1.5.0${how}`);
  });

  test("nodes elsewhere that reach the internet have their images from there, so that none is copied", () => {
    const away = changed(withSubject(starterAnswers("managed-service-kubelb"), "place", "away"), { ...OFFLINE, "project.release": "2.28", "infrastructure.places.away.name": "Away", "network.places.away.internet": "direct", "loadBalancer.kubelbPlace": "away" });
    const step = planFrom(away).runbook.find(({ id }) => id === "step.hub-mirror");
    expect(step?.commands.some((line) => line.startsWith("helm push "))).toBe(true);
    expect(step?.text).not.toContain("list of its images");
    expect(step?.why).toBe("Whoever installs KubeLB's manager takes its chart from the private registry.");
  });
});
