import type { AllowedHost } from "../../facts/external-hosts.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Reader } from "../../kernel/rule.ts";

/** A host of a list, with what it rests on: whoever makes its row reads that again for this row alone. */
export interface FoundHost extends AllowedHost {
  readonly reads?: readonly ((read: Reader) => unknown)[];
}

/** Hosts of a fact. */
export function hostsFrom(read: Reader, fact: Fact<readonly AllowedHost[]>): readonly FoundHost[] {
  const reads = [(reader: Reader): unknown => reader.fact(fact)];
  return read.aside(() => read.fact(fact)).map((row) => ({ ...row, reads }));
}
