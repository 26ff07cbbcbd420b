import { isAskedThrough } from "../../answers/answers.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { namesNetwork, network } from "../../answers/chapters/network.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { isCarried } from "../addresses/carried-networks.ts";
import { machinesStandAt } from "../addresses/occupied-places.ts";
import { networkMates } from "../addresses/shared-networks.ts";
import { clusterName, datacenterName, placeName } from "../basics/platform.ts";
import { tenantsOf } from "../basics/tenants.ts";
import { sites } from "../firewall/sites.ts";
import { rowsFrom } from "./dialled.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { afterNetwork, fromNodes, madeWithMachines, networkTrialTitle } from "./made-network.ts";
import { FIREWALL } from "./uses.ts";
import { workersStand, workersStandSoFar } from "../basics/made-networks.ts";

/** What shows on a machine that name and time servers serve it. */
export const NAME_AND_TIME = "`resolvectl status`, or `cat /etc/resolv.conf` where systemd-resolved does not run, lists the name servers and `timedatectl` says that the clock is synchronised";

/** How two test machines show that they reach the gateways of their network. */
const pinging = (gateways: Value<string | readonly string[]> | undefined, title: string): string =>
  gateways?.kind === "known" ? `${listed([gateways.value].flat().map((address) => `\`ping ${address}\``))} and ` : `\`ping\` its ${title} and `;

/** Whose cluster carries machines in its pod network at a place, and the row whose item brings it. */
function podNetworkOf(read: Reader, providers: readonly ProviderId[], place: string): { readonly title: string; readonly after: readonly string[] } | undefined {
  const [carrier] = providers.map((id): Provider => providerOf(id)).filter(({ nested }) => nested === true);
  if (carrier === undefined) return undefined;
  read.cite(...carrier.sources);
  return { title: carrier.title, after: carrier.prepare.flatMap(({ id, bringsPodNetwork }) => (bringsPodNetwork ? [`${id}[${place}]`] : [])) };
}

/** Rows of what networks at a place are made with, by somebody else than those who settle their ranges. */
const madeWith = (providers: readonly ProviderId[], place: string): readonly string[] =>
  providers.map((id): Provider => providerOf(id)).flatMap(({ prepare }) => prepare.flatMap(({ id, holdsNetworks }) => (holdsNetworks ? [`${id}[${place}]`] : [])));

/** The network that machines of a place stand in. */
export const nodeNetwork = rule<readonly Draft[]>({
  id: "checklist.node-network",
  title: "Checklist: node network",
  per: "place",
  sources: ["kkp.setup-checklist", "kkp.cluster-requirements"],
  derive: (read, place) => {
    onlyForNew(read);
    const site = read.rule(sites).get(place);
    if (!site || site.clusters.length + site.datacenters.length === 0 || !machinesStandAt(read, place)) return read.notApplicable("No machine stands here.");
    const block = read.answer(network.place.nodeNetwork, place);
    const name = placeName(read, place);
    const made = madeWithMachines(read, place);
    if (made) {
      const { network: by, first } = made;
      read.cite(...by.sources);
      return [
        itemOf(read, `node-network[${place}]`, {
          title: `${block} kept free for the node network at ${name}, which Terraform makes`,
          team: "network",
          chapter: "network",
          verify: `The address register shows ${block} as reserved, and no other network that is routed to ${name} overlaps it`,
          why: `Every machine at ${name} stands in it, and Kubernetes needs open traffic among its nodes.`,
          how: `Nobody orders it: Terraform makes it with the machines of ${clusterName(read, first)}, and what needs a machine in it is tried in the step “${networkTrialTitle(read, first)}” of the runbook.`,
        }),
      ];
    }
    // Routers of a cloud's own network answer no ping.
    const gateway = site.customerNetwork && isAskedThrough(read, network.place.gateway, place) ? read.maybe(network.place.gateway, place) : undefined;
    const ping = site.customerNetwork ? pinging(gateway, "gateway") : "";
    const carried = isCarried(read, `range.node-network[${place}]`, block);
    const pods = carried ? podNetworkOf(read, site.providers, place) : undefined;
    return [
      itemOf(read, `node-network[${place}]`, {
        title: pods ? `Pod network ${block} of the ${pods.title} cluster at ${name}, for nodes` : `Node network ${block} at ${name}`,
        team: pods ? "infrastructure" : "network",
        chapter: "network",
        verify: `Two test machines in ${block} ${ping}reach each other on every port`,
        why: `Every machine at ${name} stands in it, and Kubernetes needs open traffic among its nodes.`,
        // It is looked at, since it comes with the cluster.
        ...(pods ? { work: "platform" as const } : {}),
        after: pods?.after ?? [],
        uses: madeWith(site.providers, place),
        blockedBy: openIn(...(gateway === undefined ? [] : [gateway])),
      }),
    ];
  },
});

/** Whether several tenants share a datacenter, so that their own item orders their networks; waits until its tenants are named. */
function orderedByTenants(read: Reader, datacenter: string): boolean {
  if (read.answer(infrastructure.plan.severalTenants)) read.need([infrastructure.datacenter.tenants, datacenter]);
  return read.rule(tenantsOf, datacenter).length > 1;
}

/** Datacenters whose workers stand in one network that is ordered for all of them; networks of several tenants are ordered by these. */
const orderedTogether = (read: Reader, datacenter: string): readonly string[] => networkMates(read, datacenter).filter((id) => id === datacenter || read.rule(tenantsOf, id).length <= 1);

/** What comes before an item that is proved on a machine beside the workers of a datacenter: the network in which they stand, as far as it is known. Waits for nobody's answer. */
export const afterWorkers = (read: Reader, datacenter: string): readonly string[] =>
  read.aside(() => {
    const stand = workersStandSoFar(read, datacenter);
    const place = read.optional(infrastructure.datacenter.place, datacenter);
    if (stand === "node-network") return place === undefined ? [] : afterNetwork(read, place);
    if (stand !== "own-network") return [];
    const tenants = read.optional(infrastructure.plan.severalTenants) === true ? (read.optional(infrastructure.datacenter.tenants, datacenter) ?? []) : [];
    return tenants.length > 1 ? [`tenant[${datacenter}]`] : networkMates(read, datacenter).map((id) => `worker-network[${id}]`);
  });

/** The same for one that is proved on any machine of places: in the node network, or beside workers where no other machine stands. */
export const afterMachinesAt = (read: Reader, places: readonly string[]): readonly string[] => [
  ...new Set(places.flatMap((place) => (read.aside(() => machinesStandAt(read, place)) ? afterNetwork(read, place) : read.aside(() => read.rule(sites).get(place)?.datacenters ?? []).flatMap((id) => afterWorkers(read, id))))),
];

/** The row whose item brings the own network of a datacenter's workers. */
export const workerNetworkRow = (read: Reader, datacenter: string): string => (orderedByTenants(read, datacenter) ? `tenant[${datacenter}]` : `worker-network[${orderedTogether(read, datacenter)[0] ?? datacenter}]`);

/** The name that the workers' network has at the provider of a datacenter; nothing where none is asked. */
function nameOf(read: Reader, datacenter: string): readonly Value<string>[] {
  const provider = read.maybe(infrastructure.datacenter.provider, datacenter);
  return provider.kind === "known" && namesNetwork(provider.value) ? [read.maybe(network.datacenter.workerNetworkName, datacenter)] : [];
}

/** The network that workers of a datacenter stand in, apart from the management; told for the first of those that share it. Networks of several tenants are items of the tenants. */
export const workerNetworkItem = rule<readonly Draft[]>({
  id: "checklist.worker-network",
  title: "Checklist: worker network",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    if (workersStand(read, datacenter) !== "own-network") return read.notApplicable("No network is to be prepared for the workers alone.");
    if (orderedByTenants(read, datacenter)) return read.notApplicable("Each tenant brings a network of its own.");
    onlyForNew(read);
    const place = read.answer(infrastructure.datacenter.place, datacenter);
    const block = read.answer(network.datacenter.workerNetwork, datacenter);
    const mates = orderedTogether(read, datacenter);
    const [first = datacenter] = mates;
    if (first !== datacenter) return read.notApplicable(`It is the network of ${datacenterName(read, first)}, which is ordered once.`);
    const [name, there] = [listed(mates.map((id) => datacenterName(read, id))), placeName(read, place)];
    const seeds = [...new Set(mates.flatMap((id) => read.optional(infrastructure.datacenter.seed, id) ?? []))];
    // Who brings it hangs on the infrastructure: the item waits, in place of naming one of them.
    const provider = read.answer(infrastructure.datacenter.provider, datacenter);
    const gateways = isAskedThrough(read, network.datacenter.workerGateways, datacenter) ? read.maybe(network.datacenter.workerGateways, datacenter) : undefined;
    const called = mates.flatMap((id) => nameOf(read, id));
    const names = [...new Set(called.flatMap((one) => (one.kind === "known" ? [one.value] : [])))];
    const ping = gateways ? pinging(gateways, "gateways") : "";
    const carried = isCarried(read, `range.worker-network[${datacenter}]`, block);
    const pods = carried ? podNetworkOf(read, [provider], place) : undefined;
    return [
      itemOf(read, `worker-network[${datacenter}]`, {
        title: `${pods ? `Pod network ${block} of the ${pods.title} cluster` : `Worker network ${block}`}${names.length === 0 ? "" : `, called ${listed(names)},`} for ${name} at ${there}`,
        team: pods ? "infrastructure" : "network",
        chapter: "network",
        verify: `Two test machines in ${block} ${ping}reach each other on every port, and nothing in a node network of the management but what the firewall table lists`,
        why: `Workers of ${name} stand in it, apart from the management${seeds.length === 0 ? "" : `, and dial ${listed(seeds.map((seed) => clusterName(read, seed)))} from there`}.`,
        // It is looked at, since it comes with the cluster.
        ...(pods ? { work: "platform" as const } : {}),
        after: pods?.after ?? [],
        uses: madeWith([provider], place),
        blockedBy: openIn(...called, ...(gateways ? [gateways] : [])),
      }),
    ];
  },
});

/** Name and time servers of a place whose network the customer runs. */
export const nameAndTime = rule<readonly Draft[]>({
  id: "checklist.name-and-time",
  title: "Checklist: name and time servers",
  per: "place",
  sources: ["rfc.1034", "rfc.5905"],
  derive: (read, place) => {
    onlyForNew(read);
    if (!read.rule(sites).get(place)?.customerNetwork) return read.notApplicable("The infrastructure brings name and time servers.");
    const name = placeName(read, place);
    const { proof, after, uses } = machinesStandAt(read, place) ? onNodes(read, place) : onWorkers(read, place);
    return [
      itemOf(read, `name-and-time[${place}]`, {
        title: `Name and time servers for ${name}`,
        team: "network",
        chapter: "network",
        verify: proof,
        why: "etcd and certificates need clocks that agree, and every node must resolve the base domain.",
        after,
        uses,
        blockedBy: openIn(read.maybe(network.place.dnsServers, place), read.maybe(network.place.ntpServers, place)),
      }),
    ];
  },
});

/** Where it shows that machines are served, and the rows whose items bring the network of these. */
interface Tried {
  readonly proof: string;
  readonly after: readonly string[];
  /** Rows that lead to the servers. */
  readonly uses: readonly string[];
}

const onNodes = (read: Reader, place: string): Tried => ({
  proof: fromNodes(read, place, `On a test machine in the node network, ${NAME_AND_TIME}`, `Whoever runs the servers says that they answer machines in ${read.answer(network.place.nodeNetwork, place)}`),
  after: [`node-network[${place}]`],
  uses: rowsFrom(read, [place]),
});

/** Where workers have networks of their own and nothing else stands there, nobody names a node network. */
function onWorkers(read: Reader, place: string): Tried {
  const datacenters = (read.rule(sites).get(place)?.datacenters ?? []).filter((id) => workersStand(read, id) === "own-network");
  return {
    proof: `On a test machine in the network of the workers of ${listed(datacenters.map((id) => datacenterName(read, id)))}, ${NAME_AND_TIME}`,
    after: [...new Set(datacenters.map((id) => workerNetworkRow(read, id)))],
    uses: [FIREWALL],
  };
}
