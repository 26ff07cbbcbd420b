import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { PLAN, type AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { capital, listed } from "../../values/sentence.ts";
import { clusterName, datacenterName, placeName } from "../basics/platform.ts";
import { platformWorkers, usesTerraform } from "../basics/provisioning.ts";
import { listedWorkersTitle, networkTrialTitle } from "../checklist/made-network.ts";
import { workloadPortsTitle } from "../workloads/ports.ts";
import { USER_CLUSTERS_TITLE } from "../workloads/shown-later.ts";
import { takeOver } from "./clusters.ts";
import { kubeone } from "./kubeone.ts";
import { kubernetesTitle, machinesTitle, newKubernetesTitle, sshKeyTitle } from "./machine-titles.ts";
import { workplace } from "./prepare.ts";
import { atCluster, type Step, type StepRule } from "./step.ts";
import { upgradeKubernetes } from "./upgrade-kubernetes.ts";
import { userClustersStep } from "./user-clusters.ts";
import { workloadPorts } from "./workload-ports.ts";

/** A part of the order that cannot be told yet: where it stands, and for which answers it waits. */
export interface WaitingPart {
  readonly rule: StepRule;
  readonly subject: string;
  readonly missing: readonly AnswerPath[];
}

/** Most steps that one title names. */
const MOST = 4;

const SUBJECT_NAMES = { cluster: clusterName, datacenter: datacenterName, place: placeName } as const;

/** Whether Terraform makes the network in which the machines of a cluster stand, as far as it is known. Never waits. */
function standsInMadeNetwork(read: Reader, cluster: string): boolean {
  const place = read.optional(infrastructure.cluster.place, cluster);
  return read.subjects("cluster").some((id) => {
    const provider = read.optional(infrastructure.cluster.provider, id);
    const record: Provider | undefined = provider && providerOf(provider);
    return record?.kubeone?.nodeNetwork?.by === "terraform" && read.optional(infrastructure.cluster.provisioning, id) === "kubeone" && place !== undefined && read.optional(infrastructure.cluster.place, id) === place;
  });
}

/** Steps of a cluster that KubeOne builds, as they are called once they are told. */
function machineNames(read: Reader, cluster: string): readonly string[] {
  if (read.optional(infrastructure.cluster.provisioning, cluster) !== "kubeone") return [];
  const made = usesTerraform(read, cluster);
  const workers = read.outcome(platformWorkers, cluster);
  return [
    sshKeyTitle(read, cluster),
    ...(made ? [machinesTitle(read, cluster)] : []),
    ...(made && workers.kind === "known" && workers.value === "static" ? [listedWorkersTitle(read, cluster)] : []),
    ...(made && standsInMadeNetwork(read, cluster) ? [networkTrialTitle(read, cluster)] : []),
    kubernetesTitle(read, cluster),
  ];
}

/** How steps are called before they are told, where other parts of the plan name them or the title of the rule would not tell. */
const NAMES: ReadonlyMap<StepRule, (read: Reader, subject: string) => readonly string[]> = new Map([
  [kubeone, machineNames],
  [workloadPorts, (read: Reader, datacenter: string) => [workloadPortsTitle(read, datacenter)]],
  [upgradeKubernetes, (read: Reader, cluster: string) => [newKubernetesTitle(read, cluster)]],
  [userClustersStep, () => [USER_CLUSTERS_TITLE]],
]);

/** "Load balancer, seed": the title of a rule without the word that says it is a step. */
function namesOf(read: Reader, { rule, subject }: WaitingPart): readonly string[] {
  const names = NAMES.get(rule)?.(read, subject) ?? [];
  if (names.length > 0) return names;
  const title = capital(rule.title.replace(/^Steps?: /, ""));
  return [rule.per === PLAN ? title : `${title}, ${SUBJECT_NAMES[rule.per](read, subject)}`];
}

const sameAnswers = (a: WaitingPart, b: WaitingPart | undefined): boolean => a.missing.join() === b?.missing.join();

/** Parts that wait for the same answers and stand one after the other are told together. */
function together(parts: readonly (Step | WaitingPart)[]): readonly (Step | readonly WaitingPart[])[] {
  const placed: (Step | WaitingPart[])[] = [];
  for (const part of parts) {
    const last = placed.at(-1);
    if (!("rule" in part)) placed.push(part);
    else if (Array.isArray(last) && sameAnswers(part, last[0])) last.push(part);
    else placed.push([part]);
  }
  return placed;
}

/** The place of parts that cannot be told yet, with what will stand there. */
function placeOf(read: Reader, parts: readonly WaitingPart[]): Step {
  const [first] = parts;
  const names = parts.flatMap((part) => namesOf(read, part));
  const more = names.length - MOST;
  const cell = first === undefined ? read.cell : first.subject === PLAN ? first.rule.id : `${first.rule.id}[${first.subject}]`;
  return {
    id: `waiting.${cell}`,
    title: `${names.slice(0, MOST).join("; ")}${more > 0 ? `; and ${more} more` : ""}`,
    text: `${more > 0 ? `Here stand ${listed(names.map((name) => `“${name}”`))}. ` : ""}Whether and how ${names.length === 1 ? "this" : "each"} is done cannot be told yet.`,
    commands: [],
    waiting: (first?.missing ?? []).map((question) => ({ kind: "open", question })),
    from: cell,
    why: `The order stays: ${names.length === 1 ? "it comes" : "they come"} after what stands above, and what stands below may need ${names.length === 1 ? "it" : "them"}.`,
  };
}

/** Whether a part makes its cluster, and with it the kubeconfig that later steps take. */
function makesCluster(read: Reader, { rule, subject }: WaitingPart): boolean {
  if (rule !== kubeone && rule !== takeOver) return false;
  const provisioning = read.optional(infrastructure.cluster.provisioning, subject);
  return (provisioning === undefined || provisioning === "kubeone") === (rule === kubeone);
}

/**
 * Steps in order, with the place of each part that waits. A step on a cluster that no step makes yet says so. Nothing where
 * not one step can be told.
 */
export function withWaiting(read: Reader, parts: readonly (Step | WaitingPart)[]): readonly Step[] {
  if (parts.every((part) => "rule" in part)) return [];
  // All commands are run in the working copy, with the tools of the first step.
  const copy = parts.flatMap((part) => ("rule" in part && part.rule === workplace ? namesOf(read, part) : []));
  const unmade = new Map(parts.flatMap((part) => ("rule" in part && makesCluster(read, part) ? [[atCluster(read, part.subject), namesOf(read, part).at(-1) ?? ""] as const] : [])));
  return together(parts).map((part) => {
    if (Array.isArray(part)) return placeOf(read, part as readonly WaitingPart[]);
    const step = part as Step;
    const before = [...new Set([...(step.commands.length > 0 ? copy : []), ...step.commands.flatMap((line) => unmade.get(line) ?? [])])];
    return before.length === 0 ? step : { ...step, text: `Not before ${listed(before.map((name) => `“${name}”`))}, which ${before.length === 1 ? "waits" : "wait"} for an answer. ${step.text}` };
  });
}
