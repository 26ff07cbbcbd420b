import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { download } from "../lib/download.ts";
import { useSaved, useSession } from "../lib/session/index.ts";
import { originalQuery } from "../lib/storage/queries.ts";
import { Button } from "../ui/button.tsx";
import { Sign } from "../ui/signs.tsx";
import styles from "./notices.module.css";
import { useSavePlanFile } from "./save-plan-file.ts";

function Notice({ children, action }: { readonly children: ReactNode; readonly action: ReactNode }) {
  return (
    <div className={styles.notice}>
      <Sign name="warning" />
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Bars below the top bar: what stands between the person and keeping their work. */
export function Notices({ takeOver }: { readonly takeOver: () => void }) {
  const { planKey, readOnly } = useSession();
  const saved = useSaved();
  const save = useSavePlanFile();
  const { data: original } = useQuery(originalQuery(planKey));
  return (
    <div className={styles.notices} role="status">
      {saved === "refused" && (
        <Notice action={<Button size="small" onClick={save}>Save the plan file</Button>}>
          This browser does not keep data. Save the plan file before you close.
        </Notice>
      )}
      {readOnly && (
        <Notice action={<Button size="small" onClick={takeOver}>Take over</Button>}>Open in another tab. Read here, or take over.</Notice>
      )}
      {original && (
        <Notice
          action={
            <Button size="small" onClick={() => download(original.fileName, "application/yaml", original.text)}>
              Save the original
            </Button>
          }
        >
          Part of {original.fileName} was not taken over when it was opened. The file is kept as it was.
        </Notice>
      )}
    </div>
  );
}
