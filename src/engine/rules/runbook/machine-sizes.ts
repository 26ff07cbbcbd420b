import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { controlPlaneMachine, workerDisk } from "../../facts/sizing/machines.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { MachineValue } from "../../providers/contract/kubeone/terraform-variables.ts";
import { figureOf } from "../sizing/figures.ts";

const MIB = 1024;

/** What a value must be like, for whoever finds one: no answer names it. */
export interface Described {
  readonly kind: "described";
  readonly words: string;
}

type Sized = (read: Reader, cluster: string) => Value<number> | Described;

interface Machine {
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
}

const known = (value: number): Value<number> => ({ kind: "known", value });

/** Words in place of a value. */
export const described = (words: string): Described => ({ kind: "described", words });

const controlPlane = (told: (machine: Machine) => number): Sized => (read) => known(told(figureOf(read)(controlPlaneMachine)));

const controlPlaneSized = (words: (machine: Machine) => string): Sized => (read) => described(words(figureOf(read)(controlPlaneMachine)));

/** A value of the workers: a hole until it is answered. */
const worker = (question: "workerCpu" | "workerMemory", told: (value: number) => number): Sized => (read, cluster) => {
  const value = read.maybe(infrastructure.cluster[question], cluster);
  return value.kind === "known" ? known(told(value.value)) : value;
};

/** The type of a worker in words: a hole until both figures are answered. */
const workerSized = (words: (read: Reader, cpu: number, memory: number) => string): Sized => (read, cluster) => {
  const cpu = read.maybe(infrastructure.cluster.workerCpu, cluster);
  const memory = read.maybe(infrastructure.cluster.workerMemory, cluster);
  if (cpu.kind !== "known") return cpu;
  return memory.kind === "known" ? described(words(read, cpu.value, memory.value)) : memory;
};

/** What the plan says of machines, as the variables of Terraform's examples take it. */
export const SIZES: Readonly<Record<MachineValue, Sized>> = {
  controlPlaneCpu: controlPlane(({ cpu }) => cpu),
  controlPlaneMemory: controlPlane(({ memory }) => memory * MIB),
  controlPlaneDisk: controlPlane(({ disk }) => disk),
  controlPlaneDiskMib: controlPlane(({ disk }) => disk * MIB),
  controlPlaneSize: controlPlaneSized(({ cpu, memory }) => `${cpu} vCPU and ${memory} GiB`),
  controlPlaneSizeWithDisk: controlPlaneSized(({ cpu, memory, disk }) => `${cpu} vCPU, ${memory} GiB and a disk of at least ${disk} GB`),
  workerCpu: worker("workerCpu", (value) => value),
  workerMemory: worker("workerMemory", (value) => value * MIB),
  workerDisk: (read) => known(figureOf(read)(workerDisk)),
  workerSize: workerSized((_read, cpu, memory) => `${cpu} vCPU and ${memory} GiB`),
  workerSizeWithDisk: workerSized((read, cpu, memory) => `${cpu} vCPU, ${memory} GiB and a disk of at least ${figureOf(read)(workerDisk)} GB`),
};
