import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Sign } from "../../ui/signs.tsx";
import type { Exporter, ExportStep } from "../../renderers/registry.ts";
import styles from "./export-dialog.module.css";
import type { ExportJob } from "./use-export.ts";

const STEPS: readonly { readonly step: ExportStep; readonly words: string }[] = [
  { step: "derive", words: "Deriving the plan" },
  { step: "load", words: "Loading the format" },
  { step: "write", words: "Writing the file" },
];

/** One format: what it is for, its button, and how far its job is. */
export function ExportRow({ exporter: { id, label, file, purpose }, job }: { readonly exporter: Exporter; readonly job: ExportJob }) {
  const { running, step, done, failed, start } = job;
  const at = STEPS.findIndex((each) => each.step === step);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h4>{label}</h4>
        <p>{purpose}</p>
        {running === id && at >= 0 && (
          <p className={styles.progress}>
            <progress value={at + 1} max={STEPS.length + 1} aria-label={`${label}, progress`} />
            {STEPS[at]?.words}
          </p>
        )}
        {running !== id && done?.id === id && (
          <p className={styles.done}>
            <Sign name="ok" /> <span className={styles.file}>{done.fileName}</span>
          </p>
        )}
        {running !== id && failed?.id === id && (
          <p className={styles.failed}>
            <Sign name="blocker" /> {failed.reason}
          </p>
        )}
      </div>
      <Button aria-disabled={running !== undefined} onClick={() => start(id)}>
        <Icon name="download" />
        Save {file ?? label}
      </Button>
    </li>
  );
}
