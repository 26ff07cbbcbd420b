import type { Reader } from "../../../kernel/rule.ts";
import { capital } from "../../../values/sentence.ts";
import type { throughProxy } from "../../internet/proxied-hosts.ts";
import { inWords, type Callers } from "../../internet/without-proxy.ts";
import { flow, type FlowDraft } from "./draft.ts";

type Row = Parameters<typeof flow>[1];

/** Rows to a host that the customer names: to the proxy where only that leads there, and past it for whatever takes none. `proxied` says what the row to the proxy is for, where that is only a part. */
export function waysTo(read: Reader, row: Row, distant: ReturnType<typeof throughProxy>, callers: Callers, proxied?: Pick<Row, "reason" | "why">): readonly FlowDraft[] {
  if (distant === undefined) return [flow(read, row)];
  const past = (words: string): Row => ({ ...row, word: words, why: () => `${capital(inWords(read, callers.without))}: no proxy can be given to them, so they leave past it, and the firewall must lead straight there.` });
  return [
    ...(callers.proxied ? [flow(read, { ...row, ...distant, ...(callers.without.length > 0 ? proxied : undefined) })] : []),
    ...(callers.without.length > 0 ? [flow(read, past(`${row.word ?? row.refs[0] ?? ""}-past`))] : []),
  ];
}
