import { useMutation } from "@tanstack/react-query";
import type { PlanRow } from "../../lib/storage/database.ts";
import { deletePlan, duplicatePlan, renamePlan, restorePlan } from "../../lib/storage/saved-plans.ts";
import { useToast } from "../../ui/toast.tsx";

/** What can be done with a saved plan from the list. The list itself follows every write. */
export function useSavedPlans() {
  const toast = useToast();
  const failed = ({ message }: Error) => toast({ text: `This browser did not do it: ${message}` });
  const restore = useMutation({ mutationFn: restorePlan, onError: failed });
  const duplicate = useMutation({
    mutationFn: ({ key }: PlanRow) => duplicatePlan(key),
    onSuccess: (_copy, { name }) => toast({ text: `${name} has a copy now.` }),
    onError: failed,
  });
  const rename = useMutation({ mutationFn: ({ key, name }: { readonly key: string; readonly name: string }) => renamePlan(key, name), onError: failed });
  const remove = useMutation({
    mutationFn: ({ key }: PlanRow) => deletePlan(key),
    onSuccess: (deleted, { name }) => toast({ text: `${name} is deleted.`, ...(deleted && { undo: () => restore.mutate(deleted) }) }),
    onError: failed,
  });
  return { duplicate: duplicate.mutate, rename: rename.mutate, remove: remove.mutate };
}
