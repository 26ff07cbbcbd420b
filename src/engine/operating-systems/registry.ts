import { amazonLinux } from "./amazon-linux.ts";
import { flatcar } from "./flatcar.ts";
import type { OperatingSystem } from "./operating-system.ts";
import { rhel } from "./rhel.ts";
import { rocky } from "./rocky.ts";
import { ubuntu } from "./ubuntu.ts";

const records = [ubuntu, flatcar, rhel, amazonLinux, rocky] as const satisfies readonly OperatingSystem[];

/** Ids of all operating systems. */
export type OperatingSystemId = (typeof records)[number]["id"];

/** All operating systems that KKP offers for workers, in the order the form offers them. Adding one is a file and a word above. */
export const operatingSystems: readonly (OperatingSystem & { readonly id: OperatingSystemId })[] = records;

/** The record of an operating system. */
export function operatingSystemOf(id: OperatingSystemId): OperatingSystem & { readonly id: OperatingSystemId } {
  const found = operatingSystems.find((system) => system.id === id);
  if (!found) throw new Error(`Operating system ${id} is not in the registry`);
  return found;
}
