import { findQuestion } from "../../answers/chapters/registry.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AddressRange, Fix } from "../../plan/plan.ts";
import { formatBlock, nearestFreeBlock, overlapOf, parseBlock, prefixFor, type Block } from "../../values/range.ts";
import { freeBlockFor, freeBlockForWorkloads, freeBlockNear, privateSpaces, takenBut } from "./free-block.ts";
import { INFRASTRUCTURE_RANGE } from "./overlap-verdicts.ts";
import { poolOf } from "./pool.ts";
import { poolSpace } from "./pool-space.ts";

/** What is easier to change comes first; what is built or belongs to others is never proposed. */
const EASE: readonly AddressRange["kind"][] = ["services", "pods", "workloads", "pool", "worker-network"];

const ease = ({ kind, id }: AddressRange): number => {
  if (id.startsWith(INFRASTRUCTURE_RANGE)) return Number.POSITIVE_INFINITY;
  const at = EASE.indexOf(kind);
  // Ranges of user clusters come before those of the platform.
  return at < 0 ? Number.POSITIVE_INFINITY : at + (id.startsWith("range.platform") ? 0.5 : 0);
};

/** The nearest free replacement for one of two ranges, as a fix; undefined where neither can be chosen freely. */
export function proposalFor(read: Reader, a: AddressRange, b: AddressRange): Fix | undefined {
  const change = ease(a) <= ease(b) ? a : b;
  if (!Number.isFinite(ease(change))) return undefined;
  const value = freeBlock(read, change);
  return value === undefined ? undefined : { title: `Use ${value} for ${spokenRange(change)}`, set: [{ path: change.path, value }] };
}

/** A range inside a sentence; names that people gave, and abbreviations, keep their letters. */
export const spokenRange = ({ kind, title }: AddressRange): string => {
  if (kind === "other" || kind === "dhcp" || kind === "peer") return title;
  return `the ${/^[A-Z]{2}/.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`}`;
};

function freeBlock(read: Reader, { id, kind, path, text }: AddressRange): string | undefined {
  const block = parseBlock(text);
  if (!block) return undefined;
  const subject = /\[(.*)\]$/.exec(id)?.[1];
  if (kind === "pool" && block.family === 6) return freeBlockNear(read, id, block, block.prefix);
  if (kind === "pool" && subject !== undefined) return read.outcome(poolSpace, subject).kind === "known" ? freeBlockFor(read, subject, Math.min(block.prefix, neededPrefix(read, subject, block))) : undefined;
  if (kind === "workloads" && subject !== undefined) return freeBlockForWorkloads(read, subject, block, block.prefix);
  const taken = takenBut(read, id);
  const standard = findQuestion(path)?.productDefault?.value;
  const usual = typeof standard === "string" ? parseBlock(standard) : undefined;
  if (usual && usual.prefix <= block.prefix && !overlapOf(usual, block) && !taken.some((range) => overlapOf(usual, range))) return formatBlock(usual);
  const found = nearestFreeBlock(block, privateSpaces(read), taken);
  return found && formatBlock(found);
}

/** The prefix length at which a block holds what its cluster needs; that of the stated block while nobody can tell. */
function neededPrefix(read: Reader, cluster: string, { family, prefix }: Block): number {
  const pool = read.outcome(poolOf, cluster);
  return pool.kind === "known" && pool.value.needed > 0 ? prefixFor(BigInt(pool.value.needed), family) : prefix;
}
