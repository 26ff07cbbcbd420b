import type { ListedKind } from "../../engine/index.ts";

interface Words {
  readonly one: string;
  readonly a: string;
  readonly many: string;
  /** Why there should be one, when there is none yet. */
  readonly empty: string;
}

/** How the three kinds of subjects are called. */
export const KIND_WORDS: Readonly<Record<ListedKind, Words>> = {
  place: { one: "Place", a: "a place", many: "places", empty: "No places yet. A place is a data centre or a cloud region with networks of its own." },
  cluster: { one: "Cluster", a: "a cluster", many: "clusters", empty: "No clusters yet. The master can be the first Seed too." },
  datacenter: { one: "Datacenter", a: "a datacenter", many: "datacenters", empty: "No datacenters yet. A datacenter says where workers of user clusters live." },
};
