import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import type { Reader } from "../../kernel/rule.ts";
import { ubuntu } from "../../operating-systems/ubuntu.ts";
import type { StepFile } from "../../plan/parts/work.ts";
import type { KubeOneSupport, TerraformVariable } from "../../providers/provider.ts";
import { hclValue } from "../../values/hcl.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { writtenName } from "../basics/platform.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { front, PLANNED } from "./planned-values.ts";
import { PUBLIC_KEY } from "./ssh-key.ts";
import { replicasForEach } from "./worker-pools.ts";

/** The variables of Terraform's example for a cluster: those without a default, those whose default belongs to the example, and the machines. */
export function terraformVariables(read: Reader, { inputs, settings }: KubeOneSupport, cluster: string): StepFile {
  const listsWorkers = read.rule(platformWorkers, cluster) === "static";
  const usual = settings.some(({ forOtherSystems }) => forOtherSystems) ? read.answer(versions.cluster.operatingSystem, cluster) === ubuntu.id : true;
  const vrrp = settings.some(({ forVrrp }) => forVrrp) && front(read, cluster)?.vrrp === true;
  const bastion = settings.some(({ ofOwnBastion }) => ofOwnBastion) && read.answer(access.plan.bastion);
  const told = settings.filter(({ ofWorkers, forOtherSystems, forVrrp, ofOwnBastion }) => (ofOwnBastion !== true || !bastion) && (ofWorkers !== true || !listsWorkers) && (forOtherSystems !== true || !usual) && (forVrrp !== true || vrrp));
  const machines = [
    `control_plane_vm_count = ${read.answer(infrastructure.cluster.controlPlanes, cluster)}`,
    `initial_machinedeployment_replicas = ${listsWorkers ? 0 : replicasForEach(read, cluster)}`,
  ];
  return { name: `${writtenName(read, cluster)}/terraform.tfvars`, language: "hcl", lines: [...[...inputs, ...told].map((variable) => assigned(read, variable, cluster)), `ssh_public_key_file = ${hclValue(PUBLIC_KEY)}`, ...machines] };
}

/** A text up to a sign; all of it where the sign is not in it. */
const upTo = (text: string, sign: string): string => text.split(sign)[0] ?? text;

/** A line of the file; a hole stands where nobody has answered yet, and where only its writer knows. */
function assigned(read: Reader, { name, question, until, plan, list }: TerraformVariable, cluster: string): string {
  const place = read.answer(infrastructure.cluster.place, cluster);
  const value = question !== undefined ? placeAnswer(read, question, place) : plan === undefined ? undefined : PLANNED[plan](read, cluster, place);
  if (value?.kind === "known") return `${name} = ${hclValue(until !== undefined && typeof value.value === "string" ? upTo(value.value, until) : value.value)}`;
  const hole = `<fill-in: ${value?.kind === "described" ? value.words : name}>`;
  return `${name} = ${hclValue(list ? [hole] : hole)}`;
}
