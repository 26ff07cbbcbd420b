import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { ApiEndpoint } from "../../api-endpoints/api-endpoint.ts";
import { apiEndpoints } from "../../api-endpoints/registry.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { hasExample } from "../basics/provisioning.ts";
import { changed, referencePlan } from "../../testing/reference.ts";
import { stepText } from "../../testing/step-text.ts";

type Changes = Parameters<typeof referencePlan>[0];
const FRONT = "loadBalancer.clusters.seed.apiEndpoint";
const reference = (changes: Changes) => referencePlan(changes).runbook;
const bareMetal = (changes: Changes = {}) => planFrom(changed(starterAnswers("kubevirt-on-bare-metal"), changes)).runbook;
const around = (steps: ReturnType<typeof reference>) => steps.map(({ id }) => id.replace("step.", "")).filter((id) => /^(terraform|api-front|kubeone|api-front-others)\[/.test(id));
const linesOf = (steps: ReturnType<typeof reference>, id: string) => (steps.find((step) => step.id === id)?.commands ?? []).join("\n");

describe("what stands in front of a Kubernetes API is there before KubeOne asks for it", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["keepalived on vSphere comes with the machines of Terraform", around(reference({ [FRONT]: "keepalived" })), ["terraform[seed]", "kubeone[seed]"]],
    ["kube-vip after the machines, and on the others when they have joined", around(reference({ [FRONT]: "kube-vip" })), ["terraform[seed]", "api-front[seed]", "kubeone[seed]", "api-front-others[seed]"]],
    ["gobetween where the example brings keepalived", around(reference({ [FRONT]: "gobetween" })), ["terraform[seed]", "api-front[seed]", "kubeone[seed]"]],
    ["a load balancer of the customer is the customer's", around(reference({ [FRONT]: "external" })), ["terraform[seed]", "kubeone[seed]"]],
    ["one control plane has nothing in front", around(reference({ [FRONT]: "kube-vip", "infrastructure.clusters.seed.controlPlanes": 1 })), ["terraform[seed]", "kubeone[seed]"]],
    ["kube-vip on bare metal", around(bareMetal()), ["api-front[seed]", "kubeone[seed]", "api-front-others[seed]"]],
    ["keepalived on bare metal", around(bareMetal({ [FRONT]: "keepalived" })), ["api-front[seed]", "kubeone[seed]"]],
    ["gobetween on Nutanix comes with the machines of Terraform", around(planFrom(changed(installationAnswers("nutanix-hospital"), { [FRONT]: "gobetween", "project.upgradeFrom": "none" })).runbook.filter(({ id }) => id.endsWith("[seed]"))), ["terraform[seed]", "kubeone[seed]"]],
  ])("%s", (_what, ids, expected) => {
    expect(ids).toEqual(expected);
  });

  test("an address that nobody named makes the machines wait, not the others", () => {
    const steps = reference({ [FRONT]: "kube-vip", "loadBalancer.clusters.seed.apiAddress": undefined });
    expect(around(steps)).toEqual([]);
    expect(steps.map(({ id }) => id)).toContain("step.configuration");
  });
});

test.each(["aws", "azure", "gcp", "hetzner", "digitalocean"])("the example for %s makes no load balancer of its own before the API where the plan has another front", (provider) => {
  const text = (more: Changes) => reference({ "infrastructure.clusters.seed.provider": provider, ...more }).find(({ id }) => id === "step.terraform[seed]")?.text ?? "";
  expect(text({ [FRONT]: "external" })).toContain("disable_kubeapi_loadbalancer is true");
  expect(text({ [FRONT]: "provider" })).toMatch(/^(?!.*disable_kubeapi_loadbalancer).+/su);
  expect(text({ [FRONT]: "external", "infrastructure.clusters.seed.controlPlanes": 1 })).toMatch(/^(?!.*disable_kubeapi_loadbalancer).+/su);
});

test("the machine that Nutanix's example puts in front falls away with another front, and stays with its own", () => {
  const text = (front: string) => reference({ "infrastructure.clusters.seed.provider": "nutanix", [FRONT]: front }).find(({ id }) => id === "step.terraform[seed]")?.text ?? "";
  expect(text("external")).toContain("with another front, endpoint of kubeone_api in output.tf becomes 10.20.0.10, and null_resource.lb_config, which restarts gobetween on lb, and the provisioners of lb, which load it from GitHub, fall away");
  expect(text("kube-vip")).toContain("with another front, endpoint of kubeone_api");
  expect(text("gobetween")).toMatch(/^(?!.*with another front).+/su);
});

describe("KubeOne takes the endpoint of Terraform's output before that of the manifest", () => {
  const all: readonly Provider[] = providers;
  const fronts: readonly ApiEndpoint[] = apiEndpoints;
  const built = all.filter((provider) => hasExample(provider)).map(({ id }) => id);
  const named = fronts.filter(({ addressFrom }) => addressFrom === "customer").map(({ id }) => id);

  test("nine infrastructures have an example, and four fronts an address that people name", () => {
    expect(built.toSorted()).toEqual(["aws", "azure", "digitalocean", "gcp", "hetzner", "nutanix", "openstack", "vmware-cloud-director", "vsphere"]);
    expect(named.toSorted()).toEqual(["external", "gobetween", "keepalived", "kube-vip"]);
  });

  test.each(built.flatMap((provider) => named.map((front) => [provider, front] as const)))("so the files for %s name the address that %s holds", (provider, front) => {
    const steps = reference({ "infrastructure.clusters.seed.provider": provider, [FRONT]: front });
    const text = stepText(steps.find(({ id }) => id === "step.terraform[seed]"));
    // A variable takes it, the example's own machine gets it as its address, or the output is rewritten.
    expect(text).toMatch(/(?:api_vip|kubeapi_hostname) = "10\.20\.0\.10"|nic_list of lb gets one with 10\.20\.0\.10|endpoint of kubeone_api(?: then names the first control plane, and| in output\.tf)? becomes 10\.20\.0\.10/u);
    expect(steps.find(({ id }) => id === "step.kubeone[seed]")?.text).toContain("apiEndpoint.host is 10.20.0.10, and so is endpoint of kubeone_api in tf.json, which KubeOne takes before it.");
  });

  test("on vSphere api_vip stays empty with another front than keepalived, and the output would name a control plane", () => {
    const text = (front: string) => stepText(reference({ [FRONT]: front }).find(({ id }) => id === "step.terraform[seed]"));
    for (const front of ["kube-vip", "gobetween", "external"]) {
      expect(text(front)).toContain("In outputs.tf, endpoint of kubeone_api becomes 10.20.0.10: while api_vip is empty, it is the first control plane. KubeOne takes the endpoint of tf.json before that of the manifest, and it cannot be changed afterwards: tf.json must name 10.20.0.10 before kubeone apply runs.");
      expect(text(front)).not.toContain("vrrp_");
    }
    expect(text("keepalived")).not.toContain("endpoint of kubeone_api");
    expect(text("keepalived")).toContain("vrrp_interface");
  });

  test("an address that is still open is asked for in words", () => {
    const text = reference({ [FRONT]: "external", "loadBalancer.clusters.seed.apiAddress": undefined }).find(({ id }) => id === "step.terraform[seed]")?.text ?? "";
    expect(text).toContain("endpoint of kubeone_api becomes the address of the Kubernetes API: while");
  });
});

test("the manifest of kube-vip names the address, and the first control plane alone asks as super-admin", () => {
  const lines = linesOf(bareMetal(), "step.api-front[seed]");
  const manifest = parse(/<<'EOF'\n([\s\S]*?)\nEOF/.exec(lines)?.[1] ?? "") as { spec: { hostNetwork: boolean; containers: readonly { image: string; env: readonly { name: string; value?: string }[] }[]; volumes: readonly { hostPath: { path: string } }[] } };
  const env = new Map(manifest.spec.containers[0]?.env.map(({ name, value }) => [name, value]));
  expect([env.get("address"), env.get("port"), env.get("vip_arp"), env.get("cp_enable"), env.get("vip_leaderelection")]).toEqual(["10.80.0.10", "6443", "true", "true", "true"]);
  expect(manifest.spec.hostNetwork).toBe(true);
  expect(manifest.spec.volumes[0]?.hostPath.path).toBe("/etc/kubernetes/admin.conf");
  expect(manifest.spec.containers[0]?.image).toMatch(/^ghcr\.io\/kube-vip\/kube-vip:v\d/);
  expect(lines).toMatch(/sed .*super-admin\.conf.* \| ssh "\$\(head -n 1 seed\/control-planes\)"/);
  expect(linesOf(bareMetal(), "step.api-front-others[seed]")).not.toContain("super-admin");
});

describe("a single control plane", () => {
  const ALONE: Changes = { "infrastructure.clusters.seed.controlPlanes": 1, "infrastructure.clusters.seed.controlPlaneAddresses": ["10.20.0.11"] };
  const plan = (provider: string, more: Changes = {}) => referencePlan({ ...ALONE, "infrastructure.clusters.seed.provider": provider, ...more });
  const step = (provider: string) => stepText(plan(provider).runbook.find(({ id }) => id === "step.terraform[seed]"));
  const api = (provider: string) => plan(provider).addresses.assignments.find(({ id }) => id === "address.kubernetes-api[seed]");
  const joined = (provider: string) => plan(provider).firewall.flows.filter(({ source, destination }) => source === "nodes[seed]" && destination === "api[seed]").map(({ ports }) => ports);

  test("has the machine of Nutanix's example in front unless it is taken away", () => {
    expect(step("nutanix")).toContain("endpoint of kubeone_api in output.tf becomes 10.20.0.11, and null_resource.lb_config, which restarts gobetween on lb, and the provisioners of lb, which load it from GitHub, fall away");
    expect(step("nutanix")).not.toContain("with another front");
    expect(api("nutanix")).toBeUndefined();
  });

  test("serves its API itself where the example puts nothing in front", () => {
    expect(step("vsphere")).toContain('api_vip = ""');
    expect(step("vmware-cloud-director")).toContain('kubeapi_hostname = ""');
    for (const provider of ["vsphere", "vmware-cloud-director", "bare-metal"]) expect([api(provider), joined(provider)]).toEqual([undefined, []]);
  });

  test.each<[string, string]>([["aws", "AWS"], ["azure", "Azure"], ["gcp", "Google Cloud"], ["hetzner", "Hetzner Cloud"], ["digitalocean", "DigitalOcean"], ["openstack", "OpenStack"]])("on %s stands behind the load balancer of the example, and its nodes join through it", (provider, who) => {
    expect(api(provider)).toMatchObject({ address: { kind: "later", who }, why: "KubeOne's example puts a load balancer in front of the one control-plane machine of seed as well: the infrastructure's load balancer holds it, and kubeconfig and certificate name it." });
    expect(joined(provider)).toEqual(["6443"]);
  });

  test("leaves room for the bastion of an example beside its machines, unless the plan has one", () => {
    const room = (provider: string, bastion: boolean) => plan(provider, { "access.bastion": bastion }).checklist.find(({ id }) => id === "todo.machines[seed]")?.title;
    for (const provider of ["nutanix", "openstack", "aws"]) expect(room(provider, false)).toContain(", and the bastion of KubeOne's example");
    for (const provider of ["vsphere", "hetzner"]) expect(room(provider, false)).not.toContain("bastion");
    expect(room("nutanix", true)).not.toContain("bastion");
  });
});

describe("without a bastion of the plan, machines behind that of KubeOne's example", () => {
  const OPENSTACK: Changes = { "infrastructure.clusters.seed.provider": "openstack", "access.bastion": false };
  test.each(["kube-vip", "keepalived", "gobetween"])("are reached through it to set up %s", (front) => {
    const steps = reference({ ...OPENSTACK, [FRONT]: front }).filter(({ id }) => id.includes("api-front"));
    expect(steps[0]?.text).toContain("seed/jump holds its user@address:port, which `terraform output kubeone_hosts` prints as bastion_user, bastion and bastion_port.");
    const dials = steps.flatMap(({ commands }) => commands).join("\n").match(/\bssh (?:-\w )?\S+/g) ?? [];
    expect(dials.length).toBeGreaterThan(0);
    expect(dials.filter((dial) => !dial.startsWith('ssh -J "$(cat'))).toEqual([]);
  });

  test.each<[string, Changes]>([
    ["a bastion of the plan, on which the commands are run", { ...OPENSTACK, "access.bastion": true }],
    ["an example that makes none", { "access.bastion": false }],
    ["public addresses of the machines", { "infrastructure.clusters.seed.provider": "hetzner", "access.bastion": false }],
  ])("%s needs no other way", (_what, changes) => {
    const steps = reference({ ...changes, [FRONT]: "kube-vip" }).filter(({ id }) => id.includes("api-front"));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.flatMap(({ text, commands }) => [text, ...commands]).join("\n")).toMatch(/^(?!.*(?:ssh -J|[/]jump)).+/su);
  });
});

test("without internet the image of kube-vip comes from the registry inside, and is copied there", () => {
  const offline = planFrom(changed(starterAnswers("air-gapped-bank"), { [FRONT]: "kube-vip" })).runbook;
  expect(linesOf(offline, "step.api-front[seed]")).toMatch(/image: (?!ghcr\.io)\S+\/kube-vip\/kube-vip:v/);
  expect(offline.find(({ id }) => id === "step.mirror")?.text).toMatch(/ghcr\.io\/kube-vip\/kube-vip:v\S+ for the API of the platform clusters/);
});

/** Runs the lines of a step with a stand-in for ssh, which writes down what it is given. */
function ran(lines: string, files: Readonly<Record<string, string>>): Readonly<Record<"log", string>> {
  const folder = mkdtempSync(join(tmpdir(), "front-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const ssh = 'ssh() { echo "== $*" >> log; case "$*" in *"route show"*) printf "default via 10.80.0.1 dev ens224 proto static \\n10.80.0.0/24 dev ens192 proto kernel scope link src 10.80.0.11 \\n";; *"address show"*) echo "2: ens192 inet 10.80.0.10/32 scope global ens192";; *) cat >> log;; esac; }';
  execFileSync("bash", ["-euo", "pipefail", "-c", `${ssh}\n${lines}`], { cwd: folder });
  return { log: readFileSync(join(folder, "log"), "utf8") };
}

const PLANES = "root@10.80.0.11\nroot@10.80.0.12\nroot@10.80.0.13\n";

test("keepalived: the first control plane is the master, on the card that reaches the address", () => {
  const lines = linesOf(bareMetal({ [FRONT]: "keepalived" }), "step.api-front[seed]");
  const { log } = ran(lines, {
    "seed/control-planes": PLANES,
    "seed/keepalived/keepalived.sh": "install\n",
    "seed/keepalived/etc_keepalived_keepalived_conf.tpl": "state ${STATE} interface ${INTERFACE} id ${ROUTER_ID} priority ${PRIORITY} pass ${AUTH_PASS} vip ${APISERVER_VIP}\n",
    "seed/keepalived/etc_keepalived_check_apiserver_sh.tpl": "grep -q ${APISERVER_VIP}\n",
  });
  const states = [...log.matchAll(/state (\w+) interface (\w+) id (\d+) priority (\d+) pass ([0-9a-f]{8}) vip (\S+)/g)];
  expect(states.map(([, ...words]) => words.toSpliced(4, 1).join(" "))).toEqual(["MASTER ens192 42 101 10.80.0.10", "BACKUP ens192 42 100 10.80.0.10", "BACKUP ens192 42 100 10.80.0.10"]);
  expect(new Set(states.map(([, , , , , word]) => word)).size).toBe(1);
  expect(log.match(/grep -q 10\.80\.0\.10/g)).toHaveLength(3);
});

test("gobetween: every control plane stands in its list", () => {
  const lines = linesOf(reference({ [FRONT]: "gobetween" }), "step.api-front[seed]");
  const { log } = ran(lines, {
    "seed/control-planes": PLANES,
    "seed/api-machine": "root@10.20.0.10\n",
    "seed/gobetween/gobetween.sh": "install\n",
    "seed/gobetween/etc_gobetween.tpl": 'static_list = [\n    %{ for target in lb_targets ~}\n    "${target}:6443",\n    %{ endfor ~}\n]\n',
  });
  expect(log.replace(/\s+/g, " ")).toContain('static_list = [ "10.80.0.11:6443", "10.80.0.12:6443", "10.80.0.13:6443", ]');
});

test("what people still have to fill in gets onto no machine, whatever stands in front", () => {
  const unfilled = (changes: Changes, step: string, files: Readonly<Record<string, string>>) => ran(`set +e\n${linesOf(bareMetal(changes), step).replace(/^(?:export KUBECONFIG|kubectl|curl|eval) .*$/gm, "")}\ntrue`, { "seed/control-planes": PLANES, "seed/api-machine": "root@10.80.0.10\n", log: "", ...files }).log;
  const hole = "name: <fill-in: card>\n";
  expect(unfilled({ [FRONT]: "gobetween" }, "step.api-front[seed]", { "seed/gobetween/gobetween.sh": hole, "seed/gobetween/etc_gobetween.tpl": hole })).toBe("");
  const keepalived = unfilled({ [FRONT]: "keepalived" }, "step.api-front[seed]", { "seed/keepalived/keepalived.sh": hole, "seed/keepalived/etc_keepalived_keepalived_conf.tpl": hole, "seed/keepalived/etc_keepalived_check_apiserver_sh.tpl": hole });
  expect(keepalived).not.toMatch(/tee|bash -s|fill-in/);
  expect(unfilled({ [FRONT]: "kube-vip" }, "step.api-front-others[seed]", { "seed/kube-vip.yaml": hole })).toBe("");
});

describe("gobetween in a place without internet", () => {
  const OFFLINE: Changes = { [FRONT]: "gobetween", "network.places.main.internet": "offline", "network.mirrorRegistry": "registry.example.com", "network.mirrorPort": 443, "network.mirrorTrust": "public" };
  const script = "#!/bin/bash\nset -euf -o pipefail\nsudo ${PKG_MANAGER} install tar -y\nmkdir -p made\ncd made\ncurl -L -o gobetween_0.7.0_linux_amd64.tar.gz \\\n    https://github.com/yyyar/gobetween/releases/download/0.7.0/gobetween_0.7.0_linux_amd64.tar.gz\ncat gobetween_0.7.0_linux_amd64.tar.gz\n";

  test("is put into the script on the mirror workstation, once", () => {
    const lines = (referencePlan(OFFLINE).runbook.find(({ id }) => id === "step.mirror-tools")?.commands ?? []).filter((line) => line.includes("gobetween"));
    const fetched = `curl() { touch log; echo "program" > "$3"; }\n${lines.join("\n")}`;
    expect(lines[0]).toBe("curl -fsSL -o seed/gobetween/gobetween_0.7.0_linux_amd64.tar.gz https://github.com/yyyar/gobetween/releases/download/0.7.0/gobetween_0.7.0_linux_amd64.tar.gz");
    const { log } = ran(`${fetched}\n${lines.join("\n")}\nunset -f curl\nbash seed/gobetween/gobetween.sh >> log; grep -c base64 seed/gobetween/gobetween.sh >> log`, { "seed/gobetween/gobetween.sh": script });
    expect(log).toBe("program\n1\n");
  });

  test("is named where the machine is ordered and set up, and nobody loads it from github.com", () => {
    const plan = referencePlan(OFFLINE);
    expect(plan.checklist.find(({ id }) => id === "todo.api-endpoint[seed]")?.why).toContain("the mirror workstation fetches the program from github.com");
    const step = plan.runbook.find(({ id }) => id === "step.api-front[seed]");
    expect(step?.text).toContain("gobetween.sh, into which the mirror workstation has put the program");
    expect(step?.text).not.toContain("github.com");
    expect(plan.firewall.external.find(({ source, host }) => source === "mirror-host" && host === "github.com")?.purpose).toContain("gobetween in front of the Kubernetes API");
  });

  test("of Terraform stands in its folder", () => {
    const { runbook } = planFrom(changed(installationAnswers("nutanix-hospital"), { [FRONT]: "gobetween", "project.upgradeFrom": "none", "network.places.main.internet": "offline", "network.mirrorRegistry": "registry.example.com", "network.mirrorPort": 443, "network.mirrorTrust": "public" }));
    expect(runbook.find(({ id }) => id === "step.mirror-tools")?.commands.some((line) => line.startsWith("curl -fsSL -o seed/gobetween_0.7.0"))).toBe(true);
    expect(runbook.find(({ id }) => id === "step.terraform[seed]")?.text).toContain("gobetween.sh is the one into which the mirror workstation has put its program.");
  });
});

test("the checklist names the machine for gobetween that Terraform does not make", () => {
  const item = (changes: Changes) => referencePlan(changes).checklist.find(({ id }) => id === "todo.api-endpoint[seed]");
  expect(item({ [FRONT]: "gobetween" })?.title).toBe("A machine for gobetween in front of seed");
  expect(item({ [FRONT]: "gobetween" })?.why).not.toContain("Terraform creates");
});

describe("the address in front of the control planes answers before the machines are made", () => {
  const all = (changes: Changes) => {
    const plan = referencePlan(changes);
    const item = (id: string) => plan.checklist.find((row) => row.id === `todo.${id}[seed]`);
    return { machine: item("api-endpoint"), ping: item("fixed-addresses")?.verify ?? "", step: plan.runbook.find(({ id }) => id === "step.api-front[seed]")?.text ?? "" };
  };
  const DIRECTOR = { "infrastructure.clusters.seed.provider": "vmware-cloud-director" };

  test("where a machine for gobetween can be made in a network that is there", () => {
    const { machine, ping, step } = all({ [FRONT]: "gobetween" });
    expect(machine?.verify).toContain("`ssh` reaches it at 10.20.0.10");
    expect(ping).toContain("`ping` of each but 10.20.0.10, which is there before, gets no answer before");
    expect(step).toMatch(/^(?!.*whoever runs the infrastructure makes it).+/su);
  });

  test("and not where Terraform makes the network of that machine", () => {
    const { machine, ping, step } = all({ ...DIRECTOR, [FRONT]: "gobetween" });
    expect(machine).toMatchObject({ title: "Room for one machine more with gobetween, in front of seed", team: "infrastructure" });
    expect(machine?.verify).toBe("Quota or free capacity holds one small machine, 10.20.0.10 is reserved outside the DHCP range, and somebody is named who makes it in the step “Set up gobetween in front of seed” of the runbook");
    expect(ping).toContain("`ping` gets no answer before");
    expect(step).toContain("whoever runs the infrastructure makes it there with the address 10.20.0.10");
  });

  test.each<[string, string]>([["external", "`ping` of each but 10.20.0.10, which is there before,"], ["keepalived", "`ping` gets no answer"], ["kube-vip", "`ping` gets no answer"]])("with %s", (front, expected) => {
    expect(all({ [FRONT]: front }).ping).toContain(expected);
  });
});
