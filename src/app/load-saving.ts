import { exporters } from "../renderers/registry.ts";
import { loadRescue } from "./rescue.ts";

/** Loads what saves a plan while there is a connection, so that saving works when there is none any more. */
export function loadSaving(): void {
  for (const load of [exporters.plan.load, loadRescue]) void load().catch(() => undefined);
}
