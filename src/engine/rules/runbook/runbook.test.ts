import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { asUpgrade } from "../../../../tests/support/as-upgrade.ts";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { NO_ANSWERS } from "../../answers/answers.ts";
import type { RunbookStep } from "../../plan/plan.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, HELD_BEFORE } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const UPGRADE = { "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE };
const stepsOf = (changes: Changes = {}) => referencePlan(changes).runbook;
const idsOf = (steps: readonly RunbookStep[]) => steps.map(({ id }) => id.replace(/^step\./, ""));
const installerLines = (steps: readonly RunbookStep[]) => steps.flatMap(({ commands }) => commands.filter((line) => line.startsWith("kubermatic-installer deploy")));

test("the reference setup is installed in this order", () => {
  const steps = stepsOf();
  expect(steps.map(({ order }) => order)).toEqual(steps.map((_step, at) => at + 1));
  expect(idsOf(steps)).toEqual([
    "workplace",
    "configuration",
    "ssh-key[seed]",
    "terraform[seed]",
    "kubeone[seed]",
    "control-plane-fio[seed]",
    "load-balancer[seed]",
    "storage-classes[seed]",
    "fio[seed]",
    "conformance[seed]",
    "supplied-certificates[seed]",
    "master",
    "platform-names",
    "supplied-ingress",
    "seed-charts[seed]",
    "seed-object[seed]",
    "seed-names[seed]",
    "mla[seed]",
    "user-cluster-mla[seed]",
    "presets",
    "dashboard-switches",
    "acceptance",
    "kept-files",
  ]);
  expect(installerLines(steps)).toEqual([
    "kubermatic-installer deploy kubermatic-master --config kubermatic.yaml --helm-values values.yaml --skip-dependencies --storageclass vsphere",
    "kubermatic-installer deploy kubermatic-seed --config kubermatic.yaml --helm-values seed/values-seed.yaml --skip-dependencies",
    "kubermatic-installer deploy seed-mla --config kubermatic.yaml --helm-values seed/values-seed-mla.yaml --skip-dependencies --mla-include-iap",
    "kubermatic-installer deploy usercluster-mla --config kubermatic.yaml --helm-values seed/values-usercluster-mla.yaml --skip-dependencies --mla-include-iap",
  ]);
});

/** The documented order of an installation, by the beginnings of its steps. */
const DOCUMENTED = [
  ["workplace"],
  // As soon as its cluster is handed over, since the checklist waits for it.
  ["hub-manager"],
  ["configuration"],
  ["mirror", "mirror-tools"],
  ["ssh-key", "terraform", "network-trial", "api-front", "kubeone", "control-plane-fio", "api-front-others", "take-over"],
  ["load-balancer", "cilium-policy"],
  ["storage-driver", "storage-classes", "fio", "conformance"],
  ["supplied-certificates", "private-root", "ca-key", "token-review", "own-gateway"],
  ["master"],
  ["external-dns", "platform-names", "supplied-ingress", "issuer", "made-root"],
  ["store-root", "seed-charts", "s3-credentials", "hub-secret"],
  ["seed-object"],
  ["metering"],
  ["seed-names"],
  ["mla"],
  ["mla-store", "user-cluster-mla"],
  ["interface-names"],
  ["velero", "platform-etcd", "minio-mirror", "saved-from-outside", "address-pool", "presets", "dashboard-switches", "source-ranges"],
  ["acceptance"],
  ["workload-ports", "workload-routers", "workload-segment", "user-clusters", "user-cluster-backup"],
  ["kept-files"],
];

/** Issuers of Seeds apart from the master wait for the names of their Seed. */
const phaseOf = (id: string): number => {
  const word = id.replace(/^step\./, "").replace(/\[.*$/, "");
  return DOCUMENTED.findIndex((phase) => phase.includes(word));
};

test.each(starterNames)("%s: installed in the documented order", (name) => {
  const answers = starterAnswers(name);
  if (answers.given["project.upgradeFrom"] !== undefined && answers.given["project.upgradeFrom"] !== "none") return;
  const { runbook } = planFrom(answers);
  const master = runbook.findIndex(({ id }) => id.startsWith("step.seed-object"));
  const steps = runbook.filter(({ id }, at) => !(id.startsWith("step.issuer[") && at > master));
  const phases = steps.map(({ id }) => phaseOf(id));
  expect(steps.filter((_step, at) => phases[at] === -1).map(({ id }) => id)).toEqual([]);
  expect(phases).toEqual(phases.toSorted((one, other) => one - other));
});

test("an upgrade to 2.31 keeps both entries side by side, moves the names, then cleans", () => {
  const steps = stepsOf(UPGRADE);
  expect(idsOf(steps)).toEqual([
    "workplace",
    "upgrade-backup",
    "upgrade-kubernetes[seed]",
    "upgrade-health",
    "upgrade-files",
    "configuration",
    "upgrade-pools[seed]",
    "supplied-certificates[seed]",
    "upgrade-master",
    "upgrade-try",
    "upgrade-names",
    "seed-charts[seed]",
    "mla[seed]",
    "user-cluster-mla[seed]",
    "acceptance",
    "upgrade-clean",
    "upgrade-pace",
    "kept-files",
  ]);
  expect(installerLines(steps).at(0)).toMatch(/deploy kubermatic-master .*--skip-ingress-cleanup$/);
  const master = steps.find(({ id }) => id === "step.upgrade-master");
  expect(master?.text).toContain("Go on when every Seed names 2.31.0.");
  expect(master?.commands).toContain("kubectl -n kubermatic get seeds");
  expect(installerLines(steps).at(-1)).toMatch(/deploy kubermatic-master .*--clean-nginx-lb$/);
  expect(steps.find(({ id }) => id === "step.upgrade-names")?.text).toContain("NGINX Ingress (10.20.30.1) now leads to Envoy Gateway (10.20.30.3)");
  expect(steps.find(({ id }) => id === "step.upgrade-files")?.text).toContain("https://kubermatic.example.com/api/v2/auth/callback");
});

describe("while the former entry still leads people to Dex, the chart must not take the Ingress of Dex away", () => {
  const OPTED_IN = { "project.release": "2.30", "project.upgradeFrom": "2.29", "loadBalancer.entry": "gateway", "loadBalancer.entryBefore": "nginx" };
  const OWN = { "loadBalancer.entry": "own", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayAddress": "10.20.99.9" };
  const FIELD = "dex.ingress.enabled";
  const rowsOf = (changes: Changes) => referencePlan(changes).settings.flatMap(({ field, value }) => (field === FIELD && value.kind === "known" ? [value.value] : []));
  const textOf = (changes: Changes, id: string) => stepsOf(changes).find((step) => step.id === `step.${id}`)?.text;

  test.each<[string, Changes]>([["2.31", UPGRADE], ["2.31 with a Gateway of one's own", { ...UPGRADE, ...OWN }], ["2.30 where the Gateway is opted into", OPTED_IN]])("%s", (_name, changes) => {
    expect(rowsOf(changes)).toEqual(["true"]);
    expect(textOf(changes, "upgrade-files")).toContain(`${FIELD} is true until`);
    expect(textOf(changes, "upgrade-files")).not.toContain("dex.ingress.annotations");
    expect(textOf(changes, "upgrade-clean")).toContain(`${FIELD} in values.yaml becomes false first`);
  });

  test("a new installation makes none, and without Dex nothing is said of it", () => {
    const keycloak = { ...UPGRADE, "authentication.connector": "external-issuer", "authentication.externalIssuerHost": "login.example.com" };
    expect(rowsOf({ ...OPTED_IN, "project.upgradeFrom": "none" })).toEqual(["false"]);
    expect(rowsOf({ "project.release": "2.31", "project.upgradeFrom": "none" })).toEqual([]);
    expect(rowsOf(keycloak)).toEqual([]);
    expect(JSON.stringify(stepsOf(keycloak))).not.toContain(FIELD);
  });
});

describe("an upgrade that replaces the entry has certificates before the records move, unless these need the records", () => {
  const OWN = { "loadBalancer.entry": "own", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayAddress": "10.20.99.9" };
  const HTTP01 = { "certificates.issuance": "http01" };
  const DNS01 = { "certificates.issuance": "dns01", "dns.automation": "route53" };
  const moving = (changes: Changes) => idsOf(stepsOf({ ...UPGRADE, ...changes })).filter((id) => /^(supplied|upgrade-(issuer|master|try|names|certificates|clean)|own-gateway|issuer)/.test(id));

  test.each<[string, Changes, readonly string[]]>([
    ["Envoy Gateway, supplied", {}, ["supplied-certificates[seed]", "upgrade-master", "upgrade-try", "upgrade-names", "upgrade-clean"]],
    ["Envoy Gateway, DNS-01", DNS01, ["upgrade-master", "upgrade-try", "upgrade-names", "upgrade-clean"]],
    ["Envoy Gateway, HTTP-01", HTTP01, ["upgrade-issuer", "upgrade-master", "upgrade-try", "upgrade-names", "upgrade-certificates", "upgrade-clean"]],
    ["own Gateway, supplied", OWN, ["supplied-certificates[seed]", "own-gateway", "upgrade-master", "upgrade-try", "upgrade-names", "upgrade-clean"]],
    ["own Gateway, DNS-01", { ...OWN, ...DNS01 }, ["own-gateway", "upgrade-master", "upgrade-try", "upgrade-names", "upgrade-clean"]],
    ["own Gateway, HTTP-01", { ...OWN, ...HTTP01 }, ["own-gateway", "upgrade-master", "upgrade-try", "upgrade-names", "upgrade-certificates", "upgrade-clean"]],
  ])("%s", (_name, changes, order) => {
    expect(moving(changes)).toEqual(order);
  });

  test.each<[string, Changes, boolean]>([
    ["waits for certificates at a Gateway of one's own by HTTP-01", { ...OWN, ...HTTP01 }, true],
    ["does so in the step of the issuer at the entry of KKP", HTTP01, false],
    ["has nothing to wait for by DNS-01", { ...OWN, ...DNS01 }, false],
  ])("a new installation %s", (_what, changes, waits) => {
    expect(idsOf(stepsOf({ "project.release": "2.31", "project.upgradeFrom": "none", ...changes })).includes("upgrade-certificates")).toBe(waits);
  });

  const lines = (changes: Changes, id: string) => stepsOf({ ...UPGRADE, ...changes }).find((step) => step.id === id)?.commands ?? [];
  const waitsFor = (commands: readonly string[]) => commands.filter((line) => line.includes("wait certificate/") && line.includes("condition=Ready"));

  test("what needs no record is waited for before them", () => {
    expect(waitsFor(lines(DNS01, "step.upgrade-try"))).toHaveLength(1);
    expect(waitsFor(lines({ ...OWN, ...DNS01 }, "step.own-gateway"))).toHaveLength(1);
    expect(waitsFor(lines(HTTP01, "step.upgrade-try"))).toEqual([]);
    expect(waitsFor(lines({ ...OWN, ...HTTP01 }, "step.own-gateway"))).toEqual([]);
    expect(waitsFor(lines(HTTP01, "step.upgrade-certificates"))).toHaveLength(1);
  });

  test("a Gateway of the customer serves with the old certificate until HTTP-01 has a new one", () => {
    expect(lines({ ...OWN, ...HTTP01 }, "step.own-gateway").some((line) => line.includes("create secret tls kubermatic-tls") && line.includes("kubectl -n kubermatic get secret kubermatic-tls"))).toBe(true);
    expect(lines({ ...OWN, ...DNS01 }, "step.own-gateway").some((line) => line.includes("create secret tls"))).toBe(false);
  });

  test("the new entry is asked under the old name at its own address", () => {
    expect(lines({}, "step.upgrade-try").slice(-2)).toEqual(["ADDRESS=10.20.30.3", 'curl -fsSI --connect-to kubermatic.example.com:443:"$ADDRESS":443 https://kubermatic.example.com | head -n 1']);
  });

  test("the files name the Gateway of the customer, and no issuer beside it", () => {
    const text = stepsOf({ ...UPGRADE, ...OWN, ...DNS01 }).find(({ id }) => id === "step.upgrade-files")?.text ?? "";
    expect(text).toContain("spec.ingress.gateway.externalGateway, public in the namespace ingress");
    expect(text).toContain("spec.ingress.certificateIssuer leaves the file");
    expect(stepsOf(UPGRADE).find(({ id }) => id === "step.upgrade-files")?.text).not.toContain("externalGateway");
  });

  test("beside a Gateway of the customer the installer takes the former entry away as well", () => {
    expect(lines(OWN, "step.upgrade-clean").slice(1)).toEqual([
      "if grep -nE '<[A-Za-z][^<>]*>' kubermatic.yaml values.yaml; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else",
      "kubermatic-installer deploy kubermatic-master --config kubermatic.yaml --helm-values values.yaml --skip-dependencies --clean-nginx-lb",
      "fi",
      "kubectl -n nginx-ingress-controller get services",
    ]);
    expect(referencePlan({ ...UPGRADE, ...OWN }).addresses.assignments.find(({ purpose }) => purpose === "former-entry")?.until).toContain("cleaned by --clean-nginx-lb");
  });
});

describe("an upgrade with Seeds apart", () => {
  const runbook = planFrom(asUpgrade(starterAnswers("telco-cilium-bgp"), { "project.upgradeFrom": "2.30", "project.oldestKubernetes": "1.34" })).runbook;
  const step = (id: string) => runbook.find((one) => one.id === id);

  test("upgrades the stacks of each, tries its Gateway and moves its records before the next, and takes NGINX away at the end", () => {
    const ids = idsOf(runbook);
    expect(ids.slice(ids.indexOf("user-cluster-mla[seed-north]") - 1)).toEqual([
      ...["north", "middle", "south"].flatMap((seed) => ["mla", "user-cluster-mla", "upgrade-seed-try", "upgrade-seed-names"].map((step) => `${step}[seed-${seed}]`)),
      "acceptance",
      "upgrade-clean",
      "upgrade-pace",
      "kept-files",
    ]);
    expect(step("step.upgrade-seed-try[seed-north]")?.commands.slice(-3)).toEqual([
      "ADDRESS=10.31.40.3",
      'curl -sSI --connect-to grafana.seed-north.kkp.telco.example.com:443:"$ADDRESS":443 https://grafana.seed-north.kkp.telco.example.com | head -n 1',
      'curl -sSI --connect-to alertmanager.seed-north.kkp.telco.example.com:443:"$ADDRESS":443 https://alertmanager.seed-north.kkp.telco.example.com | head -n 1',
    ]);
    expect(step("step.upgrade-seed-names[seed-north]")?.text).toContain("NGINX Ingress of seed-north (10.31.40.2) now leads to the Gateway of seed-north (10.31.40.3)");
  });

  test.each([
    ["http01", ["export KUBECONFIG=\"$PWD\"/seed-north/kubeconfig", "kubectl -n kubermatic wait certificate/mla-grafana-iap --for=condition=Ready --timeout=15m", "kubectl -n kubermatic wait certificate/mla-alertmanager-iap --for=condition=Ready --timeout=15m"]],
    ["dns01", []],
  ])("with certificates by %s waits for those that need the records once these have moved", (issuance, lines) => {
    const { runbook: steps } = planFrom(asUpgrade(starterAnswers("telco-cilium-bgp"), { "project.upgradeFrom": "2.30", "project.oldestKubernetes": "1.34", "certificates.issuance": issuance }));
    expect(steps.find(({ id }) => id === "step.upgrade-seed-names[seed-north]")?.commands.filter((line) => !line.startsWith("dig "))).toEqual(lines);
  });

  test("lets external-dns move what it wrote only when the Gateway of each has been tried", () => {
    const written = planFrom(changed(starterAnswers("telco-cilium-bgp"), { "project.upgradeFrom": "2.30", "loadBalancer.entryBefore": "nginx", "project.oldestKubernetes": "1.34", "dns.automation": "rfc2136", "dns.externalDns": true })).runbook;
    const ids = idsOf(written).filter((id) => /external-dns|-try|-names/.test(id));
    expect(ids.slice(0, 3)).toEqual(["upgrade-try", "external-dns[master]", "upgrade-names"]);
    expect(ids.slice(-9)).toEqual(["north", "middle", "south"].flatMap((seed) => ["upgrade-seed-try", "external-dns", "upgrade-seed-names"].map((id) => `${id}[seed-${seed}]`)));
    const text = (id: string) => written.find((one) => one.id === id)?.text ?? "";
    expect(text("step.external-dns[seed-north]")).toContain("records that it wrote itself move from NGINX Ingress to Envoy Gateway, and those that somebody entered by hand stay");
    for (const id of ["step.upgrade-names", "step.upgrade-seed-names[seed-north]"]) expect(text(id)).toContain("external-dns has moved those that it wrote itself; whoever runs the zone moves those that were entered by hand");
    expect(step("step.upgrade-names")?.text).toContain("Whoever runs the zone enters the new addresses.");
    // What external-dns writes of the platform moves here; names of the stacks do so later.
    expect(text("step.upgrade-names")).toMatch(/^kkp\.telco\.example\.com, which led to NGINX Ingress, now leads to Envoy Gateway\. /);
    expect(text("step.upgrade-files")).toContain("watches gateway-httproute from the trial of the new entry on");
  });

  test("checks real certificates at the trial, also where HTTP-01 gives new ones only after the records moved", () => {
    const late = planFrom(changed(starterAnswers("telco-cilium-bgp"), { "project.upgradeFrom": "2.30", "loadBalancer.entryBefore": "nginx", "project.oldestKubernetes": "1.34", "certificates.issuance": "http01", "certificates.names": undefined, "dns.zone": "split" })).runbook;
    const { commands = [], text = "" } = late.find(({ id }) => id === "step.upgrade-seed-try[seed-north]") ?? {};
    expect(late.flatMap((one) => one.commands).filter((line) => /^curl -\S*k/.test(line))).toEqual([]);
    expect(commands.filter((line) => line.startsWith("kubectl -n kubermatic create secret tls"))).toEqual([
      expect.stringContaining("create secret tls mla-grafana-iap --cert=<(kubectl -n mla get secret grafana-tls -o jsonpath='{.data.tls\\.crt}' | base64 -d)"),
      expect.stringContaining("create secret tls mla-alertmanager-iap --cert=<(kubectl -n mla get secret alertmanager-tls "),
    ]);
    expect(text).toContain("Until the records lead here it shows the certificates that NGINX Ingress got");
  });

  test("frees the address of each: the Service that the chart keeps goes with its namespace", () => {
    expect(step("step.upgrade-clean")?.commands.filter((line) => line === "kubectl delete namespace nginx-ingress-controller --ignore-not-found")).toHaveLength(3);
  });

  test("lists user clusters where they are, on the Seeds", () => {
    expect(step("step.upgrade-health")?.commands).toEqual([
      'export KUBECONFIG="$PWD"/master/kubeconfig',
      "kubectl -n kubermatic get seeds",
      "kubectl -n nginx-ingress-controller get services",
      ...["north", "middle", "south"].flatMap((seed) => [`export KUBECONFIG="$PWD"/seed-${seed}/kubeconfig`, "kubectl get clusters --output custom-columns=NAME:.metadata.name,KUBERNETES:.spec.version,PLUGIN:.spec.cniPlugin.type,VERSION:.spec.cniPlugin.version,HEALTH:.status.phase"]),
    ]);
  });
});

test.each([
  ["production", "sonobuoy run --mode=certified-conformance --wait", "about 2 hours"],
  ["trial", "sonobuoy run --mode=quick --wait", "quick mode is enough for a trial"],
])("a platform for %s passes the conformance test that fits it", (purpose, run, said) => {
  const step = stepsOf({ "project.purpose": purpose, "project.upgradeFrom": "none" }).find(({ id }) => id === "step.conformance[seed]");
  expect(step?.commands.filter((line) => line.startsWith("sonobuoy run"))).toEqual([run]);
  expect(step?.text).toContain(said);
});

test("with a bastion in each place, machines are made from that of their place, and the rest from the master's", () => {
  const { runbook } = planFrom(starterAnswers("telco-cilium-bgp"));
  const text = (id: string) => runbook.find((step) => step.id === id)?.text ?? "";
  expect(text("step.workplace")).toContain("do this one on the bastions of Hamburg and Munich as well");
  expect(text("step.terraform[seed-north]")).toMatch(/^Run this step on the bastion of Hamburg: no other may reach machines and vSphere there\. /);
  expect(text("step.kubeone[seed-north]")).toContain("it goes to seed-north/kubeconfig on the bastion of Frankfurt");
  expect(text("step.kubeone[master]")).toMatch(/^Run this step on the bastion of Frankfurt: /);
  expect(text("step.kubeone[master]")).not.toContain("it goes to");
  // Nothing else makes these folders on the bastion to which the kubeconfigs go.
  const folders = (steps: typeof runbook) => steps.find(({ id }) => id === "step.workplace")?.commands.filter((line) => line.startsWith("mkdir") && line.includes("seed"));
  expect(folders(runbook)).toEqual(["mkdir -p seed-north seed-south"]);
  expect(folders(stepsOf())).toEqual([]);
  expect(stepsOf().filter((step) => step.text.includes("bastion of"))).toEqual([]);
});

test("an upgrade names the issuer at which the client gets its new address", () => {
  const text = planFrom(changed(starterAnswers("azure-keycloak"), { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.entryBefore": "nginx" })).runbook.find(({ id }) => id === "step.upgrade-files")?.text ?? "";
  expect(text).toMatch(/Client kubermaticIssuer of Keycloak gets /);
});

describe("an upgrade that keeps the entry", () => {
  const said = (changes: Changes) => stepsOf(changes).find(({ id }) => id === "step.upgrade-files")?.text ?? "";
  const TO_229 = { "project.release": "2.29", "project.upgradeFrom": "2.28" };
  const TO_230 = { "project.release": "2.30", "project.upgradeFrom": "2.29" };

  test("goes through master, Seeds and stacks, holds pools against the plan, and touches neither machines nor records", () => {
    expect(idsOf(stepsOf(TO_230))).toEqual(["workplace", "upgrade-backup", "upgrade-kubernetes[seed]", "upgrade-health", "upgrade-files", "configuration", "upgrade-pools[seed]", "upgrade-master", "seed-charts[seed]", "mla[seed]", "user-cluster-mla[seed]", "acceptance", "upgrade-pace", "kept-files"]);
    expect(installerLines(stepsOf(TO_230))[0]).toBe("kubermatic-installer deploy kubermatic-master --config kubermatic.yaml --helm-values values.yaml --skip-dependencies");
  });

  test("tells what the release changes, where the plan has it", () => {
    expect(said(TO_229)).toContain("Alloy takes the place of promtail");
    expect(said({ ...TO_229, "monitoring.mla": false })).not.toContain("promtail");
    expect(said(TO_230)).toContain("skip_auth_routes");
    expect(said({ ...TO_230, "monitoring.platformUis": [], "monitoring.seedUis": [] })).not.toContain("skip_auth_routes");
    expect(said(TO_230)).toContain("compactor of Cortex");
    expect(said({ ...TO_230, "monitoring.userClusterMla": false })).not.toContain("Cortex");
  });

  test("from a Gateway to 2.31 still changes the login, and installs nothing anew", () => {
    const steps = stepsOf({ ...UPGRADE, "loadBalancer.entryBefore": "gateway" });
    expect(idsOf(steps).filter((id) => /^(terraform|kubeone|master|upgrade-(try|names|clean))/.test(id))).toEqual([]);
    expect(steps.find(({ id }) => id === "step.upgrade-files")?.text).toContain("https://kubermatic.example.com/api/v2/auth/callback");
  });
});

describe("roots and keys reach every cluster that needs them", () => {
  const ports = planFrom(installationAnswers("ports-behind-proxies")).runbook;
  const under = (id: string) => {
    let cluster = "";
    return (ports.find((step) => step.id === id)?.commands ?? []).flatMap((line) => {
      cluster = /^export KUBECONFIG="\$PWD"\/(.+)\/kubeconfig$/.exec(line)?.[1] ?? cluster;
      return /create secret/.test(line) ? [cluster] : [];
    });
  };

  test("the key of the CA and the root of the proxies lie on the master and on Seeds with an entry of their own", () => {
    expect(under("step.ca-key")).toEqual(["master", "north", "west"]);
    expect(under("step.private-root")).toEqual(["master", "north", "west"]);
  });

  test("an upgrade finds the key of the CA where the installation left it", () => {
    const ids = (changes: Changes) => idsOf(stepsOf({ "certificates.issuance": "ca", ...changes }));
    expect(ids({})).toContain("ca-key");
    expect(ids(UPGRADE)).not.toContain("ca-key");
  });

  test("a Seed with an issuer gets cert-manager from its chart, which no stack brings", () => {
    const lines = ports.find(({ id }) => id === "step.issuer[north]")?.commands ?? [];
    expect(lines.findIndex((line) => line.endsWith('cert-manager "$KUBERMATIC_CHARTS_DIRECTORY"/cert-manager'))).toBeGreaterThan(0);
    expect(ports.find(({ id }) => id === "step.issuer[master]")?.commands.some((line) => line.startsWith("helm"))).toBe(false);
  });

  test("the ConfigMap of the operator's chart is left to it", () => {
    expect(ports.flatMap(({ commands }) => commands).filter((line) => / configmap ca-bundle /.test(line))).toEqual([]);
  });

  test("a root that cert-manager makes is handed out after it is there", () => {
    const ids = idsOf(stepsOf({ "certificates.issuance": "self-signed" }));
    expect(ids.indexOf("private-root")).toBeLessThan(ids.indexOf("master"));
    expect(ids.indexOf("made-root")).toBe(ids.indexOf("issuer[seed]") + 1);
    expect(idsOf(stepsOf({ "certificates.issuance": "ca" }))).not.toContain("made-root");
  });

  test("an upgrade leaves the bundle alone that hands the root out already", () => {
    for (const issuance of ["self-signed", "supplied"]) {
      const upgrade = idsOf(stepsOf({ ...UPGRADE, "certificates.issuance": issuance, "certificates.rootTrust": "private" }));
      expect(upgrade).not.toContain("made-root");
      expect(upgrade).not.toContain("private-root");
    }
    expect(idsOf(stepsOf({ "certificates.issuance": "supplied", "certificates.rootTrust": "private" }))).toContain("private-root");
  });
});

test("an issuer waits for the Secrets that somebody must bring, and for no others", () => {
  const issued = (issuance: string, id = "step.issuer[seed]") => stepsOf({ "certificates.issuance": issuance }).find((step) => step.id === id);
  expect(issued("venafi")?.text).toContain("The Secret venafi-credentials of cert-manager comes before the issuer:");
  expect(issued("external")?.text).toContain("The Secret issuer-credentials of cert-manager comes before the issuer: seed/signer.env holds kkp/signer, one line KEY=value each; it is deleted afterwards.");
  expect(issued("vault")?.text).toContain("It refers to no Secret");
  expect(issued("self-signed")?.text).toContain("The Certificate of the root fills the Secret platform-root");
  for (const issuance of ["vault", "self-signed"]) expect(issued(issuance)?.text).not.toContain("before it is applied");
  expect(issued("self-signed", "step.made-root")?.commands.slice(1, 3)).toEqual([
    "kubectl -n cert-manager wait certificate/platform-root --for=condition=Ready --timeout=5m",
    "kubectl -n cert-manager get secret platform-root -o jsonpath='{.data.ca\\.crt}' | base64 -d > ca.crt",
  ]);
});

test("the bucket in MinIO is made by a Job that the step holds in full", () => {
  const commands = stepsOf().find(({ id }) => id === "step.seed-charts[seed]")?.commands ?? [];
  const job = commands.slice(commands.indexOf("kubectl apply -f - <<'EOF'"), commands.indexOf("EOF")).join("\n");
  expect(job).toContain("kind: Job");
  expect(job).toContain("secretKeyRef: { name: minio, key: accessKey }");
  expect(job).toContain("mb --ignore-existing store/kkpbackup");
  expect(commands.at(-1)).toBe("kubectl -n minio wait job/create-minio-backup-bucket --for=condition=complete --timeout=5m");
});

describe("flags follow the answers", () => {
  test.each<[string, Changes, string, boolean]>([
    ["no class of the installer where the storage team brings a driver", { "storage.clusters.seed.fastClass": "other" }, "--storageclass", false],
    ["no proxies where nothing is exposed", { "monitoring.platformUis": [], "monitoring.seedUis": [] }, "--mla-include-iap", false],
    ["proxies where a Seed's interface is exposed", { "monitoring.platformUis": [] }, "--mla-include-iap", true],
    ["no flag of a separate Seed on a shared cluster", {}, "--separate-seed", false],
  ])("%s", (_name, changes, flag, there) => {
    expect(installerLines(stepsOf(changes)).some((line) => line.includes(flag))).toBe(there);
  });

  test("a Seed apart from the master gets its own entry, where the installer can", () => {
    const answers = starterAnswers("vsphere-plus-azure-seed");
    expect(installerLines(planFrom(answers).runbook).filter((line) => line.includes("azure-seed/"))).toEqual([
      "kubermatic-installer deploy kubermatic-seed --config kubermatic.yaml --helm-values azure-seed/values-seed.yaml --skip-dependencies --separate-seed",
      "kubermatic-installer deploy seed-mla --config kubermatic.yaml --helm-values azure-seed/values-seed-mla.yaml --skip-dependencies --separate-seed",
      "kubermatic-installer deploy usercluster-mla --config kubermatic.yaml --helm-values azure-seed/values-usercluster-mla.yaml --skip-dependencies --mla-include-iap --separate-seed",
    ]);
    const old = planFrom(changed(answers, { "project.release": "2.28" })).runbook;
    expect(installerLines(old).some((line) => line.includes("--separate-seed"))).toBe(false);
    expect(old.find(({ id }) => id === "step.seed-charts[azure-seed]")?.text).toContain("the chart of NGINX Ingress from the archive is installed by itself");
    const next = planFrom(changed(answers, { "project.release": "2.31", "project.upgradeFrom": "none" })).runbook;
    expect(next.find(({ id }) => id === "step.seed-charts[azure-seed]")?.commands).toContain("kubectl apply -f azure-seed/gateway.yaml");
  });

  test.each(["aws", "azure"])("%s gets its class by hand, because the installer's is not fit for etcd", (provider) => {
    const lines = installerLines(stepsOf({ "infrastructure.clusters.seed.provider": provider }));
    expect(lines[0]).not.toContain("--storageclass");
  });
});

test("some proxies of a stack come by their chart, all of them by the installer", () => {
  const lines = (changes: Changes) => stepsOf(changes).flatMap(({ commands }) => commands).filter((line) => line.includes("iap"));
  expect(lines({ "monitoring.platformUis": ["grafana"] })).toEqual([
    'helm upgrade --install --wait --namespace monitoring --values seed/values-seed-mla.yaml iap "$KUBERMATIC_CHARTS_DIRECTORY"/iap',
    "kubermatic-installer deploy usercluster-mla --config kubermatic.yaml --helm-values seed/values-usercluster-mla.yaml --skip-dependencies --mla-include-iap",
  ]);
});

test("without internet, commands take charts and the image of the disk test from the private registry", () => {
  const lines = planFrom(starterAnswers("air-gapped-bank")).runbook.flatMap(({ commands }) => commands);
  expect(lines.filter((line) => line.includes("--repo https://"))).toEqual(["helm pull metallb --repo https://metallb.github.io/metallb --version 0.16.1 --destination charts-mirror"]);
  expect(lines).toContain("helm upgrade --install metallb oci://registry.bank.example/helm-charts/metallb --version 0.16.1 --namespace metallb-system --create-namespace --wait");
  expect(lines).toContain("      image: registry.bank.example/kubermatic-labs/kubeone-tooling:1.12.3");
});

describe("without internet, what tools load by themselves is copied first", () => {
  const bank = planFrom(starterAnswers("air-gapped-bank")).runbook;
  const lines = bank.flatMap(({ commands }) => commands);
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start));

  test("images of KubeOne and of the conformance test, and Terraform's providers", () => {
    expect(lines).toContain('kubeone mirror-images --kubernetes-versions "$KUBERNETES" registry.bank.example');
    expect(lines).toContain('sonobuoy images push --kubernetes-version "$KUBERNETES" --custom-registry registry.bank.example --e2e-repo registry.bank.example');
    expect(lines).toContain('terraform -chdir=zrh providers mirror -platform=linux_amd64 "$PWD"/terraform-providers');
    expect(at("terraform -chdir=zrh providers mirror")).toBeLessThan(at('terraform -chdir=zrh init -plugin-dir="$PWD"/terraform-providers'));
  });

  test("the step says what is mirrored for these answers, and what a folder holds before Terraform looks at it", () => {
    expect(bank.find(({ id }) => id === "step.mirror")?.text).not.toContain("DNS-01");
    expect(bank.find(({ id }) => id === "step.mirror-tools")?.text).toContain("zrh holds the files of examples/terraform");
    const solved = planFrom(changed(starterAnswers("air-gapped-bank"), { "certificates.issuance": "acme-dns01", "dns.automation": "powerdns" })).runbook;
    expect(solved.find(({ id }) => id === "step.mirror")?.text).toContain("those of the webhook of DNS-01");
  });

  test("and the test runs with nothing from elsewhere", () => {
    const run = lines.find((line) => line.startsWith("sonobuoy run")) ?? "";
    expect(run).toContain('--plugin e2e --sonobuoy-image registry.bank.example/sonobuoy:"$(sonobuoy version --short)" --kube-conformance-image registry.bank.example/conformance:"$KUBERNETES" --e2e-repo-config zrh/sonobuoy-images.yaml');
    expect(stepsOf().flatMap(({ commands }) => commands).find((line) => line.startsWith("sonobuoy run"))).not.toContain("--plugin");
  });

  test("no machine is made by Terraform where all are listed", () => {
    const bare = { "network.places.main.internet": "offline", "infrastructure.clusters.seed.provider": "bare-metal" };
    expect(stepsOf(bare).flatMap(({ commands }) => commands).filter((line) => line.startsWith("terraform"))).toEqual([]);
  });

  test("a registry that nobody checks is named as such to every tool that asks it", () => {
    const lines = planFrom(changed(starterAnswers("air-gapped-bank"), { "network.mirrorTrust": "insecure" })).runbook.flatMap(({ commands }) => commands);
    const asking = lines.filter((line) => !line.includes("quay.io") && /^(helm registry|kubeone mirror|kubermatic-installer mirror-images)|helm push|helm upgrade.* oci:/.test(line));
    expect(asking.length).toBeGreaterThan(4);
    expect(asking.filter((line) => !line.includes(" --insecure"))).toEqual([]);
  });

  test("Docker, which has no such flag, is told in the file of its daemon before its login", () => {
    const step = (trust: string) => planFrom(changed(starterAnswers("air-gapped-bank"), { "network.mirrorTrust": trust })).runbook.find(({ id }) => id === "step.mirror-tools");
    const [told, login] = ["docker info | grep -F registry.bank.example ", "docker login registry.bank.example"].map((start) => step("insecure")?.commands.findIndex((line) => line.startsWith(start)) ?? -1);
    expect(told).toBeGreaterThan(-1);
    expect(told).toBe((login ?? 0) - 1);
    expect(step("insecure")?.text).toContain("insecure-registries in /etc/docker/daemon.json lists registry.bank.example, and the Docker daemon is restarted");
    expect(`${step("private")?.text} ${step("private")?.commands.join(" ")}`).not.toContain("insecure-registries");
  });
});

describe("the network plugin that nobody named", () => {
  const CNI = "loadBalancer.clusters.seed.cni";
  const policy = (changes: Changes) => stepsOf(changes).some(({ id }) => id === "step.cilium-policy[seed]");

  test("is Canal where KubeOne builds the cluster, and said as an assumption", () => {
    const plan = referencePlan({ [CNI]: undefined });
    expect(plan.assumptions.find(({ path }) => path === CNI)).toMatchObject({ value: "other", shown: "Canal or another", source: "kubeone.defaults" });
    expect(plan.openPoints.filter(({ path }) => path === CNI)).toEqual([]);
    expect(policy({ [CNI]: undefined })).toBe(false);
    expect(policy({ [CNI]: "cilium" })).toBe(true);
  });

  test.each([
    ["the cluster is there already", { "infrastructure.clusters.seed.provisioning": "existing" }],
    ["a cloud runs it", { "infrastructure.clusters.seed.provisioning": "managed" }],
    ["Cilium has to announce addresses", { "loadBalancer.clusters.seed.kind": "cilium-l2" }],
  ])("is open where %s", (_case, changes) => {
    const plan = referencePlan({ ...changes, [CNI]: undefined });
    expect(plan.assumptions.filter(({ path }) => path === CNI)).toEqual([]);
    expect(plan.openPoints.find(({ path }) => path === CNI)?.waiting.join()).toContain("Network policy of a Seed on Cilium");
    expect(plan.findings.filter(({ check }) => check === "balancers.cilium-missing")).toEqual([]);
  });
});

test("Cilium that announces comes by its chart where KubeOne builds the cluster, and is upgraded where it is there", () => {
  const { runbook } = planFrom(starterAnswers("telco-cilium-bgp"));
  expect(runbook.find(({ id }) => id === "step.kubeone[master]")?.text).toContain("clusterNetwork.cni is external, and helmReleases brings the chart cilium of helm.cilium.io to kube-system with bgpControlPlane.enabled: true");
  expect(runbook.flatMap(({ commands }) => commands).filter((line) => line.includes("https://helm.cilium.io"))).toEqual([]);
  const there = stepsOf({ "loadBalancer.clusters.seed.kind": "cilium-l2", "loadBalancer.clusters.seed.cni": "cilium", "infrastructure.clusters.seed.provisioning": "existing" });
  const step = there.find(({ id }) => id === "step.load-balancer[seed]");
  expect(step?.text).toContain("none of the three moves here; where it shows no Cilium, whoever built the cluster sets l2announcements.enabled in the way it was installed");
  // Whoever built the cluster chose the namespace.
  expect(step?.commands.filter((line) => line.includes("kube-system"))).toEqual([]);
  expect(step?.commands.slice(1, 5)).toEqual([
    "helm list --all-namespaces | grep cilium-",
    ': "${CILIUM_RELEASE:?NAME in that list}" "${CILIUM_NAMESPACE:?NAMESPACE in that list}" "${CILIUM_VERSION:?what follows cilium- under CHART in that list}"',
    'helm upgrade "$CILIUM_RELEASE" cilium --repo https://helm.cilium.io --version "$CILIUM_VERSION" --namespace "$CILIUM_NAMESPACE" --reuse-values --set l2announcements.enabled=true,k8sClientRateLimit.qps="${CILIUM_QPS:-11}",k8sClientRateLimit.burst="${CILIUM_BURST:-22}",rollOutCiliumPods=true,operator.rollOutPods=true --wait --timeout 15m',
    // The ConfigMap shows the value at once, an agent that was not restarted has it not.
    'kubectl -n "$CILIUM_NAMESPACE" rollout status daemonset/cilium --timeout=15m',
  ]);
});

test("Cilium in layer 2 gets client limits for its Services, and the cluster no kube-proxy beside it", () => {
  const layer2: Changes = { "loadBalancer.clusters.seed.kind": "cilium-l2", "loadBalancer.clusters.seed.cni": "cilium" };
  // Two Services of the platform renew a lease each 5 seconds beside the usual 10 requests a second: 10 + ceil(2 / 5) = 11.
  const manifest = (changes: Changes) => stepsOf({ ...layer2, ...changes }).find(({ id }) => id === "step.kubeone[seed]")?.text;
  expect(manifest({})).toContain("kubeProxyReplacement: true, l2announcements.enabled: true, k8sClientRateLimit as the table of settings has it and ipam.mode: kubernetes, in a version of your choice: the Cilium that KubeOne itself brings takes no client limits, and announces in layer 2 only from KubeOne 1.13 on.");
  expect(manifest({})).toContain("clusterNetwork.kubeProxy.skipInstallation is true, or kube-proxy would handle every Service beside Cilium. k8sServiceHost and k8sServicePort of the chart are 10.20.0.10 and 6443");
  // With an address for each of the 12 user clusters there are 14: 10 + ceil(14 / 5) = 13.
  const limits = (changes: Changes) => referencePlan({ ...layer2, ...changes }).settings.flatMap(({ field, value }) => (field.startsWith("k8sClientRateLimit") && value.kind === "known" ? [`${field}: ${value.value}`] : []));
  expect(limits({})).toEqual(["k8sClientRateLimit.qps: 11", "k8sClientRateLimit.burst: 22"]);
  expect(limits({ "loadBalancer.exposeStrategy": "LoadBalancer" })).toEqual(["k8sClientRateLimit.qps: 13", "k8sClientRateLimit.burst: 26"]);
  expect(stepsOf(layer2).find(({ id }) => id === "step.load-balancer[seed]")?.text).toContain("k8s-client-qps is at least 11 and k8s-client-burst at least 22. Go no further before.");
  expect(planFrom(starterAnswers("telco-cilium-bgp")).runbook.find(({ id }) => id === "step.kubeone[master]")?.text).not.toContain("skipInstallation");
});

test("without internet, Cilium of a cluster that is there is mirrored at the version that runs", () => {
  const { runbook } = planFrom(changed(starterAnswers("air-gapped-bank"), { "loadBalancer.clusters.seed.kind": "cilium-l2", "loadBalancer.clusters.seed.cni": "cilium", "infrastructure.clusters.seed.provisioning": "existing" }));
  const lines = runbook.flatMap(({ commands }) => commands);
  const at = lines.findIndex((line) => line.startsWith("helm pull cilium "));
  expect(lines.slice(at - 1, at + 1)).toEqual([
    ': "${CILIUM_VERSION:?version of the chart cilium that runs, or that kubeone.yaml names; where clusters differ, this line and the next for each}"',
    'helm pull cilium --repo https://helm.cilium.io --version "$CILIUM_VERSION" --destination charts-mirror',
  ]);
  expect(lines).toContain('helm upgrade "$CILIUM_RELEASE" oci://registry.bank.example/helm-charts/cilium --version "$CILIUM_VERSION" --namespace "$CILIUM_NAMESPACE" --reuse-values --set l2announcements.enabled=true,k8sClientRateLimit.qps="${CILIUM_QPS:-11}",k8sClientRateLimit.burst="${CILIUM_BURST:-22}",rollOutCiliumPods=true,operator.rollOutPods=true --wait --timeout 15m');
});

test("an upgrade makes nobody administrator by the first login", () => {
  const said = (changes: Changes) => stepsOf(changes).find(({ id }) => id === "step.acceptance")?.text;
  expect(said({})).toContain("becomes administrator");
  expect(said(UPGRADE)).not.toContain("becomes administrator");
});

test("no file with a placeholder reaches the installer", () => {
  for (const name of starterNames) {
    const lines = planFrom(starterAnswers(name)).runbook.flatMap(({ commands }) => commands);
    const values = lines.filter((line) => /deploy (kubermatic-master|kubermatic-seed)/.test(line)).map((line) => /--helm-values (\S+)/.exec(line)?.[1] ?? "");
    for (const file of values) expect(lines.slice(0, lines.findIndex((line) => line.includes(`--helm-values ${file}`))).some((line) => line.startsWith("if grep") && line.includes(file)), `${name}: ${file}`).toBe(true);
  }
});

test("the installer waits for a Gateway, for one of the customer without an address, and for nothing with NGINX", () => {
  const text = (changes: Changes) => stepsOf(changes).find(({ id }) => id === "step.master")?.text ?? "";
  expect(text({})).not.toContain("waits");
  expect(text({ "project.release": "2.31", "project.upgradeFrom": "none" })).toContain("waits 10 minutes");
  expect(text({ "project.release": "2.31", "project.upgradeFrom": "none", "loadBalancer.entry": "own", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayNamespace": "ingress" })).toContain("waits 10 minutes until your Gateway is programmed");
});

test("tools on a bastion behind a proxy go through it, and past it to the site", () => {
  const first = (changes: Parameters<typeof changed>[1]) => planFrom(changed(starterAnswers("behind-a-proxy"), changes)).runbook[0]?.commands ?? [];
  const line = first({}).find((command) => command.startsWith("export HTTP_PROXY=")) ?? "";
  expect(line).toMatch(/ HTTPS_PROXY=http:\/\/\S+:\d+ NO_PROXY=\S*\.kkp\.corp\.example\.com/);
  expect(first({}).indexOf(line)).toBeLessThan(first({}).findIndex((command) => command.startsWith("curl ")));
  expect(line.split(/[=,'"]/)).toEqual(expect.arrayContaining(["git.corp.example.com", "vault.corp.example.com"]));
  const moved = first({ "access.vaultAddress": "secrets.corp.example.com", "certificates.issuance": "vault", "certificates.vaultHost": "vault.corp.example.com" }).find((command) => command.startsWith("export HTTP_PROXY=")) ?? "";
  expect(moved.split(/[=,'"]/)).toEqual(expect.arrayContaining(["git.corp.example.com", "secrets.corp.example.com", "vault.corp.example.com"]));
  expect(first({ "access.vaultAddress": undefined }).some((command) => command.includes("<fill-in: Address of Vault>"))).toBe(true);
  expect(first({ "access.bastion": false }).some((command) => command.includes("HTTP_PROXY"))).toBe(false);
  expect(stepsOf()[0]?.commands.some((command) => command.includes("HTTP_PROXY"))).toBe(false);
});

test("each bastion on which machines are made takes the proxy of its own place, and no other", () => {
  const proxied = (place: string) => ({ [`network.places.${place}.internet`]: "proxy", [`network.places.${place}.proxyAddress`]: `proxy.${place}.example.com`, [`network.places.${place}.proxyPort`]: 3128 });
  const servers = { "infrastructure.places.north.vsphereServer": "vcenter.north.example.com", "infrastructure.places.middle.vsphereServer": "vcenter.middle.example.com", "infrastructure.places.south.vsphereServer": "vcenter.south.example.com" };
  const telco = (...places: readonly string[]) =>
    (planFrom(changed(starterAnswers("telco-cilium-bgp"), Object.assign({ ...servers }, ...places.map(proxied)) as NonNullable<Changes>)).runbook[0]?.commands ?? []).filter((line) => /PROXY|BASTION/.test(line));
  expect(telco("north")).toEqual([
    'export BASTION="${BASTION:?the place of this bastion, as this step names it}"',
    expect.stringMatching(/^\[ "\$BASTION" != Hamburg \] \|\| export HTTP_PROXY=http:\/\/proxy\.north\.example\.com:3128 /),
  ]);
  // The master's proxy is its own alone.
  expect(telco("middle").slice(1)).toEqual([expect.stringMatching(/^\[ "\$BASTION" != Frankfurt \] .*proxy\.middle\.example\.com/)]);
  const [, middle = "", north = ""] = telco("middle", "north");
  const named = (line: string) => /NO_PROXY='?([^' ]*)/.exec(line)?.[1]?.split(",") ?? [];
  // Of the other places the master's bastion reaches the Kubernetes APIs, and that of a place nothing elsewhere.
  const [at, of] = [(place: string, host: string) => ({ place, host }), (line: string, hosts: readonly { readonly place: string; readonly host: string }[]) => hosts.filter(({ host }) => named(line).includes(host)).map(({ place, host }) => `${place}: ${host}`)];
  const answers = starterAnswers("telco-cilium-bgp");
  const hosts = answers.subjects.place.flatMap((place) => [at(place, String(answers.given[`network.places.${place}.nodeNetwork`])), at(place, `vcenter.${place}.example.com`)]);
  const apis = answers.subjects.cluster.map((cluster) => at(String(answers.given[`infrastructure.clusters.${cluster}.place`]), String(answers.given[`loadBalancer.clusters.${cluster}.apiAddress`])));
  expect(of(middle, hosts).map((one) => one.split(":")[0])).toEqual(["middle", "middle"]);
  expect(of(north, hosts).map((one) => one.split(":")[0])).toEqual(["north", "north"]);
  expect(of(middle, apis)).toEqual(apis.filter(({ place }) => place !== "middle").map(({ place, host }) => `${place}: ${host}`));
  expect(telco()).toEqual([]);
});

test("Terraform in the tooling container loads its own providers, whichever the image brings", () => {
  const step = (plan: ReturnType<typeof referencePlan>) => plan.runbook.find(({ id }) => id.startsWith("step.terraform["));
  const [vsphere, hetzner] = [referencePlan({ "access.toolset": "container" }), planFrom(changed(starterAnswers("proof-of-concept"), { "access.toolset": "container" }))].map(step);
  expect(vsphere?.commands.slice(0, 2)).toEqual(["unset TF_CLI_ARGS_init", "terraform -chdir=seed init"]);
  expect(vsphere?.text).toContain("which has that of vSphere in a version that it pins.");
  expect(hetzner?.text).toContain("which has none for Hetzner");
  expect(step(referencePlan())?.commands).not.toContain("unset TF_CLI_ARGS_init");
});

describe("the archive of the release", () => {
  test.each(["air-gapped-bank", "vsphere-plus-azure-seed", "aws-single-region"])("holds all charts, so that none is loaded from its repository: %s", (name) => {
    const deploys = planFrom(starterAnswers(name)).runbook.flatMap(({ commands }) => commands).filter((line) => line.startsWith("kubermatic-installer deploy"));
    expect(deploys.length).toBeGreaterThan(1);
    expect(deploys.filter((line) => !line.includes(" --skip-dependencies"))).toEqual([]);
  });

  const unpacked = (changes: Changes) => stepsOf(changes)[0]?.commands.slice(4, 7);

  test("of the edition is fetched and found by shell and installer", () => {
    expect(unpacked({})).toEqual([
      "mkdir -p ../kkp-2.30.6",
      "curl -fsSL https://github.com/kubermatic/kubermatic/releases/download/v2.30.6/kubermatic-ee-v2.30.6-linux-amd64.tar.gz | tar -xz -C ../kkp-2.30.6",
      'export PATH="$PWD/../kkp-2.30.6:$PATH" KUBERMATIC_CHARTS_DIRECTORY="$PWD/../kkp-2.30.6/charts"',
    ]);
    expect(unpacked({ "project.edition": "CE" })?.[1]).toContain("/kubermatic-ce-v2.30.6-linux-amd64.tar.gz");
  });

  test("is carried to a place without internet", () => {
    expect(unpacked({ "network.places.main.internet": "offline" })?.[1]).toBe("tar -xzf ../kubermatic-ee-v2.30.6-linux-amd64.tar.gz -C ../kkp-2.30.6");
  });

  test("tools of KubeOne are asked for where it builds something", () => {
    const versions = (changes: Changes) => stepsOf(changes)[0]?.commands.filter((line) => / version/.test(line));
    expect(versions({})).toContain("kubeone version");
    expect(versions({ "infrastructure.clusters.seed.provisioning": "existing" })).toEqual(["kubermatic-installer version", "vault version", "helm version", "kubectl version --client", "sonobuoy version"]);
  });

  test.each([
    ["vault", true],
    ["other", false],
  ])("with the secret store %s the first command asks for vault: %s", (store, asked) => {
    expect(stepsOf({ "access.secretStore": store })[0]?.commands[0]?.includes(" vault ")).toBe(asked);
  });
});

test("a Gateway of the customer lets in routes of challenges, which stand in its own namespace", () => {
  const own = { "project.release": "2.31", "project.upgradeFrom": "none", "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public" };
  const labelled = (issuance: string) => stepsOf({ ...own, "certificates.issuance": issuance }).find(({ id }) => id === "step.own-gateway")?.commands.some((line) => line.startsWith("kubectl label namespace ingress "));
  expect(labelled("http01")).toBe(true);
  expect(labelled("ca")).toBe(false);
});

describe("the Gateway as a choice of 2.29 and 2.30", () => {
  const GATEWAY = { "loadBalancer.entry": "gateway" };
  const OWN = { "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "gateways", "loadBalancer.gatewayName": "shared" };
  const master = (changes: Changes) => installerLines(stepsOf(changes))[0];

  test.each([
    ["2.30", GATEWAY, true],
    ["2.30", OWN, true],
    ["2.29", GATEWAY, true],
    ["2.30", {}, false],
    ["2.31", { ...OWN, "project.upgradeFrom": "none" }, false],
  ])("KKP %s with %j: the flag is there: %s", (release, changes, there) => {
    expect(master({ "project.release": release, ...changes })?.includes("--migrate-gateway-api")).toBe(there);
  });

  test("the stack of a Seed of its own wants it as well, and the value with it", () => {
    const steps = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "project.release": "2.30", ...GATEWAY })).runbook;
    const charts = steps.find(({ id }) => id === "step.seed-charts[azure-seed]");
    expect(installerLines(charts ? [charts] : [])[0]).toMatch(/--separate-seed --migrate-gateway-api$/);
    expect(charts?.text).toContain("It repeats migrateGatewayAPI: true");
  });
});

describe("an upgrade to 2.29 or 2.30 that takes the Gateway", () => {
  const GATEWAY = { "loadBalancer.entry": "gateway", "certificates.issuance": "http01" };
  const TO_229 = { "project.release": "2.29", "project.upgradeFrom": "2.28", ...GATEWAY };
  const TO_230 = { "project.release": "2.30", "project.upgradeFrom": "2.29", ...GATEWAY };
  const moving = (changes: Changes) => idsOf(stepsOf(changes)).filter((id) => /^upgrade-(issuer|try|names|clean)/.test(id));

  test("leaves NGINX as 2.31 does, and removes it by hand, because its installer cannot", () => {
    for (const changes of [TO_229, { ...TO_230, "loadBalancer.entryBefore": "nginx" }]) {
      const steps = stepsOf(changes);
      expect(moving(changes)).toEqual(["upgrade-issuer", "upgrade-try", "upgrade-names", "upgrade-clean"]);
      expect(installerLines(steps)[0]).toMatch(/--skip-ingress-cleanup --migrate-gateway-api/);
      expect(steps.find(({ id }) => id === "step.upgrade-files")?.text).toContain("Every file of values gets migrateGatewayAPI: true");
      expect(steps.find(({ id }) => id === "step.upgrade-clean")?.commands).toContain("helm uninstall nginx-ingress-controller --namespace nginx-ingress-controller --ignore-not-found");
      expect(JSON.stringify(referencePlan(changes))).not.toContain("--clean-nginx-lb");
      expect(referencePlan(changes).addresses.pools[0]?.needed).toBe(3);
    }
  });

  test("asks what is there where that may be either, and moves nothing that is there", () => {
    const path = "loadBalancer.entryBefore";
    const asked = (changes: Changes) => referencePlan({ ...changes, [path]: undefined }).assumptions.some((assumption) => assumption.path === path);
    expect([TO_230, { ...TO_230, "loadBalancer.entry": "standard" }, TO_229].map(asked)).toEqual([true, false, false]);
    expect(moving({ ...TO_230, [path]: "gateway" })).toEqual([]);
  });
});

describe("from KKP's Gateway to one of the customer with the upgrade", () => {
  const OWN = { "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayAddress": "10.20.40.9", "loadBalancer.entryBefore": "gateway" };
  const plan = referencePlan({ ...UPGRADE, ...OWN });
  const step = (id: string) => plan.runbook.find((one) => one.id === `step.${id}`);

  test("the routes move at once, records follow, and the former address is held until KKP deletes its Gateway", () => {
    expect(plan.addresses.assignments.find(({ purpose }) => purpose === "former-entry")?.until).toBe("until the Envoy Gateway Service of seed is deleted by KKP, when your Gateway has taken the routes");
    expect(step("upgrade-master")?.text).toContain("nobody gets in: trial and records follow at once");
    expect(installerLines(plan.runbook)[0]).not.toContain("--skip-ingress-cleanup");
    expect(step("upgrade-names")?.text).toContain("Envoy Gateway (10.20.30.1) now leads to your Gateway (10.20.40.9)");
    expect(step("upgrade-files")?.text).toContain("infrastructureAnnotations");
    expect(step("upgrade-files")?.text).not.toContain("httpRoute.domain");
    expect(step("upgrade-clean")?.commands.at(-1)).toMatch(/^helm uninstall envoy-gateway-controller/);
    expect(plan.findings.find(({ id }) => id === "entry.moving-address[seed]")?.title).toBe("The platform entry moves from 10.20.30.1 to 10.20.40.9");
    expect(JSON.stringify(plan)).not.toMatch(/Ingress kubermatic|NGINX Ingress (keeps|goes|serves)/);
  });

  test("a Seed apart keeps its Gateway, and a Gateway of the customer from before moves nothing", () => {
    const apart = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { ...UPGRADE, ...OWN }));
    expect(apart.addresses.assignments.filter(({ purpose }) => purpose === "former-entry").map(({ cluster }) => cluster)).toHaveLength(1);
    expect(apart.runbook.filter(({ id }) => id.startsWith("step.upgrade-seed-"))).toEqual([]);
    expect(idsOf(stepsOf({ ...UPGRADE, ...OWN, "loadBalancer.entryBefore": "own" })).filter((id) => /^upgrade-(try|names|clean)/.test(id))).toEqual([]);
  });
});

test.each([
  ["2.29", true],
  ["2.30", false],
])("KKP %s names the patch before which its Gateway misses something: %s", (release, there) => {
  const text = stepsOf({ "project.release": release, "loadBalancer.entry": "gateway" }).find(({ id }) => id === "step.master")?.text;
  expect(text?.includes("Patches before 2.29.5 miss the chart or the option of Envoy Gateway.")).toBe(there);
});

test("proxies by their chart alone need the label that the installer would set for a Gateway", () => {
  const labels = (changes: Changes) => stepsOf(changes).flatMap(({ commands }) => commands).filter((line) => line.includes("kubectl label"));
  const some = { "monitoring.platformUis": ["grafana"], "project.release": "2.31", "project.upgradeFrom": "none" };
  expect(labels(some)).toEqual(["kubectl label namespace monitoring kubermatic.io/gateway-access=true --overwrite"]);
  expect(labels({ ...some, "monitoring.platformUis": ["prometheus", "grafana", "alertmanager"] })).toEqual([]);
  expect(labels({ ...some, "project.release": "2.30", "project.upgradeFrom": undefined })).toEqual([]);
});

test("usage reports are left out where somebody says so, and where nothing leaves the place", () => {
  const silent = (changes: Changes) => installerLines(stepsOf(changes)).filter((line) => line.includes("--disable-telemetry")).length;
  expect([silent({}), silent({ "access.telemetry": "off" }), silent({ "network.places.main.internet": "offline" }), silent({ ...UPGRADE, "access.telemetry": "off" })]).toEqual([0, 1, 1, 2]);
});

test.each(["cilium-bgp", "metallb-bgp"])("a Seed on Cilium with %s gets its policy before it is added", (kind) => {
  const ids = idsOf(stepsOf({ "loadBalancer.clusters.seed.kind": kind, "loadBalancer.clusters.seed.cni": "cilium" }));
  expect(ids.indexOf("cilium-policy[seed]")).toBeGreaterThan(ids.indexOf("load-balancer[seed]"));
  expect(ids.indexOf("cilium-policy[seed]")).toBeLessThan(ids.indexOf("seed-object[seed]"));
  expect(idsOf(stepsOf({})).filter((id) => id.startsWith("cilium"))).toEqual([]);
});

test("HTTP-01 asks for certificates after the records are entered", () => {
  const ids = idsOf(planFrom(starterAnswers("proof-of-concept")).runbook);
  expect(ids.indexOf("issuer[kubermatic]")).toBeGreaterThan(ids.indexOf("platform-names"));
  expect(ids).not.toContain("supplied-certificates[kubermatic]");
});

test("an existing cluster is taken over instead of built", () => {
  const ids = idsOf(stepsOf({ "infrastructure.clusters.seed.provisioning": "existing" }));
  expect(ids).toContain("take-over[seed]");
  expect(ids).not.toContain("terraform[seed]");
});

/** Fails when one of the scripts cannot be parsed. One shell hands each to a shell of its own: starting all from here takes ten times as long. */
const parsed = (scripts: readonly string[]) => execFileSync("/bin/bash", ["-ec", 'for script in "$@"; do bash -n <<< "$script"; done', "-", ...scripts], { stdio: "pipe" });

test.each(starterNames)("%s: every step's commands are one script that a shell can parse", (name) => {
  parsed(planFrom(starterAnswers(name)).runbook.map(({ commands }) => `${commands.join("\n")}\n`));
});

test("a script that no shell can parse is noticed, wherever it stands", () => {
  expect(() => parsed(["true", "if true", "true"])).toThrow("unexpected end of file");
});

test("a hostile repository stays one word of its command", () => {
  const hostile = "--upload-pack=x; $(touch /tmp/x) `id` 'q' \"d\" | <b>";
  const [, clone = ""] = stepsOf({ "access.repository": hostile })[0]?.commands ?? [];
  const words = execFileSync("/bin/bash", ["-c", `git() { printf '%s\\n' "$@"; }; ${clone}`], { encoding: "utf8" }).trimEnd().split("\n");
  expect(words).toEqual(["clone", "--", hostile, "platform"]);
});

test("no secret and no step before anything is answered", () => {
  expect(planFrom(NO_ANSWERS).runbook).toEqual([]);
});

test("the acceptance speaks of the user cluster's backup, and of the Seeds that keep one", () => {
  const accepted = (changes: Parameters<typeof changed>[1]) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes)).runbook.find(({ id }) => id === "step.acceptance")?.text;
  expect(accepted({})).toContain("After 20 minutes each user cluster shows an etcd backup that ended since and is Completed; one that Failed says why beside it.");
  expect(accepted({ "storage.clusters.azure-seed.backupTarget": "none" })).toContain("each user cluster on seed shows an etcd backup");
  expect(accepted({ "storage.schedule": "own", "storage.interval": 1440 })).toContain("After 24 hours each user cluster shows an etcd backup");
  const commands = planFrom(starterAnswers("vsphere-plus-azure-seed")).runbook.find(({ id }) => id === "step.acceptance")?.commands ?? [];
  // The object and its age are there from the first minute; whether a backup ended stands in its status alone.
  expect(commands.filter((line) => line.includes("etcdbackupconfigs")).every((line) => line.includes(".status.currentBackups[*].backupPhase") && line.includes("backupMessage"))).toBe(true);
  expect(commands.filter((line) => line.includes("etcdbackupconfigs"))).toHaveLength(2);
});

describe("records of Seeds go by the plan, not by the installer's hint", () => {
  const text = (steps: readonly RunbookStep[], seed: string) => steps.find(({ id }) => id === `step.seed-names[${seed}]`)?.text;

  test("where a label stands for the Seed's name", () => {
    expect(text(stepsOf({ "dns.clusters.seed.seedDnsOverwrite": "fra" }), "seed")).toContain("The installer's own hint names seed in place of fra: go by these records.");
  });

  test("where there is more than one Seed", () => {
    expect(text(planFrom(starterAnswers("vsphere-plus-azure-seed")).runbook, "azure-seed")).toContain("The installer's own hint names the first Seed only: go by these records.");
  });

  test("one Seed under its own name is hinted at rightly", () => {
    expect(text(stepsOf(), "seed")).not.toContain("hint");
  });
});

test("without a load balancer no step asks for the nodeport-proxy, for fixed addresses or for a load balancer", () => {
  const steps = stepsOf({ "project.release": "2.31", "project.upgradeFrom": "none", "loadBalancer.clusters.seed.kind": "none" });
  const text = steps.map((step) => [step.text, step.why, ...step.commands].join("\n")).join("\n");
  expect(text).not.toContain("nodeport-proxy");
  expect(text).not.toContain("when the load balancer answers");
  expect(text).not.toContain("The addresses are fixed");
  expect(steps.find(({ id }) => id === "step.platform-names")?.text).toContain("Addresses that it shows as open must be named before.");
  const named = stepsOf({ "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" });
  expect(named.find(({ id }) => id === "step.platform-names")?.text).toContain("The addresses are fixed");
});

test("without a load balancer the wildcard leads to nodes, in the drawing too", () => {
  const plan = referencePlan({ "loadBalancer.clusters.seed.kind": "none" });
  expect(plan.dns.records.find(({ id }) => id === "record.seed-wildcard[seed]")?.purpose).toBe("Nodes of seed: API servers of its user clusters");
  expect(plan.topology.boxes.map(({ title }) => title)).toContain("Node ports");
  expect(plan.topology.boxes.map(({ title }) => title)).not.toContain("nodeport-proxy");
});

describe("further backups", () => {
  const with_ = (...further: readonly string[]) => stepsOf({ "storage.further": further, "storage.store": "s3.example.com" });
  const textOf = (steps: readonly RunbookStep[], id: string) => steps.find((step) => step.id === `step.${id}`)?.text;

  test.each<[string, string, RegExp]>([
    ["platform-etcd", "platform-etcd[seed]", /backups-restic of KubeOne runs every 30 minutes/],
    ["mirror", "minio-mirror[seed]", /runs rclone every 30 minutes and brings the bucket kkpbackup .* in s3\.example\.com/],
    ["machines", "saved-from-outside[seed]", /every day and kept 3 days, in another datastore/],
    ["mla", "saved-from-outside[seed]", /every 6 hours and kept 168 hours/],
  ])("%s has a step that shows that it runs", (choice, id, text) => {
    expect(textOf(with_(choice), id)).toMatch(text);
    expect(textOf(stepsOf(), id)).toBeUndefined();
  });

  test("nothing is copied where no MinIO stands, and a control plane of the provider is saved by the provider", () => {
    const elsewhere = { "storage.further": ["mirror", "machines", "platform-etcd"], "storage.clusters.seed.backupTarget": "s3", "infrastructure.clusters.seed.provisioning": "managed" };
    expect(idsOf(stepsOf(elsewhere)).filter((id) => /mirror|platform-etcd|saved/.test(id))).toEqual([]);
  });
});

describe("source ranges of API servers", () => {
  const RANGES = { "loadBalancer.departures": ["sources"], "loadBalancer.datacenters.fra-vsphere.sourceRanges": ["10.0.0.0/8"] };
  const step = (changes: Changes) => stepsOf(changes).find(({ id }) => id === "step.source-ranges");

  test("user clusters name them by a template, before anybody creates one", () => {
    const ids = idsOf(stepsOf({ ...RANGES, "loadBalancer.exposeStrategy": "LoadBalancer" }));
    expect(ids.indexOf("source-ranges")).toBe(ids.indexOf("acceptance") - 1);
    expect(step({ ...RANGES, "loadBalancer.exposeStrategy": "LoadBalancer" })?.text).toContain("save a cluster template for fra-vsphere");
  });

  test.each<[string, Changes]>([["nobody restricts anything", { "loadBalancer.exposeStrategy": "LoadBalancer" }], ["KKP refuses them", RANGES]])("no step where %s", (_name, changes) => {
    expect(step(changes)).toBeUndefined();
  });
});

describe("a step says nothing that the plan knows better", () => {
  const textOf = (id: string, changes: Changes) => stepsOf(changes).find((step) => step.id === id)?.text ?? "";

  test("of external-dns where people enter the records", () => {
    expect(textOf("step.upgrade-files", UPGRADE)).not.toBe("");
    expect(textOf("step.upgrade-files", UPGRADE)).not.toContain("external-dns");
    expect(textOf("step.upgrade-files", { ...UPGRADE, "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "private" })).toContain("external-dns watches gateway-httproute from the trial");
  });
});

test("the acceptance says who brings nodes that KKP does not make, and how", () => {
  const text = (changes: NonNullable<Changes>) => planFrom(changed(starterAnswers("edge-from-google-cloud"), changes)).runbook.find(({ id }) => id === "step.acceptance")?.text;
  expect(text({})).toContain(" Nodes of shop-devices come by hand: one MachineDeployment stands for one device, whatever its replicas say, and whoever prepares the devices runs on each the script ");
  expect(text({ "infrastructure.datacenters.shop-devices.provider": "bring-your-own" })).toContain(" Nodes of shop-devices come by hand: whoever prepares the machines runs on each the command that `kubeadm token create --print-join-command` prints ");
  expect(text({ "infrastructure.datacenters.shop-devices.provider": "aws" })).not.toContain("by hand");
});
