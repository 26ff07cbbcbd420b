import { describe, expect, test } from "vitest";
import { goldenAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referenceAnswers, referencePlan } from "../../testing/reference.ts";

/** Charts of whoever runs the appliance, and of webhooks and plug-ins whose step says that the version that was tested is added. */
const TESTED_BY_OTHERS = /f5-bigip-ctlr|f5-ipam-controller|cert-manager-webhook-|<fill-in: chart/;

/** One version, one that somebody names, or each of a list. */
const NAMED = / --version (?:v?\d+\.\d+\.\d+(?: |$)|'<fill-in: version )|\bfor version in (?:v?\d+\.\d+\.\d+ ?)+; do .* --version "\$version" /;

const publicLines = (answers: ReturnType<typeof referenceAnswers>): readonly string[] =>
  planFrom(answers).runbook.flatMap(({ commands }) => {
    // A chart that a line above has unpacked is of the version which that line names.
    const unpacked = commands.flatMap((line) => / --version \S+ .*--untardir (?<folder>\S+)/.exec(line)?.groups?.["folder"] ?? []);
    return commands.filter((line) => /^helm (upgrade|pull) /.test(line) && !line.includes("$KUBERMATIC_CHARTS_DIRECTORY") && !(line.startsWith("helm upgrade ") && unpacked.some((folder) => line.includes(` ${folder}/`))));
  });

describe("charts that no release of KKP brings", () => {
  test.each([...goldenAnswers()])("%s: each is taken in a version that the line names", (_name, answers) => {
    expect(publicLines(answers).filter((line) => !line.includes(" --version ") && !TESTED_BY_OTHERS.test(line))).toEqual([]);
  });

  test.each([...goldenAnswers()])("%s: none of an OCI registry is asked for by a range of versions, for which Helm sees no tag with a v", (_name, answers) => {
    const lines = planFrom(answers).runbook.flatMap(({ commands }) => commands).filter((line) => line.includes("oci://") && line.includes(" --version "));
    expect(lines.filter((line) => !NAMED.test(line))).toEqual([]);
  });

  test("MetalLB comes in the same version from its repository, from the mirror and into it", () => {
    expect(publicLines(referenceAnswers()).filter((line) => line.includes("metallb"))).toEqual(["helm upgrade --install metallb metallb --repo https://metallb.github.io/metallb --version 0.16.1 --namespace metallb-system --create-namespace --wait"]);
    const bank = publicLines(changed(starterAnswers("air-gapped-bank"), {})).filter((line) => line.includes("metallb"));
    expect(bank).toEqual([
      "helm pull metallb --repo https://metallb.github.io/metallb --version 0.16.1 --destination charts-mirror",
      "helm upgrade --install metallb oci://registry.bank.example/helm-charts/metallb --version 0.16.1 --namespace metallb-system --create-namespace --wait",
    ]);
  });

  test("whose choice the version is stands in the step", () => {
    const text = (id: string) => referencePlan({ "dns.service": "powerdns", "dns.externalDns": true }).runbook.find((step) => step.id === id)?.text ?? "";
    expect(text("step.load-balancer[seed]")).toContain(" Version 0.16.1 of the chart metallb is a choice of this plan, since KKP names none.");
  });

  test.each([
    ["kubelb", { "loadBalancer.clusters.seed.kind": "kubelb", "loadBalancer.kubelbTraffic": "direct" }, "(*/kubelb-ccm-*) echo --set kubelb.tenantName=any;;"],
    ["appliance", { "loadBalancer.clusters.seed.kind": "appliance" }, "(*/f5-bigip-ctlr-*) echo --set args.bigip_url=any;;"],
  ])("images of %s are listed although its chart refuses to be rendered without a value", (_kind, changes, given) => {
    const listing = (answers: ReturnType<typeof referenceAnswers>) => planFrom(answers).runbook.find(({ id }) => id === "step.mirror")?.commands.find((line) => line.includes("helm template "));
    const bank = starterAnswers("air-gapped-bank");
    expect(listing(changed(bank, changes))).toContain(` helm template "$chart" $(case "$chart" in ${given} esac) | grep `);
    expect(listing(bank)).toContain(' helm template "$chart" | grep ');
  });
});
