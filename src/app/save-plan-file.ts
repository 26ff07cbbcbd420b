import { useMutation } from "@tanstack/react-query";
import { useSession } from "../lib/session/index.ts";
import { useToast } from "../ui/toast.tsx";

/** Saves the plan file of the open plan; says so where it cannot. */
export function useSavePlanFile(): () => void {
  const { answers } = useSession();
  const toast = useToast();
  const { mutate } = useMutation({
    mutationFn: async () => {
      const { saveArtifact } = await import("../lib/artifacts.ts");
      return saveArtifact("plan", answers);
    },
    onError: ({ message }) => toast({ text: `The plan file could not be written. ${message}` }),
  });
  return mutate;
}
