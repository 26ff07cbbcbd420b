import type { ListedKind } from "../../answers/answers.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";

export type StanderKind = Exclude<ListedKind, "place">;

/** A cluster or a datacenter with machines; place and provider as far as they are answered. */
export interface Stander {
  readonly kind: StanderKind;
  readonly id: string;
  readonly place: string | undefined;
  readonly provider: ProviderId | undefined;
}

/** What of one infrastructure stands at a place. */
export interface Standing {
  readonly provider: Provider;
  readonly there: readonly Stander[];
}

/** By place, those of which nobody has said it under no name. One pass, so that many places stay linear. */
const standers = rule<ReadonlyMap<string | undefined, readonly Stander[]>>({
  id: "sizing.standers",
  title: "Whose machines stand where",
  per: "plan",
  sources: [],
  derive: (read) => {
    const found = new Map<string | undefined, Stander[]>();
    for (const kind of ["datacenter", "cluster"] as const) {
      for (const id of read.subjects(kind)) {
        const place = read.optional(infrastructure[kind].place, id);
        const there = found.get(place) ?? [];
        there.push({ kind, id, place, provider: read.optional(infrastructure[kind].provider, id) });
        found.set(place, there);
      }
    }
    return found;
  },
});

/** Infrastructures of a kind at a place. Waits for the place and the infrastructure of whatever may stand there as well, since it is part of every sum. */
export function standingAt(read: Reader, place: string, isWanted: (provider: Provider) => boolean): readonly Standing[] {
  const all = read.aside(() => read.rule(standers));
  const here = all.get(place) ?? [];
  const ids = [...new Set(here.flatMap(({ provider }) => (provider !== undefined && isWanted(providerOf(provider)) ? provider : [])))];
  return ids.map((id) => {
    const there = [...here, ...(all.get(undefined) ?? [])].filter(({ provider = id }) => provider === id);
    read.need(...there.flatMap(({ kind, id: subject }) => [[infrastructure[kind].place, subject] as const, [infrastructure[kind].provider, subject] as const]));
    return { provider: providerOf(id), there };
  });
}
