import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { TopologyBox } from "../../plan/plan.ts";
import { placeName } from "../basics/platform.ts";
import { sites, type Site } from "../firewall/sites.ts";
import { folded } from "./folding.ts";
import { zones } from "./zones.ts";

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Counts of places; open while a machine without place could still belong there. */
function counts(read: Reader, parts: readonly string[]): Value<string> {
  for (const kind of ["cluster", "datacenter"] as const) {
    const { place } = infrastructure[kind];
    const lost = read.subjects(kind).find((id) => read.optional(place, id) === undefined);
    if (lost !== undefined) return { kind: "open", question: read.path(place, lost) };
  }
  return known(parts.join(", "));
}

/** Boxes that stand for whole places or for several ends outside all places; those that no end falls into are left out. */
export function foldedBoxes(read: Reader, used: ReadonlySet<string>): readonly TopologyBox[] {
  const all = [...read.rule(sites)];
  const both = ({ clusters, datacenters }: Site) => [counted(clusters.length, "cluster"), counted(datacenters.length, "datacenter")];
  const boxes: TopologyBox[] = all
    .filter(([place]) => used.has(folded.place(place)))
    .map(([place, site]) => ({ id: folded.place(place), zone: zones.place(place), title: placeName(read, place), detail: counts(read, both(site)), kind: "machines" }));
  const group = (id: string, title: string, members: readonly Site[]) => {
    if (!used.has(id)) return;
    const sum = both({ clusters: members.flatMap(({ clusters }) => clusters), datacenters: members.flatMap(({ datacenters }) => datacenters), providers: [], customerNetwork: false });
    boxes.push({ id, zone: zones.places, title, detail: counts(read, [counted(members.length, "place"), ...sum]), kind: "machines" });
  };
  group(folded.seedPlaces, "Places with clusters", all.flatMap(([, site]) => (site.clusters.length > 0 ? [site] : [])));
  group(folded.workerPlaces, "Places with workers only", all.flatMap(([, site]) => (site.clusters.length === 0 && site.datacenters.length > 0 ? [site] : [])));
  if (used.has(folded.backups)) boxes.push({ id: folded.backups, zone: zones.outside, title: "S3 for backups", detail: known("one for each Seed"), kind: "service" });
  if (used.has(folded.unplaced)) boxes.push({ id: folded.unplaced, zone: zones.outside, title: "Machines without a place", detail: counts(read, []), kind: "machines" });
  return boxes;
}
