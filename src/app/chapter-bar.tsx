import { useState } from "react";
import { Icon } from "../ui/icons.tsx";
import { Sheet } from "../ui/dialog.tsx";
import styles from "./chapter-bar.module.css";
import { placeOf, type Place } from "./place.ts";
import { PlanRailSlot } from "./rail-slot.tsx";

/** Shown where the address has no page. */
const NOWHERE: Place["bar"] = { title: "Chapters" };

/** On small screens: the name of the chapter, which opens the rail as a sheet. */
export function ChapterBar({ path }: { readonly path: string }) {
  const [open, setOpen] = useState(false);
  const { title, count } = placeOf(path)?.bar ?? NOWHERE;
  return (
    <nav className={styles.bar} aria-label="Chapters">
      <button type="button" className={styles.button} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <span className={styles.title}>{title}</span>
        {count && <span className={styles.count}>{count}</span>}
        <Icon name="down" />
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title="Chapters">
        <PlanRailSlot path={path} />
      </Sheet>
    </nav>
  );
}
