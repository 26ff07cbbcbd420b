import type { NewThing } from "../../answers/chapters/new-secrets.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import type { Found } from "./setting.ts";

/** Value of a field that what runs already has, and that it keeps. */
export const AS_IT_RUNS = "as it runs";

interface Planned {
  readonly value: Found<Value<string> | string>;
  readonly why: Found<string>;
}

/** What holds a volume: a claim of its own grows where its class allows it, those of a StatefulSet stay as they were made. */
type Holder = "claim" | "set";

const found = <T>(value: Found<T>): T => (typeof value === "function" ? (value as () => T)() : value);

const words = (value: Value<string> | string): string => (typeof value === "string" ? value : value.kind === "known" ? value.value : "another size");

function keptSize(read: Reader, holder: Holder, value: Planned["value"]): string {
  const planned = words(found(value));
  read.cite(holder === "set" ? "kubernetes.code.stateful-sets" : "kubernetes.code.claims");
  return holder === "set"
    ? `A StatefulSet keeps the claims that it was made with, and helm fails where the file names another size. The plan would give a new one ${planned}.`
    : `A claim that runs never becomes smaller, and helm fails where the file names less. The plan would give a new one ${planned}, and a larger claim is taken where its class lets volumes grow.`;
}

/** Size of a volume: as planned for a new one; one that runs keeps its own. `of` says which stack has it. */
export const volumeSize = (read: Reader, of: NewThing, holder: Holder, { value, why }: Planned): Planned => ({
  value: () => (isRunning(read, of) ? AS_IT_RUNS : found(value)),
  why: () => (isRunning(read, of) ? keptSize(read, holder, value) : found(why)),
});

/** Class of a volume: as planned for a new one; one that runs keeps its own, whatever holds it. */
export const volumeClass = (read: Reader, of: NewThing, { value, why }: Planned): Planned => ({
  value: () => (isRunning(read, of) ? AS_IT_RUNS : found(value)),
  why: () => {
    if (!isRunning(read, of)) return found(why);
    read.cite("kubernetes.code.stateful-sets", "kubernetes.code.claims");
    return "A volume that runs stays on its class, and helm fails where the file names another.";
  },
});
