import type { ListedKind } from "../../answers/answers.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { platformVersions } from "../../facts/operating-systems.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import type { ImageUrls } from "../../providers/contract/images.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { placeAnswer } from "./infrastructure.ts";

/** Clusters and datacenters that may start machines from an image of the customer; place and provider as far as they are answered. */
interface Taker {
  readonly kind: Exclude<ListedKind, "place">;
  readonly id: string;
  readonly provider: ProviderId | undefined;
}

const UNPLACED = "";

/** All of them by their place, in one pass, so that many places stay linear. */
const takers = rule<ReadonlyMap<string, readonly Taker[]>>({
  id: "infrastructure.image-takers",
  title: "What starts from images of the customer",
  per: "plan",
  sources: [],
  derive: (read) => {
    const found = new Map<string, Taker[]>();
    for (const kind of ["datacenter", "cluster"] as const) {
      for (const id of read.subjects(kind)) {
        const provider = read.maybe(infrastructure[kind].provider, id);
        if (provider.kind === "known" && (providerOf(provider.value) as Provider).images !== "customer") continue;
        const place = read.maybe(infrastructure[kind].place, id);
        const at = place.kind === "known" ? place.value : UNPLACED;
        found.set(at, [...(found.get(at) ?? []), { kind, id, provider: provider.kind === "known" ? provider.value : undefined }]);
      }
    }
    return found;
  },
});

/** What starts from images of an infrastructure at a place. Waits while something else may stand there as well. */
export function takersAt(read: Reader, place: string, provider: ProviderId): { readonly clusters: readonly string[]; readonly datacenters: readonly string[] } {
  const all = read.aside(() => read.rule(takers));
  const there = [...(all.get(place) ?? []), ...(all.get(UNPLACED) ?? [])].filter((one) => (one.provider ?? provider) === provider);
  read.need(...there.flatMap(({ kind, id }) => [[infrastructure[kind].place, id] as const, [infrastructure[kind].provider, id] as const]));
  const of = (kind: Taker["kind"]) => there.filter((one) => one.kind === kind).map(({ id }) => id);
  return { clusters: of("cluster").filter((cluster) => read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone"), datacenters: of("datacenter") };
}

/** The web server that machines of a place start from; absent where it is not asked there. */
export const serverOf = (read: Reader, { way }: ImageUrls, place: string): Value<string> | undefined => placeAnswer(read, way.serverQuestion, place);

/** The system of machines that KubeOne sets up, with its version. */
export function platformSystem(read: Reader, cluster: string): string {
  const { id, title } = operatingSystemOf(read.answer(versions.cluster.operatingSystem, cluster));
  return [title, read.fact(platformVersions)[id]].filter((word) => word !== undefined).join(" ");
}
