import type { DnsRecord } from "./plan.ts";

/** Whether records differ in who must find them, so that a table tells it. */
export const seenApart = (records: readonly DnsRecord[]): boolean => records.some(({ view, views }) => view === "public" || (views !== undefined && (views.kind !== "known" || views.value !== "one")));

/** Whether external-dns writes some of them, so that a table tells who enters each. */
export const writtenApart = (records: readonly DnsRecord[]): boolean => records.some(({ by }) => by !== undefined);

/** Who enters a record, as tables call it: external-dns fills one view, and people the other. */
export const enteredBy = ({ by, views }: DnsRecord): string =>
  by === undefined ? "people" : views?.kind === "known" && views.value === "both" ? `${by}, and people in the outer view` : by;
