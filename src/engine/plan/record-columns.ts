import type { DnsRecord } from "./plan.ts";

/** Whether a table tells who must find its records: not where everybody finds them all in one view. */
export const seenApart = (records: readonly DnsRecord[]): boolean =>
  records.some(({ seenBy, views }) => seenBy.kind !== "known" || seenBy.value !== "everybody" || views.kind !== "known" || views.value !== "one");

/** Whether external-dns writes some of them, so that a table tells who enters each. */
export const writtenApart = (records: readonly DnsRecord[]): boolean => records.some(({ by }) => by !== undefined);

/** Who enters a record, as tables call it: external-dns fills one view, and people the other. */
export const enteredBy = ({ by, views }: DnsRecord): string =>
  by === undefined ? "people" : views.kind === "known" && views.value === "both" ? `${by}, and people in the outer view` : by;
