import { useEffect } from "react";
import { useSession } from "../../lib/session/index.ts";
import { EXPORTER_IDS, exporters, type ExporterId } from "../../renderers/registry.ts";
import { useAnnounce } from "../../ui/announcer.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./export-dialog.module.css";
import { ExportRow } from "./export-row.tsx";
import { KeepAddresses } from "./keep-addresses.tsx";
import { useExport } from "./use-export.ts";
import { Verdict } from "./verdict.tsx";

/** In the order in which people ask for them; formats added to the registry come last. */
const ORDER: readonly ExporterId[] = [...new Set<ExporterId>(["pdf", "markdown", "plan", "json", ...EXPORTER_IDS])];
const WHOLE = ORDER.filter((id) => !exporters[id].offered);
const FOR_TEAMS = ORDER.filter((id) => exporters[id].offered);

interface ExportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Files of the plan, by reader. Blockers do not stop an export; the first line says what goes out with it. */
export function ExportDialog({ open, onClose }: ExportDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Export the plan" shape="wide">
      <Exports />
    </Dialog>
  );
}

function Exports() {
  const { latest, plan, drafts } = useSession();
  const job = useExport(() => latest.view().state.answers);
  const announce = useAnnounce();
  const { done, failed } = job;
  const forTeams = FOR_TEAMS.filter((id) => exporters[id].offered?.(plan));
  useEffect(() => {
    if (done) announce(`${done.fileName} is saved.`);
  }, [done, announce]);
  useEffect(() => {
    if (failed) announce(`${exporters[failed.id].label} could not be written. ${failed.reason}`);
  }, [failed, announce]);
  return (
    <>
      <Verdict plan={plan} drafts={Object.keys(drafts).length} />
      <KeepAddresses />
      <h3 className={styles.reader}>Whole plan</h3>
      <ul className={styles.list}>
        {WHOLE.map((id) => (
          <ExportRow key={id} exporter={exporters[id]} job={job} />
        ))}
      </ul>
      {forTeams.length > 0 && (
        <>
          <h3 className={styles.reader}>For one team</h3>
          <ul className={styles.list}>
            {forTeams.map((id) => (
              <ExportRow key={id} exporter={exporters[id]} job={job} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
