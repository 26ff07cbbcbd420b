import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Preparation, Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { preparationAt } from "../basics/at-place.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { madeByTerraform } from "../basics/example-network.ts";
import { makesNetworks, workersStand } from "../basics/made-networks.ts";
import { placeName, releaseIn, runsAlready } from "../basics/platform.ts";
import { formatCount } from "../../values/figures.ts";
import { nodesOf } from "../sizing/nodes.ts";
import { sites } from "../firewall/sites.ts";
import { itemOf, type Draft } from "./item.ts";
import { afterMachinesAt } from "./places.ts";
import { openPathsOf } from "./provider-endpoint.ts";

/** Ways in which somebody else makes the machines of a cluster. */
const BY_OTHERS: ReadonlySet<string> = new Set(["managed", "existing"]);

/** Whether machines of a cluster are made for this platform; nobody knows while the way is not answered. */
const isBuilt = (way: string | undefined): boolean => way !== undefined && !BY_OTHERS.has(way);

/** A title about machines that join by hand, with their number in place of its first word; as it is while the number is not known. */
function counted(read: Reader, { joined }: Provider, title: string, datacenters: readonly string[]): string {
  const counts = datacenters.map((datacenter) => read.outcome(nodesOf, datacenter));
  const total = counts.reduce((sum, count) => sum + (count.kind === "known" ? count.value : 0), 0);
  return joined && total > 0 && counts.every(({ kind }) => kind === "known") ? title.replace(/^\S+/, formatCount(total, joined.machine)) : title;
}

/** Whether an answer makes a preparation necessary. */
function isWanted(read: Reader, { onlyWith }: Preparation, place: string): boolean {
  if (onlyWith === undefined) return true;
  const answer = placeAnswer(read, onlyWith.question, place);
  return answer?.kind === "known" && answer.value === onlyWith.answer;
}

/** What the infrastructure must hold before machines can be created at a place. */
const preparations = rule<readonly Draft[]>({
  id: "checklist.infrastructure",
  title: "Checklist: infrastructure of the place",
  per: "place",
  sources: ["kkp.providers"],
  derive: (read, place) => {
    const name = placeName(read, place);
    const upgrade = runsAlready(read);
    const { providers = [], clusters = [], datacenters = [] } = read.rule(sites).get(place) ?? {};
    // Which of them stand here, and for whom, is open while a cluster or a datacenter names no infrastructure.
    read.need(
      ...clusters.map((cluster) => [infrastructure.cluster.provider, cluster] as const),
      ...datacenters.map((datacenter) => [infrastructure.datacenter.provider, datacenter] as const),
    );
    return providers.flatMap((id) => {
      const provider: Provider = providerOf(id);
      const built = clusters.some((cluster) => read.optional(infrastructure.cluster.provider, cluster) === id && isBuilt(read.optional(infrastructure.cluster.provisioning, cluster)));
      const here = datacenters.filter((datacenter) => read.optional(infrastructure.datacenter.provider, datacenter) === id);
      const carriesUsers = here.length > 0;
      // Workers in networks that KKP makes want none prepared.
      const inPrepared = here.filter((datacenter) => !makesNetworks(read, provider, datacenter));
      const created = provider.opensSsh?.group === undefined || here.some((datacenter) => read.answer(infrastructure.datacenter.sshSources, datacenter) === "anywhere");
      const wanted = provider.prepare
        .filter(({ forUserClusters, forKubeOne, ofCreatedGroup, forEachRelease, askedBy }) => (!upgrade || forEachRelease === true || askedBy !== undefined) && (askedBy === undefined || askedBy.includes(releaseIn(read).id)) && (forKubeOne ? built : carriesUsers || (built && forUserClusters !== true)) && (created || ofCreatedGroup !== true))
        .flatMap((preparation) => preparationAt(read, provider, preparation, known(place)) ?? []);
      const byTerraform = provider.prepare.some(({ ofWorkersAlone }) => ofWorkersAlone) && madeByTerraform(read, place, id) !== undefined;
      // Workers that share the node network stand in what Terraform makes.
      const apart = byTerraform && inPrepared.some((datacenter) => workersStand(read, datacenter) === "own-network");
      return wanted.filter(({ ofWorkersAlone }) => ofWorkersAlone === undefined || (byTerraform ? apart : built || inPrepared.length > 0)).flatMap((preparation) => {
        if (!isWanted(read, preparation, place)) return [];
        read.cite(...preparation.sources);
        if (preparation.uncertain) read.fact(preparation.uncertain);
        return itemOf(read, `${preparation.id}[${place}]`, {
          title: `${preparation.countsJoined && !built ? counted(read, provider, preparation.title, here) : byTerraform ? (preparation.ofWorkersAlone ?? preparation.title) : preparation.title}, ${name}`,
          team: "infrastructure",
          chapter: "infrastructure",
          verify: preparation.verify,
          why: preparation.why,
          ...(preparation.inNetwork ? { after: afterMachinesAt(read, [place]) } : {}),
          blockedBy: openPathsOf(read, provider, place),
        });
      });
    });
  },
});

export const preparationItems: readonly Rule<readonly Draft[]>[] = [preparations];
