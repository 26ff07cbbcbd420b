import { PLAN } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { RunbookStep } from "../../plan/plan.ts";
import { besideContainer, storePrograms } from "../access/tools.ts";
import { installedRelease } from "../basics/platform.ts";
import { sameRows } from "../basics/same-rows.ts";
import { addressPools } from "./address-pools.ts";
import { acceptance, presets } from "./acceptance.ts";
import { ciliumPolicy } from "./cilium-policy.ts";
import { masterNodeFront, seedNodeFront } from "./node-front.ts";
import { ownProfilesStep } from "./own-profiles.ts";
import { ownGateway } from "./own-gateway.ts";
import { upgradeCertificates, upgradeTry } from "./upgrade-try.ts";
import { masterIssuer, upgradeIssuer, seedIssuer, suppliedCertificates, seedCertificatesStep, suppliedIngress } from "./certificates.ts";
import { takeOver, virtualAddresses } from "./clusters.ts";
import { dashboardSwitchesStep } from "./dashboard-switches.ts";
import { masterForwarding, seedForwarding } from "./forwarding.ts";
import { controlPlaneDisks } from "./control-plane-disks.ts";
import { keptFiles } from "./kept-files.ts";
import { kubeone } from "./kubeone.ts";
import { master } from "./master.ts";
import { minioMirror, platformEtcd, savedFromOutside } from "./further-backups.ts";
import { apartExternalDnsStep, externalDnsStep, seedExternalDnsStep } from "./external-dns.ts";
import { callbackProxyStep } from "./callback-proxy.ts";
import { connectorFileStep } from "./connector-files.ts";
import { storeRootStep } from "./store-root.ts";
import { bundleOnUpgradeStep, caKeyStep, madeRootStep, privateRootStep, sourceRootStep } from "./trust.ts";
import { mlaWorkersStep } from "./mla-workers.ts";
import { mirrorStep } from "./mirror.ts";
import { mlaStoreCredentials, seedMla, userClusterMla } from "./monitoring.ts";
import { interfaceNames, platformNames, seedNames } from "./names.ts";
import { configuration, workplace, WORKPLACE } from "./prepare.ts";
import { searchedFirst } from "./searched-files.ts";
import { seedCharts } from "./seed-charts.ts";
import { s3Credentials, seedObject } from "./seed-object.ts";
import { meteringCredentials } from "./metering.ts";
import { hubManager } from "./hub-manager.ts";
import { hubMirror, hubUpgradeMirror } from "./hub-mirror.ts";
import { hubConnector, hubUpgrade } from "./hub-upgrade.ts";
import { hubCredentials } from "./hub-secret.ts";
import { conformance } from "./conformance.ts";
import { tokenReviewStep } from "./token-review.ts";
import { sourceRangesStep } from "./source-ranges.ts";
import { storageDriver } from "./storage-driver.ts";
import { backupClassStep, storageClasses } from "./storage.ts";
import { userClusterBackupStep } from "./user-cluster-backup.ts";
import { userClustersStep } from "./user-clusters.ts";
import { velero } from "./velero.ts";
import { workloadPorts } from "./workload-ports.ts";
import { workloadRouters } from "./workload-routers.ts";
import { workloadSegment } from "./workload-segment.ts";
import { withPrograms } from "./programs.ts";
import type { Step, StepRule } from "./step.ts";
import { withWaiting, type WaitingPart } from "./waiting-steps.ts";
import { upgradeFiles, upgradeHealth } from "./upgrade-files.ts";
import { upgradeBackup, upgradePace } from "./upgrade-backup.ts";
import { upgradeSeedNames, upgradeSeedTry } from "./upgrade-seeds.ts";
import { upgradeKubernetes } from "./upgrade-kubernetes.ts";
import { upgradePools } from "./upgrade-pools.ts";
import { upgradeNames } from "./upgrade-names.ts";
import { seedAdditions } from "./seed-additions.ts";
import { upgradeClean, upgradeMaster } from "./upgrade.ts";

/** The order of an installation; on an upgrade most steps do not apply and others take their place. */
const ORDER: readonly (StepRule | readonly StepRule[])[] = [
  workplace,
  hubMirror,
  hubManager,
  upgradeBackup,
  upgradeKubernetes,
  upgradeHealth,
  upgradeFiles,
  configuration,
  mirrorStep,
  // The manager of KubeLB is never older than a connector, and KKP brings one along.
  hubUpgradeMirror,
  hubUpgrade,
  hubConnector,
  kubeone,
  controlPlaneDisks,
  takeOver,
  virtualAddresses,
  upgradePools,
  ciliumPolicy,
  storageDriver,
  storageClasses,
  conformance,
  suppliedCertificates,
  privateRootStep,
  bundleOnUpgradeStep,
  sourceRootStep,
  connectorFileStep,
  caKeyStep,
  tokenReviewStep,
  upgradeIssuer,
  ownGateway,
  master,
  masterNodeFront,
  masterForwarding,
  upgradeMaster,
  callbackProxyStep,
  upgradeTry,
  externalDnsStep,
  platformNames,
  upgradeNames,
  upgradeCertificates,
  suppliedIngress,
  masterIssuer,
  madeRootStep,
  backupClassStep,
  storeRootStep,
  s3Credentials,
  seedCharts,
  hubCredentials,
  seedObject,
  seedAdditions,
  meteringCredentials,
  seedNodeFront,
  seedForwarding,
  apartExternalDnsStep,
  seedNames,
  seedIssuer,
  [mlaWorkersStep, seedMla, mlaStoreCredentials, userClusterMla, interfaceNames, seedCertificatesStep, upgradeSeedTry, seedExternalDnsStep, upgradeSeedNames],
  velero,
  platformEtcd,
  minioMirror,
  savedFromOutside,
  addressPools,
  ownProfilesStep,
  presets,
  dashboardSwitchesStep,
  sourceRangesStep,
  acceptance,
  // All need a user cluster, and the acceptance creates the first.
  workloadPorts,
  workloadRouters,
  workloadSegment,
  userClustersStep,
  userClusterBackupStep,
  upgradeClean,
  upgradePace,
  keptFiles,
];

/** Steps of one rule for one subject, or the place of those that wait. */
function stepsFor(read: Reader, part: StepRule, subject: string): readonly (Step | WaitingPart)[] {
  const outcome = read.outcome(part, subject);
  if (outcome.kind === "known") return outcome.value;
  return outcome.kind === "waiting" ? [{ rule: part, subject, missing: outcome.missing }] : [];
}

/** Steps of one part of the order. On an upgrade a group goes cluster by cluster: what one step closes, the next opens again. */
function stepsOf(read: Reader, part: StepRule | readonly StepRule[]): readonly (Step | WaitingPart)[] {
  const all = (one: StepRule) => (one.per === PLAN ? [PLAN] : read.subjects(one.per)).flatMap((subject) => stepsFor(read, one, subject));
  if ("derive" in part) return all(part);
  if (read.outcome(installedRelease).kind !== "known") return part.flatMap(all);
  return read.subjects("cluster").flatMap((cluster) => part.flatMap((step) => stepsFor(read, step, cluster)));
}

/** Leaves out a switch to the cluster that is in use already. */
function withoutRepeats(commands: readonly string[]): readonly string[] {
  let used = "";
  return commands.filter((line) => {
    if (!line.startsWith("export KUBECONFIG=")) return true;
    const repeated = line === used;
    used = line;
    return !repeated;
  });
}

const numbered = sameRows((step: Step, order: number): RunbookStep => ({ ...step, commands: searchedFirst(withoutRepeats(step.commands)), order }));

const runbook = rule<readonly RunbookStep[]>({
  id: "runbook.all",
  title: "Runbook",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    const [first, ...others] = withWaiting(read, ORDER.flatMap((part) => stepsOf(read, part)));
    const steps = first?.id === WORKPLACE ? [withPrograms(first, [first, ...others], besideContainer(read), storePrograms(read)), ...others] : [...(first ? [first] : []), ...others];
    return steps.map((step, at) => numbered(step, at + 1));
  },
});

/** What single steps are made by. */
export const stepRules: readonly StepRule[] = ORDER.flat();
export const runbookRules: readonly Rule<readonly RunbookStep[]>[] = [runbook];
