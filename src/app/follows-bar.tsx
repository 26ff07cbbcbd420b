import { useState, type ReactNode } from "react";
import { useMedia } from "../lib/media.ts";
import { useSession } from "../lib/session/index.ts";
import { FigureText } from "../plan-ui/figure-text.tsx";
import { totalsOf } from "../plan-ui/totals.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import styles from "./follows-bar.module.css";
import { DRAWER } from "./plan-layout.ts";

/**
 * Where there is no room beside the questions: three figures that open what follows, as a drawer at the right or as a
 * sheet from the lower edge.
 */
export function FollowsBar({ children }: { readonly children: ReactNode }) {
  const { plan } = useSession();
  const [open, setOpen] = useState(false);
  const drawer = useMedia(DRAWER);
  const { addresses, records, blockers } = totalsOf(plan);
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.button} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <span>
          <b><FigureText value={addresses} /></b> {addresses === 1 ? "address" : "addresses"}
        </span>
        <span>
          <b><FigureText value={records} /></b> DNS
        </span>
        <span className={blockers > 0 ? styles.blocked : undefined}>
          <b>{blockers}</b> {blockers === 1 ? "blocker" : "blockers"}
        </span>
        <span className={styles.open}>
          What follows <Icon name="up" />
        </span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="What follows" shape={drawer ? "drawer" : "sheet"}>
        {children}
      </Dialog>
    </div>
  );
}
