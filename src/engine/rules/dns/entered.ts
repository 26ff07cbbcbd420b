import type { DnsRecord } from "../../plan/plan.ts";

/** Whether external-dns writes a record, into the inner view where there are two. */
export const isWritten = ({ by }: DnsRecord): boolean => by !== undefined;

const standsIn = ({ views }: DnsRecord, wanted: string): boolean => views.kind === "known" && views.value === wanted;

/** Whether both views of the zone carry it at the same address. */
export const isInBoth = (record: DnsRecord): boolean => standsIn(record, "both");

/** Whether it is for the internet alone, as long as nobody says that the zone has one view. */
export const isOuter = (record: DnsRecord): boolean => record.view === "public" && !standsIn(record, "one");

/** Names of records, each once. */
export const namesOf = (records: readonly DnsRecord[]): readonly string[] => [...new Set(records.map(({ name }) => name))];
