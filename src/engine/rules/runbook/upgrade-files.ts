import { project } from "../../answers/chapters/project.ts";
import { rule } from "../../kernel/rule.ts";
import { capital } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { issuer } from "../certificates/issuer.ts";
import { masterCluster, release, replacedEntry } from "../basics/platform.ts";
import { atCluster, type StepRule } from "./step.ts";

/** What must be in order before an upgrade touches anything. */
export const upgradeHealth: StepRule = rule({
  id: "runbook.upgrade-health",
  title: "Step: state before the upgrade",
  per: "plan",
  sources: ["kkp.upgrade-2.31"],
  derive: (read) => {
    const { id, kubernetes } = read.rule(release);
    const before = read.rule(replacedEntry);
    const cluster = read.rule(masterCluster);
    return [
      {
        id: "step.upgrade-health",
        title: `Check the platform before the upgrade to KKP ${id}`,
        text: `Bring KKP ${before.id} to its latest patch, ${before.latestPatch}, first. All Seeds are healthy, and every user cluster runs Kubernetes ${kubernetes.oldest} to ${kubernetes.newest}, which KKP ${id} offers.`,
        commands: [atCluster(read, cluster), "kubectl -n kubermatic get seeds", "kubectl get clusters", `kubectl -n ${quote(before.entry.service.namespace)} get services`],
        from: read.cell,
        why: `The installer refuses unhealthy Seeds, user clusters of a version that is no longer offered, and steps over more than one minor release.`,
      },
    ];
  },
});

/** What the new entry needs in the files that are there. */
export const upgradeFiles: StepRule = rule({
  id: "runbook.upgrade-files",
  title: "Step: files for the new entry",
  per: "plan",
  sources: ["kkp.upgrade-2.31", "kkp.gateway-api"],
  derive: (read) => {
    const { entry, dashboardFlow, redirectUris } = read.rule(release);
    const before = read.rule(replacedEntry);
    const domain = read.answer(project.plan.domain);
    const known = new Set(before.redirectUris.map(({ uri }) => uri));
    const added = redirectUris.filter(({ uri }) => !known.has(uri)).map(({ uri }) => uri.replace("{domain}", domain));
    const client = dashboardFlow.client === before.dashboardFlow.client ? "" : ` spec.auth.clientID, where it is set, becomes ${dashboardFlow.client}, and issuerClientSecret and issuerCookieKey must not be empty.`;
    const dead = [...before.entry.issuerValues.map(({ field }) => field.split(":")[0] ?? ""), before.entry.annotations.seed.split(".")[0] ?? ""];
    const others = read.subjects("cluster").length > 1 ? " Files of values of other clusters with interfaces get httpRoute.domain too." : "";
    const issuance = read.rule(issuer).onUpgrade;
    return [
      {
        id: "step.upgrade-files",
        title: `Prepare the files for ${entry.title}`,
        text: `values.yaml gets httpRoute.domain.${others} Client ${dashboardFlow.client} of Dex gets ${added.join(", ")}. ${issuance} external-dns, where it runs, watches ${entry.recordSource}.${client} spec.ingress.className and the values ${dead.join(", ")} are read no more.`,
        commands: ["git diff -- kubermatic.yaml values.yaml", "grep -n 'httpRoute' values.yaml"],
        from: read.cell,
        why: `${capital(entry.title)} replaces ${before.entry.title}; without these lines Dex fails in the middle of the upgrade.`,
      },
    ];
  },
});
