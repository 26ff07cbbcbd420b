import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { TopologyBox } from "../../plan/plan.ts";
import { placeName } from "../basics/platform.ts";
import { sites, type Site } from "../firewall/sites.ts";
import { folded } from "./folding.ts";
import { zones } from "./zones.ts";

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** The first machine group without a place: while there is one, nobody knows what each place holds. */
function firstWithoutPlace(read: Reader): Value<string> | undefined {
  for (const kind of ["cluster", "datacenter"] as const) {
    const { place } = infrastructure[kind];
    const lost = read.subjects(kind).find((id) => read.optional(place, id) === undefined);
    if (lost !== undefined) return { kind: "open", question: read.path(place, lost) };
  }
  return undefined;
}

/** Boxes that stand for whole places or for several ends outside all places; those that no end falls into are left out. */
export function foldedBoxes(read: Reader, used: ReadonlySet<string>, masterPlace: string | undefined): readonly TopologyBox[] {
  const all = [...read.rule(sites)];
  const hole = firstWithoutPlace(read);
  const holding = (...parts: readonly string[]): Value<string> => hole ?? known(parts.join(", "));
  const boxes: TopologyBox[] = all
    .filter(([place]) => used.has(folded.place(place)))
    .map(([place, site]) => ({
      id: folded.place(place),
      zone: zones.place(place),
      title: placeName(read, place),
      detail: holding(counted(site.clusters.length, "cluster"), counted(site.datacenters.length, "datacenter")),
      kind: "machines",
    }));
  const group = (id: string, title: string, members: readonly Site[]) => {
    if (!used.has(id)) return;
    const total = (part: "clusters" | "datacenters") => members.reduce((sum, site) => sum + site[part].length, 0);
    const detail = holding(counted(members.length, "place"), counted(total("clusters"), "cluster"), counted(total("datacenters"), "datacenter"));
    boxes.push({ id, zone: zones.places, title, detail, kind: "machines" });
  };
  const others = all.filter(([place]) => place !== masterPlace).map(([, site]) => site);
  group(folded.seedPlaces, "Places with a Seed", others.filter(({ clusters }) => clusters.length > 0));
  group(folded.workerPlaces, "Places with workers only", others.filter(({ clusters, datacenters }) => clusters.length === 0 && datacenters.length > 0));
  if (used.has(folded.backups)) boxes.push({ id: folded.backups, zone: zones.outside, title: "S3 for backups", detail: known("one for each Seed"), kind: "service" });
  if (used.has(folded.configuration)) boxes.push({ id: folded.configuration, zone: zones.outside, title: "Git and Vault", detail: known("configuration, secrets"), kind: "service" });
  if (used.has(folded.people)) boxes.push({ id: folded.people, zone: zones.people, title: "Users and engineers", detail: known("browser, kubectl, tools"), kind: "people" });
  if (used.has(folded.unplaced)) boxes.push({ id: folded.unplaced, zone: zones.unplaced, title: "Machines without a place", detail: holding(), kind: "machines" });
  return boxes;
}
