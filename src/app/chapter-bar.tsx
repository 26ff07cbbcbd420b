import { useState } from "react";
import { askPage, rail } from "../plan-ui/layout.ts";
import { PLAN_PARTS } from "../plan-ui/links.ts";
import { Icon } from "../ui/icons.tsx";
import { Sheet } from "../ui/dialog.tsx";
import styles from "./chapter-bar.module.css";
import { PlanRailSlot } from "./rail-slot.tsx";

/** Title of the place in words, and how far along it is. */
function whereIs(path: string): { readonly title: string; readonly count?: string } {
  const [, , , half, first, second] = path.split("/");
  if (half === "ask") {
    const page = askPage(first, second);
    const at = rail.findIndex(({ pages }) => pages.includes(page));
    return { title: rail[at]?.title ?? page.title, count: `${at + 1} of ${rail.length}` };
  }
  if (half === "plan") return { title: PLAN_PARTS.find(([id]) => id === first)?.[1] ?? "Plan" };
  return { title: "Review" };
}

/** On small screens: the name of the chapter, which opens the rail as a sheet. */
export function ChapterBar({ path }: { readonly path: string }) {
  const [open, setOpen] = useState(false);
  const { title, count } = whereIs(path);
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
