import { useQuery } from "@tanstack/react-query";
import { Redirect } from "wouter";
import { askHref } from "../lib/routes.ts";
import { useSession } from "../lib/session/index.ts";
import { placesQuery } from "../lib/storage/queries.ts";
import { Waiting } from "./waiting.tsx";

/** Leads to where the person left the plan; to its first chapter if they never were anywhere. */
export function LastPlace() {
  const { planKey } = useSession();
  const { data: places, isPending } = useQuery(placesQuery(planKey));
  if (isPending) return <Waiting />;
  return <Redirect to={(places?.last ?? askHref(planKey, "project")).slice(1)} replace />;
}
