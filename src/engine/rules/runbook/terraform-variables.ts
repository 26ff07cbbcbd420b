import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import type { Reader } from "../../kernel/rule.ts";
import { ubuntu } from "../../operating-systems/ubuntu.ts";
import type { StepFile } from "../../plan/parts/work.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import type { PlanValue, TerraformVariable } from "../../providers/contract/kubeone/terraform-variables.ts";
import { hclValue } from "../../values/hcl.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { writtenName } from "../basics/platform.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { front, PLANNED } from "./planned-values.ts";
import { PUBLIC_KEY } from "./ssh-key.ts";
import { replicasForEach } from "./worker-pools.ts";

/** The variables of Terraform's example that the plan fills for a cluster: those without a default, and those whose default belongs to the example. */
function variablesOf(read: Reader, { inputs, settings }: KubeOneSupport, cluster: string): readonly TerraformVariable[] {
  const listsWorkers = read.rule(platformWorkers, cluster) === "static";
  const usual = settings.some(({ forOtherSystems }) => forOtherSystems) ? read.answer(versions.cluster.operatingSystem, cluster) === ubuntu.id : true;
  const vrrp = settings.some(({ forVrrp }) => forVrrp) && front(read, cluster)?.vrrp === true;
  const bastion = settings.some(({ ofOwnBastion }) => ofOwnBastion) && read.answer(access.plan.bastion);
  const told = settings.filter(({ ofWorkers, forOtherSystems, forVrrp, ofOwnBastion }) => (ofOwnBastion !== true || !bastion) && (ofWorkers !== true || !listsWorkers) && (forOtherSystems !== true || !usual) && (forVrrp !== true || vrrp));
  return [...inputs, ...told];
}

/** All of them in a file, with the number of machines. */
export function terraformVariables(read: Reader, support: KubeOneSupport, cluster: string): StepFile {
  const listsWorkers = read.rule(platformWorkers, cluster) === "static";
  const machines = [
    `control_plane_vm_count = ${read.answer(infrastructure.cluster.controlPlanes, cluster)}`,
    `initial_machinedeployment_replicas = ${listsWorkers ? 0 : replicasForEach(read, cluster)}`,
  ];
  return { name: `${writtenName(read, cluster)}/terraform.tfvars`, language: "hcl", lines: [...variablesOf(read, support, cluster).map((variable) => assigned(read, variable, cluster)), `ssh_public_key_file = ${hclValue(PUBLIC_KEY)}`, ...machines] };
}

/** A text up to a sign; all of it where the sign is not in it. */
const upTo = (text: string, sign: string): string => text.split(sign)[0] ?? text;

/** What the plan knows of a variable; undefined where only somebody of the infrastructure does. */
function valueOf(read: Reader, { question, plan }: TerraformVariable, cluster: string): ReturnType<(typeof PLANNED)[PlanValue]> {
  const place = read.answer(infrastructure.cluster.place, cluster);
  return question !== undefined ? placeAnswer(read, question, place) : plan === undefined ? undefined : PLANNED[plan](read, cluster, place);
}

/** Variables that no answer of the plan will ever fill, each with what it takes. */
export const leftToWriter = (read: Reader, support: KubeOneSupport, cluster: string): readonly { readonly name: string; readonly means: string }[] =>
  variablesOf(read, support, cluster).flatMap((variable) => {
    const value = valueOf(read, variable, cluster);
    if (value?.kind === "known" || value?.kind === "open") return [];
    return [{ name: variable.name, means: [variable.means, value?.kind !== "described" ? undefined : variable.means === undefined ? `of ${value.words}` : value.words].filter((words) => words !== undefined).join(": ") }];
  });

/** A line of the file; a hole stands where nobody has answered yet, and where only its writer knows. */
function assigned(read: Reader, variable: TerraformVariable, cluster: string): string {
  const { name, until, list } = variable;
  const value = valueOf(read, variable, cluster);
  if (value?.kind === "known") return `${name} = ${hclValue(until !== undefined && typeof value.value === "string" ? upTo(value.value, until) : value.value)}`;
  const hole = `<fill-in: ${value?.kind === "described" ? value.words : name}>`;
  return `${name} = ${hclValue(list ? [hole] : hole)}`;
}
