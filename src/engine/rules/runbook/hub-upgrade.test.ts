import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const UPGRADE: Changes = { "project.edition": "EE", "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.kubelbTraffic": "direct" };
const RUNS: Changes = { "loadBalancer.kubelbRuns": true };
const SERVED: Changes = { "loadBalancer.clusters.seed.kind": "kubelb" };
const OFFLINE: Changes = { "network.places.main.internet": "offline", "network.mirrorRegistry": "registry.bank.example", "network.mirrorPort": 443, "network.mirrorTrust": "private" };
const BEFORE: Changes = { "project.release": "2.30", "project.upgradeFrom": "2.29" };

const planOf = (changes: Changes = {}) => planFrom(changed(starterAnswers("managed-service-kubelb"), { ...UPGRADE, ...changes }));
const stepOf = (id: string, changes: Changes = {}) => planOf(changes).runbook.find((step) => step.id === `step.${id}`);

test("what is copied, manager and connector come in this order, and before the installer brings connectors along", () => {
  const ids = planOf({ ...SERVED, ...OFFLINE }).runbook.map(({ id }) => id);
  const places = ["step.mirror", "step.hub-mirror", "step.hub-upgrade", "step.hub-connector[seed]", "step.upgrade-master"].map((id) => ids.indexOf(id));
  expect(places.every((at) => at >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test.each<[string, Changes]>([
  ["to a release that all that runs goes with", { "project.release": "2.29", "project.upgradeFrom": "2.28" }],
  ["that brings KubeLB along", { "access.newSecrets": ["load-balancers"] }],
  ["that it serves nothing in", { "loadBalancer.datacenters.tenants.workloads": "own" }],
])("an upgrade %s leaves it alone", (_name, changes) => {
  expect(stepOf("hub-upgrade", changes)).toBeUndefined();
  expect(stepOf("hub-connector[seed]", changes)).toBeUndefined();
});

describe("the manager", () => {
  const commands = (changes: Changes = {}) => stepOf("hub-upgrade", changes)?.commands ?? [];

  test("comes after the CRDs of all three folders of its version", () => {
    const lines = commands();
    const crds = lines.indexOf("kubectl apply --server-side --force-conflicts -R -f ../kubelb-v1.5.0/kubelb-manager-ee/crds/ -f ../kubelb-v1.5.0/kubelb-manager-ee/charts/kubelb-addons/charts/external-dns/crds/ -f ../kubelb-v1.5.0/kubelb-manager-ee/charts/kubelb-addons/charts/gateway-helm/charts/crds/crds/");
    expect(crds).toBeGreaterThan(lines.findIndex((line) => line.includes("helm pull oci://quay.io/kubermatic/helm-charts/kubelb-manager-ee --version v1.5.0 --untar")));
    expect(lines.findIndex((line) => line.includes("helm upgrade kubelb-manager "))).toBeGreaterThan(crds);
    // The bundled Envoy Gateway has its CRDs in another folder before 1.8.
    expect(commands(BEFORE).find((line) => line.includes(" -R "))).toContain("/kubelb-manager-ee/charts/kubelb-addons/charts/gateway-helm/crds/");
  });

  test("keeps its values and the Config that the chart made, with the image of its own version", () => {
    const lines = commands();
    expect(lines).toEqual(expect.arrayContaining([
      "kubectl get configs.kubelb.k8c.io --all-namespaces -o yaml > kubelb-management/configs-before.yaml",
      "echo 'image: {tag: v1.5.0}' > kubelb-management/upgrade.yaml",
      "if helm --namespace kubelb get manifest kubelb-manager | grep -x 'kind: Config'; then echo 'kubelb: {skipConfigGeneration: false}' >> kubelb-management/upgrade.yaml; fi",
      "if ! helm --namespace kubelb get values kubelb-manager -o yaml > kubelb-management/values.yaml; then echo 'Held up: no release kubelb-manager is found.' >&2; false; else",
      "if helm upgrade kubelb-manager ../kubelb-v1.5.0/kubelb-manager-ee --namespace kubelb --values kubelb-management/values.yaml --values kubelb-management/upgrade.yaml --wait; then rm kubelb-management/pull-secret.json; else false; fi",
    ]));
    expect(stepOf("hub-upgrade")?.text).toContain("The chart of 1.3 makes the Config unless told otherwise, and that of later ones makes none unless kubelb.skipConfigGeneration is false");
    expect(stepOf("hub-upgrade")?.text).toContain("each tenant would get 3 Envoy pods");
  });

  test("tells what stands in the way back where its version brings that", () => {
    expect(stepOf("hub-upgrade")?.text).toContain("`kubectl delete validatingadmissionpolicybinding safe-upgrades.gateway.networking.k8s.io`");
    expect(commands()).toContain("kubectl get crd listenersets.gateway.networking.k8s.io");
    expect(stepOf("hub-upgrade", BEFORE)?.text).not.toContain("safe-upgrades");
    expect(commands(BEFORE).join("\n")).not.toContain("listenersets");
  });

  test("is brought to its version by whoever runs it", () => {
    expect(stepOf("hub-upgrade", RUNS)?.text).toMatch(/^Whoever runs KubeLB runs this step/);
    expect(stepOf("hub-upgrade")?.text).not.toContain("Whoever runs KubeLB");
  });

  test("of the Community Edition takes its public chart", () => {
    const lines = commands({ "project.edition": "CE", "loadBalancer.datacenters.tenants.workloads": "own", ...SERVED });
    expect(lines).toContain("helm upgrade kubelb-manager ../kubelb-v1.5.0/kubelb-manager --namespace kubelb --values kubelb-management/values.yaml --values kubelb-management/upgrade.yaml --wait");
    expect(lines.join("\n")).not.toContain("pull-secret");
  });

  test("comes from the private registry where its nodes reach no other, without the login of the public one", () => {
    const lines = commands({ ...OFFLINE, "network.mirrorTrust": "insecure" });
    expect(lines).toContain("rm -rf ../kubelb-v1.5.0/kubelb-manager-ee && helm pull oci://registry.bank.example/helm-charts/kubelb-manager-ee --version v1.5.0 --untar --untardir ../kubelb-v1.5.0 --insecure-skip-tls-verify");
    expect(lines.join("\n")).not.toContain("pull-secret");
  });
});

describe("the connector of a platform cluster", () => {
  const commands = (changes: Changes = {}) => stepOf("hub-connector[seed]", { ...SERVED, ...changes })?.commands ?? [];

  test("comes in the version of the manager, after its CRDs, and keeps Secret and tenant", () => {
    expect(commands()).toEqual(expect.arrayContaining([
      "rm -rf ../kubelb-v1.5.0/kubelb-ccm-ee && helm pull oci://quay.io/kubermatic/helm-charts/kubelb-ccm-ee --version v1.5.0 --untar --untardir ../kubelb-v1.5.0 --registry-config seed/pull-secret.json",
      "kubectl apply --server-side --force-conflicts -f ../kubelb-v1.5.0/kubelb-ccm-ee/crds/",
      "if helm upgrade --install kubelb-ccm ../kubelb-v1.5.0/kubelb-ccm-ee --namespace kubelb --values seed/kubelb.yaml --set image.tag=v1.5.0 --wait; then rm seed/pull-secret.json; else false; fi",
    ]));
    expect(commands().join("\n")).not.toContain("tenant-kubeconfig");
    expect(stepOf("hub-connector[seed]")).toBeUndefined();
  });

  test("comes from the private registry where the cluster reaches no other", () => {
    const lines = commands(OFFLINE);
    expect(lines).toContain("rm -rf ../kubelb-v1.5.0/kubelb-ccm-ee && helm pull oci://registry.bank.example/helm-charts/kubelb-ccm-ee --version v1.5.0 --untar --untardir ../kubelb-v1.5.0");
    expect(lines).toContain("helm upgrade --install kubelb-ccm ../kubelb-v1.5.0/kubelb-ccm-ee --namespace kubelb --values seed/kubelb.yaml --set image.tag=v1.5.0 --wait");
  });
});

describe("without internet", () => {
  const mirror = (changes: Changes = {}) => stepOf("hub-mirror", { ...OFFLINE, ...changes });

  test("the charts of manager and connector are copied, and all images by the chart's own list, whoever runs KubeLB", () => {
    expect(mirror({ ...SERVED, ...RUNS })?.commands).toEqual(expect.arrayContaining([
      "helm push ../kubelb-mirror/kubelb-manager-ee-v1.5.0.tgz oci://registry.bank.example/helm-charts",
      "helm push ../kubelb-mirror/kubelb-ccm-ee-v1.5.0.tgz oci://registry.bank.example/helm-charts",
      "(cd ../kubelb-mirror/kubelb-manager-ee/airgapped && bash mirror-images.sh registry.bank.example images-core.txt)",
    ]));
    expect(mirror(RUNS)?.commands.join("\n")).not.toContain("kubelb-ccm");
  });

  test("an edition without a list prints the images of both charts", () => {
    const step = mirror({ ...SERVED, "project.edition": "CE", "loadBalancer.datacenters.tenants.workloads": "own" });
    expect(step?.commands).toContain("helm template ../kubelb-mirror/kubelb-ccm-v1.5.0.tgz --set kubelb.tenantName=any --skip-tests | grep -E '^ *(- )?image:' | sort -u");
    expect(step?.text).toContain("docker.io/envoyproxy/envoy:distroless-v1.36.4");
  });

  test("nothing is copied where all comes from public registries", () => {
    expect(stepOf("hub-mirror")).toBeUndefined();
  });
});

describe("the machine that installs the platform", () => {
  test("dials the Kubernetes API of a KubeLB that its steps upgrade past the proxy, and holds the place while nobody says whose steps", () => {
    const proxied: Changes = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128, "loadBalancer.kubelbApi": "kubelb.apart.example.com" };
    const line = (changes: Changes = {}) => stepOf("workplace", { ...proxied, ...changes })?.commands.find((command) => command.includes("NO_PROXY")) ?? "";
    expect(line()).toContain(",kubelb.apart.example.com");
    expect(line(RUNS)).not.toContain("kubelb.apart.example.com");
    expect(line({ "loadBalancer.kubelbRuns": undefined })).toContain("<fill-in: API of KubeLB, if this plan installs or upgrades it>");
  });

  const quay = (changes: Changes) => planOf(changes).firewall.external.filter(({ source, host }) => source === "bastion[main]" && host.endsWith("quay.io")).map(({ host }) => host);

  test("reaches the chart of a manager that its steps upgrade", () => {
    expect(quay({})).toEqual(["quay.io", "*.quay.io"]);
    expect(quay(RUNS)).toEqual([]);
  });

  test("reaches the chart of a connector, whoever runs the manager", () => {
    expect(quay({ ...RUNS, ...SERVED })).toEqual(["quay.io", "*.quay.io"]);
  });
});
