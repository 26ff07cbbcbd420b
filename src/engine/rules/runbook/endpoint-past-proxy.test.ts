import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const insurer = (changes: Changes = {}) => planFrom(changed(installationAnswers("insurer-behind-a-proxy"), changes));
const PLACEHOLDER = "<fill-in: endpoint of kubeone_api for seed that AWS hands out>";
const ADDED = `export NO_PROXY="$NO_PROXY,$(terraform -chdir=seed output -json kubeone_api | sed -n 's/.*"endpoint": *"\\([^"]*\\)".*/\\1/p')"`;

describe("an address of the Kubernetes API that the infrastructure hands out, behind a proxy", () => {
  const noProxy = (changes: Changes = {}) => insurer(changes).settings.find(({ object, field }) => object === "kubeone.yaml of seed" && field === "proxy.noProxy");
  const step = (changes: Changes, id: string) => insurer(changes).runbook.find((one) => one.id === id);

  test("stands as a placeholder in NO_PROXY of the machines, which says who gives it", () => {
    const field = noProxy();
    expect(field?.value.kind === "known" ? field.value.value.split(",") : []).toContain(PLACEHOLDER);
    expect(field?.why).toContain("whose address AWS hands out when Terraform makes the machines");
  });

  test("is not known for a single control plane either, before which the example makes the same load balancer", () => {
    const one: Changes = { "infrastructure.clusters.seed.controlPlanes": 1, "loadBalancer.clusters.seed.apiEndpoint": undefined };
    const parts = (changes: Changes) => {
      const { value } = noProxy({ ...one, ...changes }) ?? {};
      return value?.kind === "known" ? value.value.split(",") : [];
    };
    expect(parts({})).toContain(PLACEHOLDER);
    expect(parts({ "infrastructure.clusters.seed.provider": "openstack", "infrastructure.places.main.openstackAuthUrl": "keystone.insurer.example" })).toContain("<fill-in: endpoint of kubeone_api for seed that OpenStack hands out>");
    expect(noProxy(one)?.why).toContain("whose address AWS hands out when Terraform makes the machines");
    expect(step(one, "step.kubeone[seed]")?.commands).toContain(ADDED);
    expect(parts({ "infrastructure.clusters.seed.provider": "bare-metal", "infrastructure.clusters.seed.controlPlaneAddresses": ["10.14.0.11"] }).filter((part) => part.includes("kubeone_api"))).toEqual([]);
  });

  test("makes the field wait while nobody says what stands in front", () => {
    expect(noProxy({ "loadBalancer.clusters.seed.apiEndpoint": undefined })?.value).toEqual({ kind: "open", question: "loadBalancer.clusters.seed.apiEndpoint" });
  });

  test("comes between Terraform and KubeOne, into the file and into the shell of the bastion", () => {
    const commands = step({}, "step.kubeone[seed]")?.commands ?? [];
    const apply = commands.findIndex((line) => line.startsWith("kubeone apply"));
    expect(commands.slice(0, apply)).toEqual([ADDED, expect.stringMatching(/^if grep -nE .* seed\/kubeone\.yaml(?: seed\/credentials\.yaml)?; /)]);
    expect(step({}, "step.kubeone[seed]")?.text).toContain("In proxy.noProxy the endpoint of kubeone_api, which seed/tf.json holds by now,");
  });

  test("is in the first line of the bastion, whose text says when it is known", () => {
    const first = step({}, "step.workplace");
    expect(first?.commands.find((line) => line.startsWith("export HTTP_PROXY="))).toContain(PLACEHOLDER);
    expect(first?.text).toContain("The endpoint of kubeone_api is known once Terraform has made the machines");
  });

  test("concerns no shell without a bastion, and nothing without a proxy", () => {
    expect(step({ "access.bastion": false }, "step.kubeone[seed]")?.commands).not.toContain(ADDED);
    expect(step({ "network.places.main.internet": "direct" }, "step.kubeone[seed]")?.text).not.toContain("kubeone_api");
  });
});

describe("the line of the proxy on a bastion", () => {
  const first = (changes: Changes) => insurer(changes).runbook.find(({ id }) => id === "step.workplace");
  const line = (changes: Changes) => first(changes)?.commands.find((command) => command.startsWith("export HTTP_PROXY=")) ?? "";

  test("is written while NO_PROXY waits, with what is known and a placeholder for the rest", () => {
    const changes = { "network.places.main.nodeNetwork": undefined };
    expect(line(changes)).toMatch(/^export HTTP_PROXY=http:\/\/10\.14\.9\.80:3128 .*10\.96\.0\.0\/12,.*<fill-in: what NO_PROXY still waits for>/);
    expect(line(changes)).not.toContain("10.14.0.0/20");
    expect(first(changes)?.text).toContain("is put in before it is run");
    expect(first({})?.text).not.toContain("is put in before it is run");
  });

  test("is written while nobody has named the proxy", () => {
    expect(line({ "network.places.main.proxyAddress": undefined })).toContain("<fill-in: ");
  });
});
