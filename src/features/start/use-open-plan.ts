import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { navigate } from "../../lib/hash-location.ts";
import { utf8TextOf } from "../../lib/utf8-text.ts";
import type { ReadFile } from "./open-plan.ts";
import { starterText, type StarterPlan } from "./starter-plans.ts";

const opener = () => import("./open-plan.ts");

/** A plan file larger than this is not even read into memory. */
const MAX_BYTES = 8_000_000;

/** Every way to open a plan from the start page. */
export interface PlanOpener {
  readonly empty: () => void;
  readonly starter: (plan: StarterPlan) => void;
  readonly file: (file: File) => void;
  /** What is on its way: a starter plan's file, "empty" or "file". */
  readonly opening: string | undefined;
  /** A file that needs a decision, or was refused. */
  readonly read: ReadFile | undefined;
  /** Opens the file that was read, without what could not be taken over. */
  readonly confirm: () => void;
  readonly dismiss: () => void;
  readonly failed: string | undefined;
}

export function usePlanOpener(): PlanOpener {
  const [read, setRead] = useState<ReadFile | undefined>(undefined);
  const open = useMutation({
    mutationFn: async ({ job }: { readonly what: string; readonly job: () => Promise<string | undefined> }) => job(),
    onSuccess: (href) => {
      if (href !== undefined) navigate(href);
    },
  });
  const { mutate, isPending, variables, error } = open;
  return {
    empty: () => mutate({ what: "empty", job: async () => (await opener()).openEmptyPlan() }),
    starter: ({ file, title }) =>
      mutate({
        what: file,
        job: async () => {
          const { readFileText, openAnswers } = await opener();
          const starter = await readFileText(file, await starterText(file));
          if (starter.kind === "refused") throw new Error(starter.reason);
          return openAnswers(starter.answers, title);
        },
      }),
    file: (file) =>
      mutate({
        what: "file",
        job: async () => {
          if (file.size > MAX_BYTES) {
            setRead({ kind: "refused", fileName: file.name, reason: "This file is larger than 8 MB. A plan file is smaller: is it the right one?" });
            return undefined;
          }
          const text = await utf8TextOf(file);
          if (text === undefined) {
            setRead({ kind: "refused", fileName: file.name, reason: "This file is not UTF-8. Save it as UTF-8." });
            return undefined;
          }
          const { readFileText, openFile } = await opener();
          const result = await readFileText(file.name, text);
          // What is kept without effect stands at its question; nobody has to decide about it before the plan opens.
          if (result.kind === "plan" && result.notices.every(({ kind }) => kind === "unasked")) return openFile(result);
          setRead(result);
          return undefined;
        },
      }),
    opening: isPending ? variables.what : undefined,
    read,
    confirm: () => {
      if (read?.kind === "plan") mutate({ what: "file", job: async () => (await opener()).openFile(read) });
    },
    dismiss: () => setRead(undefined),
    failed: error?.message,
  };
}
