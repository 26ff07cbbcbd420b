import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { Preparation } from "../../providers/contract/preparation.ts";
import { providerOf } from "../../providers/registry.ts";
import { sites } from "../firewall/sites.ts";
import { preparationAt } from "./at-place.ts";
import { madeByTerraform } from "./example-network.ts";
import { placeAnswer } from "./infrastructure.ts";
import { makesNetworks, workersStand } from "./made-networks.ts";
import { releaseIn, runsAlready } from "./platform.ts";

/** Ways in which somebody else makes the machines of a cluster. */
const BY_OTHERS: ReadonlySet<string> = new Set(["managed", "existing"]);

/** Whether machines of a cluster are made for this platform; nobody knows while the way is not answered. */
const isBuilt = (way: string | undefined): boolean => way !== undefined && !BY_OTHERS.has(way);

/** Something that an infrastructure must hold before machines can be created at a place. */
export interface Prepared {
  readonly provider: Provider;
  readonly preparation: Preparation;
  /** Datacenters of that infrastructure at the place. */
  readonly datacenters: readonly string[];
  /** Whether a cluster of the platform is built of it there. */
  readonly built: boolean;
  /** Whether Terraform makes the node network of the place, so that only what is left of it is prepared. */
  readonly byTerraform: boolean;
}

/** Whether an answer makes a preparation necessary. */
function isWanted(read: Reader, { onlyWith }: Preparation, place: string): boolean {
  if (onlyWith === undefined) return true;
  const answer = placeAnswer(read, onlyWith.question, place);
  return answer?.kind === "known" && answer.value === onlyWith.answer;
}

/** Everything of the kind at a place; on an upgrade what its release looks at again. Waits while a cluster or a datacenter there names no infrastructure. */
export function preparedAt(read: Reader, place: string): readonly Prepared[] {
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
    // What a service makes, and volumes and load balancers of a cluster that is there, count against a quota too.
    const stands = clusters.some((cluster) => read.optional(infrastructure.cluster.provider, cluster) === id);
    const here = datacenters.filter((datacenter) => read.optional(infrastructure.datacenter.provider, datacenter) === id);
    const carriesUsers = here.length > 0;
    // Workers in networks that KKP makes want none prepared.
    const inPrepared = here.filter((datacenter) => !makesNetworks(read, provider, datacenter));
    const created = provider.opensSsh?.group === undefined || here.some((datacenter) => read.answer(infrastructure.datacenter.sshSources, datacenter) === "anywhere");
    const wanted = provider.prepare
      .filter(({ forUserClusters, forKubeOne, ofCreatedGroup, forEachRelease, askedBy, counts }) => (!upgrade || forEachRelease === true || askedBy !== undefined) && (askedBy === undefined || askedBy.includes(releaseIn(read).id)) && (forKubeOne ? built : carriesUsers || ((built || (counts !== undefined && stands)) && forUserClusters !== true)) && (created || ofCreatedGroup !== true))
      .flatMap((preparation) => preparationAt(read, provider, preparation, known(place)) ?? []);
    const byTerraform = provider.prepare.some(({ ofWorkersAlone }) => ofWorkersAlone) && madeByTerraform(read, place, id) !== undefined;
    // Workers that share the node network stand in what Terraform makes.
    const apart = byTerraform && inPrepared.some((datacenter) => workersStand(read, datacenter) === "own-network");
    return wanted
      .filter(({ ofWorkersAlone }) => ofWorkersAlone === undefined || (byTerraform ? apart : built || inPrepared.length > 0))
      .filter((preparation) => isWanted(read, preparation, place))
      .map((preparation) => ({ provider, preparation, datacenters: here, built, byTerraform }));
  });
}
