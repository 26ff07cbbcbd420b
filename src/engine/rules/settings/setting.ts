import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";

/** Objects that carry settings, as the table calls them. */
export const CONFIGURATION = "KubermaticConfiguration";
export const seedObject = (name: string): string => `Seed ${name}`;
export const helmValues = (chart: string): string => `Helm values of ${chart}`;

/** Files of Helm values, as the runbook hands them to the installer. */
export const MASTER_VALUES = "values.yaml";
export const seedValues = (name: string): string => `${name}/values-seed.yaml`;
export const mlaValues = (name: string): string => `${name}/values-seed-mla.yaml`;
export const userClusterMlaValues = (name: string): string => `${name}/values-usercluster-mla.yaml`;

/** A value of a row, or how it is found: what that reads, it reads for this row alone. */
export type Found<T> = T | (() => T);

/** What differs from row to row. */
interface Row {
  /** Rule words that tell it from other settings, with the subject in brackets where there is one. */
  readonly id: string;
  readonly topic: Setting["topic"];
  readonly object: string;
  readonly field: string;
  readonly value: Found<Value<string> | string>;
  readonly why: Found<string>;
}

/** One setting. */
export function setting(read: Reader, { id: word, value, why, ...row }: Row): Setting {
  const id = `setting.${word}`;
  const found = typeof value === "function" ? read.forRow(id, value) : value;
  return { id, ...row, value: typeof found === "string" ? known(found) : found, from: read.cell, why: typeof why === "function" ? read.forRow(id, why) : why };
}
