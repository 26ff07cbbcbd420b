import { useEffect } from "react";
import { useExport } from "../features/export/index.ts";
import { useSession } from "../lib/session/index.ts";
import { useToast } from "../ui/toast.tsx";

/** Saves the plan file of the open plan; says so where it cannot. */
export function useSavePlanFile(): () => void {
  const { latest } = useSession();
  const toast = useToast();
  const { start, failed } = useExport(() => latest.view().state.answers);
  useEffect(() => {
    if (failed) toast({ text: `The plan file could not be written. ${failed.reason}` });
  }, [failed, toast]);
  return () => start("plan");
}
