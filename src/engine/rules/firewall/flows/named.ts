import type { Reader } from "../../../kernel/rule.ts";
import type { throughProxy } from "../../internet/proxied-hosts.ts";
import { inWords, type Callers } from "../../internet/without-proxy.ts";
import { flow, type FlowDraft } from "./draft.ts";

type Row = Parameters<typeof flow>[1];

/** Rows to a host that the customer names: to the proxy where only that leads there, and past it for whatever takes none. `proxied` says what the row to the proxy is for, where that is only a part. */
export function waysTo(read: Reader, row: Row, distant: ReturnType<typeof throughProxy>, callers: Callers, proxied?: Pick<Row, "reason" | "why">): readonly FlowDraft[] {
  if (distant === undefined) return [flow(read, row)];
  const { proxied: some, without } = callers;
  const word = row.word ?? row.refs[0] ?? "";
  const past = (): FlowDraft => flow(read, { ...row, ...(some ? { word: `${word}-past` } : {}), why: () => `Nothing leads ${inWords(read, without)} through a proxy, so the firewall leads straight to the host${some ? "; whatever else asks it gets there through the proxy" : ""}.` });
  return [
    ...(some ? [flow(read, { ...row, ...distant, ...(without.length > 0 ? proxied : undefined) })] : []),
    ...(without.length > 0 ? [past()] : []),
  ];
}
