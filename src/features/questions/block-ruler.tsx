import { useSession } from "../../lib/session/index.ts";
import { apartFrom } from "../../plan-ui/block-map.ts";
import { BlockView } from "../../plan-ui/block-view.tsx";
import type { Asked } from "../../plan-ui/layout.ts";
import { count } from "../../plan-ui/words.ts";
import { Sign } from "../../ui/signs.tsx";
import { poolOf } from "./pool-of.ts";
import styles from "./block-reading.module.css";

/** The block of a question as its addresses, and whether it keeps apart from all others. */
export function BlockRuler({ asked }: { readonly asked: Asked }) {
  const { plan } = useSession();
  const range = plan.addresses.ranges.find(({ path }) => path === asked.path);
  if (!range) return null;
  const pool = poolOf(plan, asked);
  const others = apartFrom(plan, range);
  return (
    <div className={styles.ruler}>
      {pool && <BlockView pool={pool} />}
      {others !== undefined && others > 0 && (
        <p className={styles.apart}>
          <Sign name="ok" /> No overlap with the {count(others, "other range")} of this plan
        </p>
      )}
    </div>
  );
}
