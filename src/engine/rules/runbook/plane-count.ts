import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { KubeOneSupport } from "../../providers/provider.ts";
import { front } from "./planned-values.ts";

/** What files of the example get where they count on another number of control planes, or where zones repeat; sentences with a blank before each. */
export function planeCountInFiles(read: Reader, { fixedCount: fixed, workerZones }: KubeOneSupport, cluster: string): string {
  const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
  const zones = read.answer(sizing.cluster.zones, cluster);
  const repeated = zones > 1 && machines > zones && workerZones?.controlPlanes !== undefined ? [`Control planes are more than zones: count.index % ${zones} counts the zones, one after the other.`] : [];
  const counted = fixed ? [...(machines > fixed.planes ? [fixed.more] : []), ...(fixed.vrrp !== undefined && machines !== fixed.planes && front(read, cluster)?.vrrp === true ? [fixed.vrrp] : [])] : [];
  if (fixed && counted.length > 0) read.cite(...fixed.sources);
  return [...repeated, ...counted].map((sentence) => ` ${sentence}`).join("");
}
