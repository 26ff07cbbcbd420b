import type { NewThing } from "../../answers/chapters/new-secrets.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { dequal } from "dequal";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Release } from "../../releases/release.ts";
import { formatCount } from "../../values/figures.ts";
import { capital, listed } from "../../values/sentence.ts";
import { ports } from "../../facts/ports.ts";
import type { Endpoint, ExternalHost, Flow } from "../../plan/plan.ts";
import { urlHost } from "../../values/url-host.ts";
import { rowsFrom, soFar } from "../basics/rows-from.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { ownPods } from "../addresses/pods-seen.ts";
import { ledFamily } from "../addresses/second-reach.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { clusterName, entryIn, installedRelease, masterCluster, releaseIn, replacedAt, runsAlready } from "../basics/platform.ts";
import { ends } from "../firewall/ends.ts";
import { entryPorts } from "../firewall/entry-ports.ts";
import { loadedBy, releaseSources } from "../firewall/external/clusters.ts";
import { forwarding } from "../firewall/forwarding.ts";
import { githubImages } from "../firewall/github-images.ts";
import { flowDrafts } from "../firewall/connections.ts";
import { endpointRules, externalRules, flowRules } from "../firewall/index.ts";
import { sites } from "../firewall/sites.ts";
import { releaseIsCarried } from "../internet/offline.ts";
import { dialledByWorkers, dialledFrom } from "./dialled.ts";
import { isHandedOut, itemOf, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";
import { afterNetworks, leftToTrials } from "./made-network.ts";
import { afterWorkers } from "./places.ts";
import { FIREWALL } from "./uses.ts";

/** Flows between zones. */
const flows = rule<readonly Draft[]>({
  id: "checklist.flows",
  title: "Checklist: firewall rows",
  per: "plan",
  sources: ["kkp.ports", "kkp.setup-checklist"],
  derive: (read) => {
    const { rows } = rowsFrom(read, flowRules);
    const { missing } = read.rule(flowDrafts);
    if (rows.length === 0) return read.notApplicable("No firewall row is known yet.");
    const endpoints = new Map(rowsFrom(read, endpointRules).rows.map((endpoint) => [endpoint.id, endpoint]));
    if (runsAlready(read)) return [itemOf(read, "firewall-flows", forUpgrade(read, rows, endpoints))];
    const unnamed = read.fact(ports.workloads);
    const named = rows.filter((row) => row.ports !== unnamed);
    const used = [...new Set(named.flatMap(({ source, destination }) => [source, destination]))].flatMap((end) => endpoints.get(end) ?? []);
    // Messages of routers come when a link is narrow; nothing dials them.
    const dialled = named.filter(({ protocol }) => protocol !== "ICMPv6");
    const later = dialled.filter(({ destination }) => BUILT.has(endpoints.get(destination)?.kind ?? "internet")).length;
    const handedOut = handedOutAmong(named, endpoints);
    const forATime = rows.filter(({ lifetime }) => lifetime === "installation").length;
    return [
      itemOf(read, "firewall-flows", {
        title: `${formatCount(named.length, "firewall row")}${soFar(missing)} opened`,
        team: "security",
        chapter: "network",
        verify: proof(dialled.length - later, later, rows.length - named.length, handedOut, leftToTrials(read)),
        after: [...new Set([...afterNetworks(read, () => true), ...read.subjects("datacenter").flatMap((id) => afterWorkers(read, id))])],
        why: `A closed row shows only when the installation stands still.${forATime === 0 ? "" : ` ${formatCount(forATime, "row")} may be closed again afterwards.`}`,
        blockedBy: [...missing, ...openIn(...used.flatMap(({ addresses }) => addresses))],
      }),
    ];
  },
});

/** Rows whose source is the block of pods too. A cluster of a service is made behind the rows, so that its pods try them once it is there. */
const fromPods = rule<readonly Draft[]>({
  id: "checklist.firewall-pods",
  title: "Checklist: firewall rows for pods",
  per: "cluster",
  sources: ["kkp.ports"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const pods = ownPods(read, cluster);
    if (pods === undefined) return read.notApplicable("Its pods call with addresses of their nodes, or of the node network.");
    const name = clusterName(read, cluster);
    return [
      itemOf(read, `firewall-pods[${cluster}]`, {
        title: `Firewall rows let pods of ${name} through as well`,
        team: "security",
        chapter: "network",
        verify: `From a pod of ${name}, whose address is one of ${pods}, \`nc -vz\` connects to the TCP rows of its nodes whose destination is there already`,
        why: `What the platform runs in ${name} calls with addresses of ${pods}, and a filter that knows its nodes alone drops that.`,
        uses: [FIREWALL, `existing-cluster[${cluster}]`],
      }),
    ];
  },
});

type Endpoints = ReadonlyMap<string, Endpoint>;

const handedOutAmong = (rows: readonly Flow[], endpoints: Endpoints): number =>
  rows.filter(({ source, destination, arrivesAs }) => arrivesAs?.some(isHandedOut) || [source, destination].some((end) => endpoints.get(end)?.addresses.some(isHandedOut))).length;

const preparedByName = (handedOut: number, event: string): string => (handedOut === 0 ? "" : `, the ${handedOut === 1 ? "one" : handedOut} with an address that is handed out during the ${event} prepared by name`);

/** Ends of rows by what they belong to of all that may come with an upgrade: the beginnings of their ids. */
const ENDS_OF: readonly (readonly [end: RegExp, what: NewThing])[] = [
  [/^s3\[/, "backups"],
  [/^store-further$/, "further-backups"],
  [/^store-mla$/, "user-cluster-mla"],
  [/^alerts$/, "alerts"],
  [/^identity(?:-login)?(?:$|\[)/, "identity-source"],
  [/^(?:seed|further)-issuer\[/, "seed-issuers"],
  [/^(?:acme|issuer|zone-server|zone)$/, "certificates"],
  [/^(?:kubelb-|appliance)/, "load-balancers"],
];

/** Whether the upgrade brings what stands at one end of a row. */
function isNewEnd(read: Reader, end: string): boolean {
  const what = ENDS_OF.find(([pattern]) => pattern.test(end))?.[1];
  return what !== undefined && comesNew(read, what);
}

/** An upgrade opens rows to an entry that takes the place of another one, and to what it brings, and no others. */
function forUpgrade(read: Reader, rows: readonly Flow[], endpoints: Endpoints): ItemWords {
  const replacing = read.subjects("cluster").filter((cluster) => replacedAt(read, cluster) !== undefined);
  const tried = new Set(replacing.map((cluster) => ends.entry(cluster)));
  const entries = new Set(replacing.filter((cluster) => isDialledAnew(read, cluster, endpoints)).map((cluster) => ends.entry(cluster)));
  // A new entry is tried by a row that the installed platform never had, whatever its address.
  // What stands in front of the nodes leads to the same nodes as before, on other ports.
  const leadsToNew = new Set(replacing.map((cluster) => `flow.front-entry[${cluster}]`));
  const added = (end: string): boolean => isNewEnd(read, end);
  const opened = rows.filter(({ id, source, destination, lifetime }) => added(source) || added(destination) || entries.has(destination) || entries.has(source) || (lifetime === "installation" && tried.has(destination)) || leadsToNew.has(id));
  if (opened.length === 0) return read.notApplicable("The firewalls hold all rows already, and the upgrade adds none.");
  const used = [...new Set(opened.flatMap(({ source, destination }) => [source, destination]))].flatMap((end) => endpoints.get(end)?.addresses ?? []);
  const replaced = replacing.filter((cluster) => opened.some(({ source, destination }) => [source, destination].some((end) => end === ends.entry(cluster) || end === ends.nodeFront(cluster))));
  const titles = [...new Set(replaced.map((cluster) => entryIn(read, cluster).title))];
  const others = [...new Set(opened.flatMap(({ source, destination }) => [destination, source].filter(added).map((end) => endpoints.get(end)?.title ?? end)))];
  const stays = titles.length === 0 ? "" : ", and what leads to the former entry stays open until it goes";
  return {
    title: `${formatCount(opened.length, "firewall row")} opened for ${listed([...titles, ...others])}`,
    team: "security",
    chapter: "network",
    verify: `The configuration of the firewalls holds each row of the firewall table that leads to ${listed([...titles, ...others])}${preparedByName(handedOutAmong(opened, endpoints), "upgrade")}; the runbook tries them${stays}`,
    why: "A closed row shows only when the upgrade stands still. All other rows are open since the installation, and the upgrade changes none of them.",
    blockedBy: openIn(...used),
  };
}

/** Whether a new entry answers elsewhere than the former one: neither behind a front that stays, nor in a block that rows name as a whole. */
function isDialledAnew(read: Reader, cluster: string, endpoints: Endpoints): boolean {
  const ports = portsAt(read, cluster);
  if (ports) return ports.dialled;
  const [now, before] = [ends.entry(cluster), ends.formerEntry(cluster)].map((end) => endpoints.get(end)?.addresses ?? []);
  return now?.some(({ kind }) => kind !== "known") === true || !dequal(now, before);
}

/** Ends of the platform itself, and routers that speak to nothing else: as a rule nothing answers there before the installation. */
const BUILT: ReadonlySet<Endpoint["kind"]> = new Set([
  "public-address",
  "entry",
  "nodeport-proxy",
  "user-cluster-front",
  "api-servers",
  "load-balancer",
  "kubernetes-api",
  "nodes",
  "control-planes",
  "public-machines",
  "example-bastion",
  "workers",
  "router",
]);

function proof(now: number, later: number, unnamed: number, handedOut: number, left: string): string {
  const listed = `The configuration of the firewalls holds every row of the firewall table${unnamed === 0 ? "" : " but those to Services of user clusters"}`;
  const prepared = preparedByName(handedOut, "installation");
  const connects = now === 0 ? "" : `; from a test machine of each source, \`nc -vz\` connects to the TCP rows among the ${now} whose destination is there already${left}`;
  const waits = later === 0 ? "" : `; ${later === 1 ? "1 other leads" : `${later} others lead`} to machines and addresses of the platform itself and ${later === 1 ? "is" : "are"} tried at the acceptance`;
  const asked = unnamed === 0 ? "" : `; ${unnamed === 1 ? "the row to those Services is" : `the ${unnamed} rows to those Services are`} opened port by port as tenants ask`;
  return `${listed}${prepared}${connects}${waits}${asked}`;
}

/** Hosts on the internet that machines need. */
const externalHosts = rule<readonly Draft[]>({
  id: "checklist.external-hosts",
  title: "Checklist: external hosts",
  per: "plan",
  sources: ["kkp.proxy-allow-list"],
  derive: (read) => {
    const before = read.optionalRule(installedRelease);
    if (before) return [itemOf(read, "external-hosts", addedSince(read, before))];
    const { rows, missing } = rowsFrom(read, externalRules);
    // What a cluster pulls from one more registry keeps none of its other hosts off the list, and the list is not whole without it.
    const unsaid = read.subjects("cluster").flatMap((cluster) => {
      const images = read.outcome(githubImages, cluster);
      return images.kind === "waiting" ? images.missing : [];
    });
    // A repository is a path on its registry; a firewall or proxy knows the host.
    const hosts = new Set(rows.map(({ host }) => host.split("/", 1)[0]));
    if (hosts.size === 0) return read.notApplicable("No external host is known yet.");
    // What is mirrored is listed as far as it is known; whoever builds a cluster may want more.
    const sources = new Set(rows.map(({ source }) => source));
    const at = read.rule(sites);
    const calls = (place: string): boolean => [ends.bastion(place), ...(at.get(place)?.clusters ?? []).map(ends.nodes), ...(at.get(place)?.datacenters ?? []).map(ends.workers)].some((end) => sources.has(end));
    const calling = read.subjects("datacenter").filter((id) => sources.has(ends.workers(id)));
    const builders = read.subjects("cluster").map((cluster) => read.maybe(infrastructure.cluster.provisioning, cluster)).flatMap((built) => (built.kind === "open" ? [built.question] : []));
    const waits = [...missing, ...builders, ...unsaid];
    return [
      itemOf(read, "external-hosts", {
        title: `${formatCount(hosts.size, "external host")}${soFar(waits)} on the allow-list`,
        team: "security",
        chapter: "network",
        verify: `From a test machine in the network of each source, \`curl -sI\` of https:// with each host listed for that source gets an answer, and not the proxy's error page${rows.some(({ ports }) => ports === "80") ? "; http:// where the list says port 80" : ""}${leftToTrials(read, calls)}`,
        after: [...new Set([...afterNetworks(read, calls), ...calling.flatMap((id) => afterWorkers(read, id))])],
        uses: [...dialledFrom(read, calls), ...calling.flatMap((id) => dialledByWorkers(read, id))],
        why: "Images, charts and operating-system packages come from there, at the installation and whenever a node is replaced.",
        blockedBy: waits,
      }),
    ];
  },
});

/** Repositories that the release loads from and the one before did not; their registries are on every list since the installation, hosts of charts that the mirror workstation asks for are not. */
function addedSince(read: Reader, before: Release): ItemWords {
  const added = read.subjects("cluster").flatMap((cluster): readonly ExternalHost[] => {
    const now = read.outcome(releaseSources, cluster);
    if (now.kind !== "known") return [];
    const former = loadedBy(read, cluster, before, replacedAt(read, cluster) ?? entryIn(read, cluster)).map(({ host }) => host);
    return now.value.filter(({ host }) => !former.includes(host));
  });
  const paths = [...new Set(added.map(({ host }) => host))];
  const brought = new Set(rowsFrom(read, endpointRules).rows.filter(({ id }) => isNewEnd(read, id)).flatMap(({ addresses }) => addresses.flatMap((address) => (address.kind === "known" ? [address.value] : []))));
  const systems = brought.size === 0 ? [] : [...new Set(rowsFrom(read, externalRules).rows.map(({ host }) => host).filter((host) => brought.has(host)))];
  const known = new Set(before.chartHosts.map(({ host }) => host));
  const charts = releaseIsCarried(read) ? releaseIn(read).chartHosts.map(({ host }) => host).filter((host) => !known.has(host)) : [];
  if (paths.length + charts.length + systems.length === 0) return read.notApplicable("The upgrade loads from nowhere else than the installed platform.");
  const registries = [...new Set(paths.map((host) => host.split("/", 1)[0] ?? host))];
  const proofs = [
    ...(paths.length === 0 ? [] : [`Each filter that looks at paths has ${listed(paths)} for the sources that the table of external hosts names; one that looks at hosts alone has ${listed(registries)} since the installation`]),
    ...(systems.length === 0 ? [] : [`From a test machine in the network of each source, \`curl -sI\` of ${listed(systems.map((host) => `https://${host}`))} gets an answer, and not the proxy's error page`]),
    ...(charts.length === 0 ? [] : [`From the mirror workstation, \`curl -sI\` of ${listed(charts.map((host) => `https://${host}`))} gets an answer`]),
  ];
  return {
    title: `${listed([...paths, ...systems, ...charts])} on allow-lists${charts.length + systems.length === 0 ? " that look at paths" : ""}`,
    team: "security",
    chapter: "network",
    verify: proofs.join("; "),
    why: `${paths.length + charts.length > 0 ? `KKP ${releaseIn(read).id} loads from there, and KKP ${before.id} did not` : "What comes with the upgrade is reached there"}${paths.length + charts.length > 0 && systems.length > 0 ? `; ${listed(systems)} ${systems.length === 1 ? "comes" : "come"} with the upgrade` : ""}; all other hosts are on the list since the installation.`,
  };
}

/** The public address from which the internet is led on to an entry. */
const publicAddress = rule<readonly Draft[]>({
  id: "checklist.public-address",
  title: "Checklist: public address of the entry",
  per: "cluster",
  sources: ["letsencrypt.challenges", "kkp.install-ce"],
  derive: (read, cluster) => {
    // An upgrade finds the forwarding there, and moves it where it moves the entry.
    const before = replacedAt(read, cluster);
    if (!before) onlyForNew(read);
    const { address, forAuthority, forPeople } = read.rule(forwarding, cluster);
    const entry = read.outcome(entryAddress, cluster);
    const { https, http, onNodes } = entryPorts(read, cluster);
    const there = entry.kind === "known" && entry.value.address.kind === "known" ? entry.value.address.value : read.optionalRule(masterCluster) === cluster ? "the platform entry" : `the entry of ${clusterName(read, cluster)}`;
    const shown = address.kind === "known" ? address.value : "a public address";
    const way = (from: string, to: string) => `Forwarding of TCP ${from} from ${shown} to ${onNodes ? `TCP ${to} of ` : ""}${there}`;
    const later = entry.kind === "known" && isHandedOut(entry.value.address);
    const both = forAuthority || entryIn(read, cluster).redirects;
    const tried = forPeople && !both ? `\`nc -vz ${urlHost(shown)} 443\`` : `\`curl -I\` of http://${urlHost(shown)}`;
    const day = before ? ", agreed on for the day of the upgrade" : later ? ", agreed on for the day of the installation" : "";
    return [
      itemOf(read, `public-address[${cluster}]`, {
        title: `${forPeople ? (both ? way("443 and 80", `${https} and ${http}`) : way("443", https)) : way("80", http)}${day}`,
        team: "network",
        chapter: forAuthority ? "certificates" : "dns",
        verify: before ? `Until then it leads to ${before.title}; somebody is named who changes it when the runbook moves the records` : later ? `${capital(shown)} is reserved, and somebody is named who leads it on when the runbook tells the address of ${there}` : `The firewall or router shows the forwarding; after ${tried} from the internet its log shows a connection that was led on, and an answer comes at the acceptance only`,
        why: `${capital(there)} is private: ${listed([...(forAuthority ? [`without the forwarding ${ledFamily(read, cluster) === "" ? "no name is proved, and no certificate is issued or renewed" : "no challenge gets through that fails over IPv6"}`] : []), ...(forPeople ? [`${forAuthority ? "" : "without the forwarding "}people on the internet reach nothing${ledFamily(read, cluster) === "" ? "" : " over IPv4"}`] : [])])}.`,
        after: [`address.pool[${cluster}]`],
        blockedBy: openIn(address),
      }),
    ];
  },
});

export const firewallItems: readonly Rule<readonly Draft[]>[] = [flows, fromPods, publicAddress, externalHosts];
