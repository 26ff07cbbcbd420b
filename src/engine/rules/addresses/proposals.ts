import { isAskedThrough } from "../../answers/answers.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { findQuestion } from "../../answers/chapters/registry.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressRange, Fix } from "../../plan/plan.ts";
import { contains, formatBlock, nearestFreeBlock, overlapOf, parseBlock, type Range } from "../../values/range.ts";
import { continued, listed } from "../../values/sentence.ts";
import { clusterName } from "../basics/platform.ts";
import { freeBlockFor, freeBlockForWorkloads, freeBlockNear, prefixNeeded, privateSpaces, takenBut } from "./free-block.ts";
import { INFRASTRUCTURE_RANGE, isInside } from "./overlap-verdicts.ts";
import { onNodeAddresses } from "./pods-of-nodes.ts";
import { overlaps } from "./overlaps.ts";
import { poolSpace } from "./pool-space.ts";
import { meetsReserved } from "./reserved.ts";

/** What is easier to change comes first; what is built or belongs to others is never proposed. */
const EASE: readonly AddressRange["kind"][] = ["services", "pods", "workloads", "pool", "worker-network"];

const ease = ({ kind, id, translated }: AddressRange): number => {
  if (translated || id.startsWith(INFRASTRUCTURE_RANGE)) return Number.POSITIVE_INFINITY;
  const at = EASE.indexOf(kind);
  // Ranges of user clusters come before those of the platform.
  return at < 0 ? Number.POSITIVE_INFINITY : at + (id.startsWith("range.platform") ? 0.5 : 0);
};

/** The one of two ranges that is easier to change; undefined where neither can be chosen freely. */
function easier(a: AddressRange, b: AddressRange): AddressRange | undefined {
  const change = ease(a) <= ease(b) ? a : b;
  return Number.isFinite(ease(change)) ? change : undefined;
}

/** Free blocks by the ids of the ranges they replace, apart from one another as well; none where no block of the size is free. Large blocks come first, since small ones find room between them. */
const freeBlocks = rule<ReadonlyMap<string, string>>({
  id: "addresses.free-blocks",
  title: "Free blocks for ranges that overlap",
  per: "plan",
  sources: ["rfc.1918"],
  derive: (read) => {
    const { pairs, stated } = read.rule(overlaps);
    const met = meetsReserved(read, stated).map((one) => one.stated.row).filter((row) => Number.isFinite(ease(row)));
    const changes = new Map([...pairs.flatMap(({ a, b }) => easier(a.row, b.row) ?? []), ...met].map((row) => [row.id, row]));
    const found = new Map<string, string>();
    const proposed: Range[] = [];
    const prefixOf = ({ text }: AddressRange) => parseBlock(text)?.prefix ?? 0;
    for (const change of [...changes.values()].toSorted((one, other) => prefixOf(one) - prefixOf(other))) {
      const value = freeBlock(read, change, proposed);
      if (value === undefined) continue;
      found.set(change.id, value);
      proposed.push(...[parseBlock(value)].filter((block) => block !== undefined));
    }
    return found;
  },
});

/** A free replacement for one of two ranges: as a fix, or in words why there is none. */
export function proposalFor(read: Reader, a: AddressRange, b: AddressRange): { readonly fix?: Fix; readonly remedy: string } {
  const change = easier(a, b);
  const value = change && read.rule(freeBlocks).get(change.id);
  if (change && value !== undefined) return movedTo(read, change, value);
  const block = change && isInside(change) ? parseBlock(change.text) : undefined;
  return { remedy: change && block ? `Change one of both ranges. No /${block.prefix} of private addresses is free for ${spokenRange(change)}: take a smaller block, or free one of this size first.` : "Change one of both ranges." };
}

/** What is stated inside a range and cannot stay where it is, so that one answer alone would leave it outside. */
function movesAlong(read: Reader, { kind, id, text }: AddressRange): readonly string[] {
  const subject = kind === "worker-network" ? /\[(.*)\]$/.exec(id)?.[1] : undefined;
  if (subject === undefined) return [];
  const stated = [network.datacenter.workerGateways, network.datacenter.workerDhcp].filter((question) => isAskedThrough(read, question, subject) && read.optional<unknown>(question, subject) !== undefined);
  const outer = parseBlock(text);
  const workloads = isAskedThrough(read, loadBalancer.datacenter.workloadBlock, subject) ? parseBlock(read.optional(loadBalancer.datacenter.workloadBlock, subject) ?? "") : undefined;
  const inner = outer && workloads && contains(outer, workloads) ? [loadBalancer.datacenter.workloadBlock] : [];
  return [...stated, ...inner].map(({ short }) => (/^[A-Z]{2}/.test(short) ? short : continued(short)));
}

/** A move to a free block: a fix, unless what is stated inside the range has to move along. */
function movedTo(read: Reader, row: AddressRange, value: string): { readonly fix?: Fix; readonly remedy: string } {
  const title = `Use ${value} for ${spokenRange(row)}`;
  const along = movesAlong(read, row);
  if (along.length > 0) return { remedy: `${title}, where nothing that is stated stands, and move its ${listed(along)} there.` };
  return { fix: { title, set: [{ path: row.path, value }] }, remedy: `${title}; nothing that is stated uses it.${keptElsewhere(read, row)}` };
}

/** A free replacement for a range that meets addresses which machines use for themselves, with the words for it; undefined where it belongs to others, or none of its size is free. */
export function proposalBeside(read: Reader, row: AddressRange, reserved: Range): { readonly fix?: Fix; readonly value: string; readonly remedy: string } | undefined {
  const value = Number.isFinite(ease(row)) ? read.rule(freeBlocks).get(row.id) : undefined;
  const block = value === undefined ? undefined : parseBlock(value);
  // A block inside a network that lies there itself heals nothing.
  if (value === undefined || !block || overlapOf(block, reserved)) return undefined;
  return { value, ...movedTo(read, row, value) };
}

/** Whose pods a range of master and Seeds does not concern: where a managed Kubernetes gives them addresses of their nodes. */
function keptElsewhere(read: Reader, { path }: AddressRange): string {
  if (path !== read.path(network.plan.platformPods)) return "";
  const alike = onNodeAddresses(read);
  return alike.length === 0 ? "" : ` Pods of ${listed(alike.map((cluster) => clusterName(read, cluster)))} keep addresses of their nodes, whatever is stated here.`;
}

/** A range inside a sentence; names that people gave, and abbreviations, keep their letters. */
export const spokenRange = ({ kind, title }: AddressRange): string => {
  if (kind === "other" || kind === "dhcp" || kind === "peer") return title;
  return `the ${/^[A-Z]{2}/.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`}`;
};

function freeBlock(read: Reader, { id, kind, path, text }: AddressRange, proposed: readonly Range[]): string | undefined {
  const block = parseBlock(text);
  if (!block) return undefined;
  const subject = /\[(.*)\]$/.exec(id)?.[1];
  if (kind === "pool" && block.family === 6) return freeBlockNear(read, id, block, block.prefix, { proposed });
  if (kind === "pool" && subject !== undefined) return read.outcome(poolSpace, subject).kind === "known" ? freeBlockFor(read, subject, prefixNeeded(read, subject, block), proposed) : undefined;
  if (kind === "workloads" && subject !== undefined) return freeBlockForWorkloads(read, subject, block, block.prefix, proposed);
  const taken = [...takenBut(read, id), ...proposed];
  const standard = findQuestion(path)?.productDefault?.value;
  const usual = typeof standard === "string" ? parseBlock(standard) : undefined;
  if (usual && usual.prefix <= block.prefix && !overlapOf(usual, block) && !taken.some((range) => overlapOf(usual, range))) return formatBlock(usual);
  const found = nearestFreeBlock(block, privateSpaces(read), taken);
  return found && formatBlock(found);
}
