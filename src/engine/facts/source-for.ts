import type { SourceId, Value } from "../kernel/outcome.ts";
import type { ReleaseId, Source } from "./source.ts";
import { linkFor } from "./source-links.ts";
import { onlyAsRead, sources } from "./sources.ts";

/**
 * A source as a plan with a release is led to it: to documentation and code of KKP of that very release, wherever they say
 * the same there; of the release that it replaces where the source was read for that one alone.
 */
export function sourceFor(id: SourceId, release: Value<ReleaseId>, former?: ReleaseId): Source | undefined {
  const source = sources.get(id);
  if (!source || release.kind !== "known") return source;
  const own = [release.value, former].find((one) => one !== undefined && source.releases.includes(one));
  if (own === undefined || onlyAsRead.get(id)?.includes(own)) return source;
  return { ...source, url: linkFor(source.url, own) };
}

/** Sources as such a plan is led to them: those read for its release or for the one that it replaces; all where none was. */
export function sourcesFor(ids: Iterable<SourceId>, { release, former }: { readonly release: Value<ReleaseId>; readonly former?: ReleaseId }): readonly Source[] {
  const all = [...ids].flatMap((id) => sourceFor(id, release, former) ?? []);
  if (release.kind !== "known") return all;
  const holding = all.filter(({ releases }) => releases.includes(release.value) || (former !== undefined && releases.includes(former)));
  return holding.length > 0 ? holding : all;
}
