import type { AddressPool } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { classes } from "../ui/classes.ts";
import { blockMapOf, type Use } from "./block-map.ts";
import styles from "./block-view.module.css";

const LOOK: Readonly<Record<Use, string | undefined>> = { used: styles.used, last: styles.last, excluded: styles.excluded, free: styles.free };

/** A block of virtual addresses: one cell for each address up to a /27, a bar above; what they are for in words below. */
export function BlockView({ pool, labelled = false }: { readonly pool: AddressPool; readonly labelled?: boolean }) {
  const { plan } = useSession();
  const map = blockMapOf(plan, pool);
  if (!map) return null;
  return (
    <figure className={styles.block}>
      {map.cells ? (
        <div className={classes(styles.cells, labelled && styles.labelled)} aria-hidden="true">
          {map.cells.map(({ address, short, use, title }) => (
            <span key={address} className={classes(styles.cell, LOOK[use])} title={`${address}: ${title}`}>
              <code>{short}</code>
              {labelled && <span>{title}</span>}
            </span>
          ))}
        </div>
      ) : (
        <svg className={styles.bar} width="100%" height="20" aria-hidden="true">
          {map.bar.map(({ use, from, length }) => (
            <rect key={use} className={LOOK[use]} x={`${from}%`} y="1" width={`${length}%`} height="18" />
          ))}
        </svg>
      )}
      <figcaption>
        <ul className={styles.legend} aria-label={`Use of ${pool.block}`}>
          {map.legend.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
