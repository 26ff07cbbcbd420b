import { useSession } from "../../lib/session/index.ts";
import type { PlanPartId } from "../../plan-ui/links.ts";
import { NothingYet } from "../../plan-ui/nothing-yet.tsx";
import { missingFor } from "./missing-for.ts";

/** In place of a part that has no row yet: what it waits for. */
export function NothingInPart({ part }: { readonly part: PlanPartId }) {
  return <NothingYet missing={missingFor(useSession().plan, part)} />;
}
