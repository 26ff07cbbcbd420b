import { useQuery } from "@tanstack/react-query";
import { Redirect } from "wouter";
import { askHref } from "../lib/routes.ts";
import { useSession } from "../lib/session/index.ts";
import { placeQuery } from "../lib/storage/queries.ts";
import { Waiting } from "./waiting.tsx";

/** Leads to where the person left the plan; to its first chapter if they never were anywhere. */
export function LastPlace() {
  const { planKey } = useSession();
  const { data: place, isPending } = useQuery(placeQuery(planKey));
  if (isPending) return <Waiting />;
  return <Redirect to={(place ?? askHref(planKey, "project")).slice(1)} replace />;
}
