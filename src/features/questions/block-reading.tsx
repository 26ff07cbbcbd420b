import { formatAddress, givenAt, parseBlock, sizeOf } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import type { Asked } from "../../plan-ui/layout.ts";
import { count } from "../../plan-ui/words.ts";
import { poolOf } from "./pool-of.ts";
import styles from "./block-reading.module.css";

/** What a block means: its size, its ends, and for a pool how many of its addresses can be handed out. */
export function BlockReading({ asked }: { readonly asked: Asked }) {
  const { answers, plan } = useSession();
  const given = givenAt(answers, asked.path);
  const block = typeof given === "string" ? parseBlock(given) : undefined;
  if (!block) return null;
  const pool = poolOf(plan, asked);
  const end = (number: bigint) => <code>{formatAddress({ family: block.family, number })}</code>;
  return (
    <p className={styles.reading}>
      <strong>{count(sizeOf(block), "address", "addresses")}</strong>, {end(block.first)} to {end(block.last)}
      {pool && (BigInt(pool.usable) === sizeOf(block) ? ", all usable" : `, ${pool.usable} usable`)}
    </p>
  );
}
