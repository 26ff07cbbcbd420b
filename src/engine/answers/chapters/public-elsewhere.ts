import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { isPrivate, parseAddress } from "../../values/address.ts";
import type { Look } from "../question.ts";
import { cloudIsPublic } from "./balancer-reach.ts";
import { apiFromProvider, floatingIsPublic } from "./floating-reach.ts";
import { fronts } from "./fronts.ts";
import { infrastructure } from "./infrastructure.ts";
import { kubelbHub } from "./kubelb-hub.ts";
import { kindAt, loadBalancer, needsApiAddress } from "./load-balancer.ts";
import { ownGateway, platformEntry } from "./platform-entry.ts";
import { chosenSupplier } from "./workload-addresses.ts";

/** Whether an address or a block is one of the internet; a name or nothing is not known to be. */
const isPublic = (text: string | undefined): boolean => {
  const address = text?.split("/")[0] ?? "";
  return parseAddress(address) !== undefined && !isPrivate(address);
};

/** Whether Services of a platform cluster, or the node ports in place of them, answer at public addresses at its own place; what somebody must say yet may be public. */
function servesPublicly(look: Look, cluster: string): boolean {
  const from = kindAt(look, cluster)?.addressesFrom;
  if (from === "provider" && cloudIsPublic(look, cluster) !== false) return true;
  if (from === "pool" && isPublic(look(loadBalancer.cluster.pool, cluster))) return true;
  if (fronts.cluster.nodeFront.asked?.(look, cluster) !== false && isPublic(look(fronts.cluster.nodeFront, cluster))) return true;
  return ownGateway(look) && look(infrastructure.cluster.role, cluster) !== "seed" && isPublic(look(platformEntry.plan.gatewayAddress));
}

/** Whether the Kubernetes API of a platform cluster answers at a public address, or at a load balancer that a public cloud makes for it; what somebody must say yet may be public. */
function apiIsPublic(look: Look, cluster: string): boolean {
  if (apiFromProvider(look, cluster)) {
    const record: Provider | undefined = providers.find(({ id }) => id === look(infrastructure.cluster.provider, cluster));
    return record?.publicLoadBalancer === "asked" ? floatingIsPublic(look, cluster) !== false : record?.publicLoadBalancer === true;
  }
  if (!needsApiAddress(look, cluster)) return infrastructure.cluster.apiHost.asked?.(look, cluster) !== false && isPublic(look(infrastructure.cluster.apiHost, cluster));
  return isPublic(look(loadBalancer.cluster.apiAddress, cluster));
}

/** Whether something stands at another place than this one, as far as both are known. */
const isElsewhere = (place: string, at: string | undefined): boolean => at !== undefined && at !== place;

const fromHub = (look: Look, cluster: string): boolean => kindAt(look, cluster)?.addressesFrom === "hub";

/** Whether Services of a platform cluster answer at public addresses outside a place. KubeLB holds its addresses where it stands itself. */
const servesElsewhere = (look: Look, place: string, cluster: string): boolean =>
  (isElsewhere(place, look(infrastructure.cluster.place, cluster)) && servesPublicly(look, cluster)) ||
  (isElsewhere(place, look(kubelbHub.plan.kubelbPlace)) && isPublic(look(kubelbHub.plan.kubelbBlock)) && fromHub(look, cluster));

/** Whether connectors on a platform cluster sign in at a public address of KubeLB outside a place: its own, and those of its user clusters. */
function signsInElsewhere(look: Look, place: string, cluster: string): boolean {
  if (!isElsewhere(place, look(kubelbHub.plan.kubelbPlace)) || !isPublic(look(kubelbHub.plan.kubelbApi))) return false;
  if (fromHub(look, cluster)) return true;
  return look(infrastructure.cluster.role, cluster) !== "master" && look.subjects("datacenter").some((id) => look(infrastructure.datacenter.seed, id) === cluster && chosenSupplier(look, id)?.addressesFrom === "hub");
}

/** Whether the Kubernetes API of a platform cluster answers, or may answer, at a public address outside a place. */
export const apiPublicFrom = (look: Look, place: string, cluster: string): boolean => isElsewhere(place, look(infrastructure.cluster.place, cluster)) && apiIsPublic(look, cluster);

/** Whether workers of a datacenter reach their control planes at public addresses outside their place. */
export function workersCallPublic(look: Look, datacenter: string): boolean {
  const [place, seed] = [look(infrastructure.datacenter.place, datacenter), look(infrastructure.datacenter.seed, datacenter)];
  return place !== undefined && seed !== undefined && servesElsewhere(look, place, seed);
}

/** Whether nodes of a platform cluster call public addresses outside their place: the master its Seeds and their user clusters, a Seed the login at the master, each its own entry and KubeLB. */
export function nodesCallPublic(look: Look, cluster: string): boolean {
  const [place, role] = [look(infrastructure.cluster.place, cluster), look(infrastructure.cluster.role, cluster)];
  if (place === undefined || role === undefined) return false;
  if (servesElsewhere(look, place, cluster) || signsInElsewhere(look, place, cluster)) return true;
  return look.subjects("cluster").some((other) => {
    if (other === cluster) return false;
    const isMaster = look(infrastructure.cluster.role, other) !== "seed";
    if (role === "seed") return isMaster && servesElsewhere(look, place, other);
    return !isMaster && (servesElsewhere(look, place, other) || apiPublicFrom(look, place, other));
  });
}
