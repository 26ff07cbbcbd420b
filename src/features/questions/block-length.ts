import { formatBlock, networkOf } from "../../engine/index.ts";

/** The block of the same start with a length one longer or shorter; undefined for text that is no block. */
export function otherLength(text: string, step: 1 | -1): string | undefined {
  const [, address, prefix] = /^\s*(\S+)\/(\d+)\s*$/.exec(text) ?? [];
  const next = networkOf(`${address}/${Number(prefix) + step}`);
  return next && formatBlock(next);
}
