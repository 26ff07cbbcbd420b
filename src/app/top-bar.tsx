import { useState } from "react";
import { ExportDialog } from "../features/export/index.ts";
import { useMedia } from "../lib/media.ts";
import { START } from "../lib/routes.ts";
import { useSaved, useSession, type SavedState } from "../lib/session/index.ts";
import { chooseTheme, useTheme } from "../lib/theme.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { Mark } from "../ui/mark.tsx";
import { Sign } from "../ui/signs.tsx";
import { ThemeButton } from "../ui/theme-button.tsx";
import { ExportButton } from "./export-button.tsx";
import { PlanMenu } from "./plan-menu.tsx";
import styles from "./top-bar.module.css";

const SAVED: Readonly<Record<SavedState, string>> = {
  saved: "Saved on this device",
  saving: "Saving",
  refused: "Not kept by this browser",
};

interface TopBarProps {
  readonly path: string;
  /** Puts the focus on the page itself. */
  readonly onSkip: () => void;
  readonly onShowKeys: () => void;
}

/** Always there: where you are, whether it is saved, and what can be done with the whole plan. */
export function TopBar({ path, onSkip, onShowKeys }: TopBarProps) {
  const saved = useSaved();
  const { canUndo, canRedo, undo, redo, previous } = useSession();
  const [exporting, setExporting] = useState(false);
  const narrow = useMedia("(max-width: 47.99rem)");
  const theme = useTheme();
  return (
    <header className={styles.bar}>
      <a className={styles.skip} href={`#${path}`} onClick={onSkip}>
        Skip to the page
      </a>
      <a className={styles.mark} href={START} aria-label="Groundplan, start page">
        <Mark />
        <span className={styles.product}>Groundplan</span>
      </a>
      <PlanMenu narrow={narrow} onExport={() => setExporting(true)} onShowKeys={onShowKeys} />
      <p className={styles.saved}>
        {saved !== "saving" && <Sign name={saved === "saved" ? "ok" : "warning"} plain={saved === "saved"} />}
        {SAVED[saved]}
      </p>
      {!narrow && (
        <div className={styles.tools}>
          <Button kind="quiet" square aria-label="Undo" title={previous && canUndo ? `Undo: ${previous.label} (Ctrl Z)` : "Undo"} disabled={!canUndo} onClick={undo}>
            <Icon name="undo" />
          </Button>
          <Button kind="quiet" square aria-label="Redo" title="Redo (Ctrl Shift Z)" disabled={!canRedo} onClick={redo}>
            <Icon name="redo" />
          </Button>
          <ThemeButton theme={theme} onChoose={chooseTheme} />
          <ExportButton kind="primary" />
        </div>
      )}
      {narrow && <ExportDialog open={exporting} onClose={() => setExporting(false)} />}
    </header>
  );
}
