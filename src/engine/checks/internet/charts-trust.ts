import { mirrors } from "../../answers/chapters/mirrors.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";
import { offlinePlaces, registryInWords } from "../../rules/internet/offline.ts";

/** A registry whose certificate whatever loads charts for user clusters refuses. */
export const chartsTrust = check({
  id: "internet.charts-trust",
  title: "What loads charts for user clusters trusts the private registry",
  severity: "warning",
  per: "plan",
  sources: ["kkp.code.chart-trust", "kkp.code.user-cluster-manager", "kkp.code.system-charts"],
  examine: (read, _plan, report) => {
    read.rule(offlinePlaces);
    const trust = read.answer(mirrors.plan.mirrorTrust);
    if (trust === "public") return;
    const { id, uncheckedCharts } = releaseIn(read);
    if (trust === "insecure" && uncheckedCharts) return;
    const path = read.path(mirrors.plan.mirrorTrust);
    const name = registryInWords(read);
    const edition = read.maybe(project.plan.edition);
    const catalogue = edition.kind === "known" && edition.value === "EE" ? ", and spec.userCluster.applications.insecureSkipTLSVerify for those of the catalogue" : "";
    report({
      title: `Charts of user clusters do not load from ${name}`,
      message: `Cilium, which user clusters get unless Canal is chosen, and cluster-autoscaler come as charts. On the Seed the manager of each user cluster loads them and trusts the authorities of its own image: KKP gives it a login for the registry, but neither its CA bundle nor another file of roots reaches what loads charts. ${trust === "private" ? `It refuses the certificate that your CA has signed for ${name}` : `KKP ${id} has no field that leaves the check out, so it refuses ${name}`}, and user clusters with Cilium get no network.`,
      remedy: `Give ${name} a certificate of a public authority${uncheckedCharts ? `; or set spec.userCluster.systemApplications.insecureSkipTLSVerify for charts of KKP${catalogue}, with which nobody checks where charts come from` : ""}. User clusters with Canal, which comes as an addon, wait for no chart.`,
      fixes: [{ title: "Give the registry a public certificate", set: [{ path, value: "public" }] }],
      answers: [path],
    });
  },
});
