import { useQuery } from "@tanstack/react-query";
import { SessionProvider } from "../lib/session/session-provider.tsx";
import { openPlanQuery } from "../lib/storage/queries.ts";
import { NotFound } from "./not-found.tsx";
import { PlanPage } from "./plan-page.tsx";
import { Waiting } from "./waiting.tsx";

/** Reads a saved plan and opens it. */
export function PlanRoute({ planKey }: { readonly planKey: string }) {
  const { data: saved, isPending, error } = useQuery(openPlanQuery(planKey));
  if (isPending) return <Waiting />;
  if (error) return <NotFound what="This browser does not give its storage to this page, so saved plans cannot be read. Open the plan file instead." />;
  if (!saved) return <NotFound what="No plan on this device has this address. Plans are kept in the browser that made them; take them elsewhere as plan files." />;
  return <SessionProvider saved={saved}>{(takeOver) => <PlanPage takeOver={takeOver} />}</SessionProvider>;
}
