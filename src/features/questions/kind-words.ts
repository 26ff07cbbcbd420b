import type { ListedKind } from "../../engine/index.ts";

interface Words {
  readonly one: string;
  readonly a: string;
  readonly many: string;
  /** What it is good for, when there is none yet. */
  readonly about: string;
}

/** How the three kinds of subjects are called. */
export const KIND_WORDS: Readonly<Record<ListedKind, Words>> = {
  place: { one: "Place", a: "a place", many: "places", about: "A place is a data centre or a cloud region with networks of its own." },
  cluster: { one: "Cluster", a: "a cluster", many: "clusters", about: "The master can be the first Seed too." },
  datacenter: { one: "Datacenter", a: "a datacenter", many: "datacenters", about: "A datacenter says where workers of user clusters live." },
};
