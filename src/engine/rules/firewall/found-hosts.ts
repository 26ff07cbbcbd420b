import type { AllowedHost } from "../../facts/external-hosts.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Reader } from "../../kernel/rule.ts";

/** A host of a list, with what it rests on: whoever makes its row reads that again for this row alone. */
export interface FoundHost extends AllowedHost {
  readonly reads?: readonly ((read: Reader) => unknown)[];
  /** What is loaded from it: images, or packages and binaries of machines; absent for tools, charts and everything else. */
  readonly holds?: "images" | "software";
}

/** Hosts of a list, all of which hold the same. */
export const holding = (holds: NonNullable<FoundHost["holds"]>, hosts: readonly FoundHost[]): readonly FoundHost[] => hosts.map((row) => ({ ...row, holds }));

/** Hosts that only some plans need, with the ground of that. */
export const only = (hosts: readonly FoundHost[], why: (read: Reader) => unknown): readonly FoundHost[] => hosts.map((row) => ({ ...row, reads: [...(row.reads ?? []), why] }));

/** Hosts that something brings which asks for no other: what it reads is ground of their rows alone. */
export const brought = (read: Reader, by: (read: Reader) => readonly FoundHost[]): readonly FoundHost[] => only(read.aside(() => by(read)), by);

const found = new WeakMap<readonly AllowedHost[], readonly FoundHost[]>();

/** Hosts of a fact; the same list each time, since every datacenter asks for it. */
export function hostsFrom(read: Reader, fact: Fact<readonly AllowedHost[]>): readonly FoundHost[] {
  const hosts = read.aside(() => read.fact(fact));
  let list = found.get(hosts);
  if (!list) {
    const reads = [(reader: Reader): unknown => reader.fact(fact)];
    found.set(hosts, (list = hosts.map((row) => ({ ...row, reads }))));
  }
  return list;
}
