import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { project } from "../../../answers/chapters/project.ts";
import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { apiServerAddresses, entryAddress } from "../../addresses/assignments.ts";
import { entryReach } from "../../addresses/entry-reach.ts";
import { metFromInternet, secondReach } from "../../addresses/second-reach.ts";
import { userApiWays } from "../../addresses/user-api-reach.ts";
import { dialledNodePorts } from "../../addresses/url-port.ts";
import { listsBesideBalancers } from "../../basics/api-lists.ts";
import { strategiesOf, type Strategy } from "../../basics/exposure.ts";
import { clusterName, entryIn, releaseIn, seedDomain } from "../../basics/platform.ts";
import type { Family } from "../../../values/address.ts";
import { ends } from "../ends.ts";
import { entryPorts } from "../entry-ports.ts";
import { comeBesideUsers } from "../forwarding.ts";
import { isSeparateSeed } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { stillToFormer } from "./former-entry.ts";

/** From people to the entries that browsers open. */
export const usersToEntries = rule<readonly FlowDraft[]>({
  id: "firewall.users-to-entries",
  title: "Users to the platform entry",
  per: "cluster",
  sources: ["kkp.ports", "kkp.code.seed-stack"],
  derive: (read, cluster) => {
    const way = { of: cluster, source: ends.users, destination: ends.entry(cluster), lifetime: "operation" } as const;
    if (isSeparateSeed(read, cluster)) {
      if (!read.optionalRule(entryAddress, cluster)) return read.notApplicable("This Seed has no interface that browsers open.");
      const names = read.rule(seedDomain, cluster);
      return [flow(read, { ...way, refs: ["E3"], ports: entryPorts(read, cluster).https, reason: "Interfaces of the Seed behind the identity-aware proxy", why: `Browsers open the interfaces below ${names} at the entry of ${clusterName(read, cluster)} itself, not through the platform's.` })];
    }
    const domain = read.answer(project.plan.domain);
    const { redirects, title } = releaseIn(read).entry;
    const dialled = read.optionalRule(dialledNodePorts, cluster);
    if (dialled) {
      return [flow(read, { ...way, refs: ["P1"], ports: redirects ? `${dialled.https}, ${dialled.http}` : String(dialled.https), reason: "Dashboard, API, login and interfaces behind the identity-aware proxy", why: `${title} answers on ${redirects ? "these ports" : "this port"} of every node, so each URL of ${domain} carries ${dialled.https}.` })];
    }
    return [
      flow(read, { ...way, refs: ["P1"], ports: ports.entryHttps, reason: "Dashboard, API, login and interfaces behind the identity-aware proxy", why: `Everything at ${domain} and one label below it answers here, the login included${redirects ? "" : `; ${title} serves the same without TLS on TCP ${read.fact(ports.entryHttp)}, which no row opens to people`}.` }),
      // An entry that serves the platform without TLS gets nobody there.
      ...(redirects ? [flow(read, { ...way, refs: ["E2"], ports: ports.entryHttp, reason: "Browsers that begin without TLS", why: `${title} sends them on to HTTPS, and closing the port only breaks links to http://${domain}.` })] : []),
    ];
  },
});

/** From people on the internet to an entry that is public itself, where rows for users name networks inside alone. */
export const outsideUsersToEntries = rule<readonly FlowDraft[]>({
  id: "firewall.outside-users-to-entries",
  title: "Users on the internet to the entry",
  per: "cluster",
  sources: ["kkp.ports", "kkp.install-ce"],
  derive: (read, cluster) => {
    if (!comeBesideUsers(read)) return read.notApplicable("Whoever opens the entry is among the users of other rows.");
    const met = metFromInternet(read.rule(entryReach, cluster).public, secondReach(read, cluster, "entry"));
    if (!met) return read.notApplicable("The entry is private; a public address leads to that of the platform.");
    const separate = isSeparateSeed(read, cluster);
    const { https, http } = separate ? entryPorts(read, cluster) : (read.optionalRule(dialledNodePorts, cluster) ?? { https: read.fact(ports.entryHttps), http: read.fact(ports.entryHttp) });
    const plain = !separate && entryIn(read, cluster).redirects;
    const row: Parameters<typeof flow>[1] = {
      refs: [separate ? "E3" : "P1"],
      word: separate ? "E3-outside" : "P1-outside",
      of: cluster,
      source: ends.outsideUsers,
      destination: ends.entry(cluster),
      ports: plain ? `${https}, ${http}` : String(https),
      reason: separate ? "Interfaces of the Seed for people on the internet" : "Dashboard, API, login and interfaces for people on the internet",
      lifetime: "operation",
      ...met,
      why: `The outer view of the zone gives people on the internet the entry's own ${inFamily(met.family)}address, and none of the networks that users are let in from is public.`,
    };
    // The former entry has an IPv4 address alone.
    return [flow(read, row), ...(met.family === 6 ? [] : stillToFormer(read, cluster, row, (former) => (separate ? former.https : `${former.https}, ${former.http}`)))];
  },
});

/** From people to the API servers of user clusters. */
export const usersToUserClusters = rule<readonly FlowDraft[]>({
  id: "firewall.users-to-user-clusters",
  title: "Users to the APIs of user clusters",
  per: "cluster",
  sources: ["kkp.ports", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master runs no user clusters.");
    const name = clusterName(read, cluster);
    const row = { of: cluster, source: ends.users, reason: "kubectl and other clients of user clusters", lifetime: "operation" } as const;
    const balanced = read.outcome(apiServerAddresses, cluster).kind === "known";
    const direct = balanced
      ? [flow(read, { ...row, refs: ["A1"], word: "api-servers", destination: ends.apiServers(cluster), ports: ports.apiServerBalanced, why: `Datacenters of ${name} give each API server a load balancer of its own, which answers on this port.${unguarded(read, cluster, "api-servers")}` })]
      : [];
    const strategies = read.rule(strategiesOf, cluster);
    // Two strategies of one Seed may share a row of the reference; the second is told apart by its word.
    const own = strategies.includes("NodePort") ? "P9-own" : "P9";
    return [...strategies.flatMap((strategy) => toUserClusters(read, cluster, strategy, own, row)), ...direct];
  },
});

/** From people on the internet to API servers that answer at public addresses, where rows for users name networks inside alone. */
export const outsideUsersToUserClusters = rule<readonly FlowDraft[]>({
  id: "firewall.outside-users-to-user-clusters",
  title: "Users on the internet to the APIs of user clusters",
  per: "cluster",
  sources: ["kkp.ports", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master runs no user clusters.");
    if (!comeBesideUsers(read)) return read.notApplicable("Whoever works with kubectl is among the users of other rows.");
    const open = userApiWays(read, cluster).flatMap(({ by, public: four, six }) => {
      const met = metFromInternet(four, six);
      return met ? [{ by, met }] : [];
    });
    if (open.length === 0) return read.notApplicable("API servers of user clusters answer at private addresses.");
    const name = clusterName(read, cluster);
    const because = (family: Family | undefined) => `Kubeconfigs of user clusters of ${name} lead people on the internet to this ${inFamily(family)}address, which is public, and none of the networks that users are let in from is.`;
    const row = { of: cluster, source: ends.outsideUsers, reason: "kubectl of people on the internet", lifetime: "operation" } as const;
    return open.map(({ by, met }) =>
      by === "balanced"
        ? flow(read, { ...row, refs: ["A1"], word: "api-servers-outside", destination: ends.apiServers(cluster), ports: ports.apiServerBalanced, why: `${because(met.family)}${unguarded(read, cluster, "api-servers-outside")}` })
        : flow(read, { ...row, refs: [by === "Tunneling" ? "P8" : "P9"], word: `${by === "Tunneling" ? "P8" : by === "NodePort" ? "P9" : "P9-own"}-outside`, destination: by === "LoadBalancer" ? ends.userClusterFront(cluster) : ends.nodeportProxy(cluster), ports: by === "Tunneling" ? ports.tunnelForUsers : ports.nodePorts, ...met, why: because(met.family) }),
    );
  },
});

const inFamily = (family: Family | undefined): string => (family === undefined ? "" : `IPv${family} `);

/** Where somebody wants lists of allowed networks, that they do not reach as far as this row; a sentence with a blank before it. */
const unguarded = (read: Reader, cluster: string, word: string): string =>
  read.forRow(`flow.${word}[${cluster}]`, () => {
    if (listsBesideBalancers(read, cluster).length === 0) return "";
    read.cite("kkp.code.apiserver-service");
    return " KKP sets no source ranges at it, so only a firewall limits who comes in here.";
  });

type UserRow = Pick<Parameters<typeof flow>[1], "of" | "source" | "reason" | "lifetime">;

/** The row of one strategy. */
function toUserClusters(read: Reader, cluster: string, strategy: Strategy, own: string, row: UserRow): readonly FlowDraft[] {
  const name = clusterName(read, cluster);
  if (strategy === "Tunneling") {
    return [flow(read, { ...row, refs: ["P8"], destination: ends.nodeportProxy(cluster), ports: ports.tunnelForUsers, why: `With Tunneling all user clusters of ${name} share one port and are told apart by name.` })];
  }
  if (strategy === "NodePort") {
    return [flow(read, { ...row, refs: ["P9"], destination: ends.nodeportProxy(cluster), ports: ports.nodePorts, why: `With NodePort each user cluster of ${name} has a port of its own in this range, and nobody knows in advance which.` })];
  }
  read.cite("kkp.code.front-loadbalancer");
  return [flow(read, { ...row, refs: ["P9"], word: own, destination: ends.userClusterFront(cluster), ports: ports.nodePorts, why: `With LoadBalancer each user cluster of ${name} has an address of its own, but still a port of this range.` })];
}
