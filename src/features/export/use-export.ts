import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Answers } from "../../engine/index.ts";
import { browserAssets } from "../../lib/assets.ts";
import { download } from "../../lib/download.ts";
import { reasonOf } from "../../plan-ui/part-loading.ts";
import { renderArtifact, type Assets, type ExporterId, type ExportStep } from "../../renderers/registry.ts";

/** Templates and fonts, loaded once for as long as the app is open. */
function keptAssets(client: QueryClient): Assets {
  return {
    template: (name) => client.query({ queryKey: ["document-template", name], queryFn: () => browserAssets.template(name), staleTime: Infinity }),
    font: (name) => client.query({ queryKey: ["font", name], queryFn: () => browserAssets.font(name), staleTime: Infinity }),
  };
}

/** Lets the screen show a step before the step takes the thread. */
const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** One export job: writes the answers in a format and hands the file to the browser. */
export interface ExportJob {
  readonly start: (id: ExporterId) => void;
  readonly running: ExporterId | undefined;
  readonly step: ExportStep | undefined;
  /** Name of the file that was handed over last. */
  readonly done: { readonly id: ExporterId; readonly fileName: string } | undefined;
  readonly failed: { readonly id: ExporterId; readonly reason: string } | undefined;
}

/** Export jobs over the answers as they are when a job starts, one at a time, with the step they are at. */
export function useExport(latest: () => Answers): ExportJob {
  const client = useQueryClient();
  const [step, setStep] = useState<ExportStep | undefined>(undefined);
  const { mutate, isPending, variables, data, error } = useMutation({
    mutationKey: ["export"],
    mutationFn: async (id: ExporterId) => {
      setStep("derive");
      const answers = latest();
      await painted();
      const { fileName, mediaType, content } = await renderArtifact(id, answers, keptAssets(client), setStep);
      download(fileName, mediaType, content);
      return { id, fileName };
    },
    onSettled: () => setStep(undefined),
  });
  return {
    start: (id) => {
      if (!isPending) mutate(id);
    },
    running: isPending ? variables : undefined,
    step,
    done: data,
    failed: error ? { id: variables, reason: reasonOf(error) } : undefined,
  };
}
