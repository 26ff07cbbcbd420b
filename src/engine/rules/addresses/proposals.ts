import { isAskedThrough } from "../../answers/answers.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AddressRange, Fix } from "../../plan/plan.ts";
import { contains, overlapOf, parseBlock, type Range } from "../../values/range.ts";
import { continued, listed } from "../../values/sentence.ts";
import { clusterName } from "../basics/platform.ts";
import { canMove, easier } from "./ease.ts";
import { freeBlockOf } from "./free-blocks.ts";
import { isInside } from "./overlap-verdicts.ts";
import { onNodeAddresses } from "./pods-of-nodes.ts";

/** A free replacement for one of two ranges: as a fix, or in words why there is none. */
export function proposalFor(read: Reader, a: AddressRange, b: AddressRange): { readonly fix?: Fix; readonly remedy: string } {
  const change = easier(a, b);
  const value = change && freeBlockOf(read, change.id);
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
  const value = canMove(row) ? freeBlockOf(read, row.id) : undefined;
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
