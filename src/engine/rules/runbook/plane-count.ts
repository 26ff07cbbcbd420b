import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { WorkerZones } from "../../providers/contract/kubeone/example-machines.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { filled } from "../../values/filled.ts";
import { front } from "./planned-values.ts";

/** What brings control planes into the zones of their cluster; files that spread them themselves are left alone while there are no more of them than zones. */
function planesInZones(zones: number, machines: number, of: WorkerZones | undefined): readonly string[] {
  if (of?.controlPlanes === undefined) return [];
  const over = zones > 1 ? zones : (of.several?.length ?? 1);
  const repeat = machines > over;
  if (of.several ? !repeat : zones === 1) return [];
  return [filled(of.controlPlanes, { index: repeat ? `count.index % ${over}` : "count.index" })];
}

/** What files of the example get where they count on another number of control planes, or where zones repeat; sentences with a blank before each. */
export function planeCountInFiles(read: Reader, { fixedCount: fixed, workerZones }: KubeOneSupport, cluster: string): string {
  const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
  const zones = read.answer(sizing.cluster.zones, cluster);
  const apart = zones === 1 && machines > 2 ? workerZones?.inOneZone : undefined;
  const spread = apart ? [apart.change] : planesInZones(zones, machines, workerZones);
  if (spread.length > 0) read.cite(...((apart ?? workerZones)?.sources ?? []));
  const counted = fixed ? [...(machines > fixed.planes ? [fixed.more] : []), ...(fixed.vrrp !== undefined && machines !== fixed.planes && front(read, cluster)?.vrrp === true ? [fixed.vrrp] : [])] : [];
  if (fixed && counted.length > 0) read.cite(...fixed.sources);
  return [...spread, ...counted].map((sentence) => ` ${sentence}`).join("");
}
