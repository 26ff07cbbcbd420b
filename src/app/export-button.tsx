import { useState } from "react";
import { ExportDialog } from "../features/export/index.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";

/** Opens the export dialog. */
export function ExportButton({ kind }: { readonly kind: "primary" | "secondary" }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind={kind} onClick={() => setOpen(true)}>
        <Icon name="download" />
        Export
      </Button>
      <ExportDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
