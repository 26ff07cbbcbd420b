import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { access } from "../../answers/chapters/access.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Reader } from "../../kernel/rule.ts";
import { sshEntry } from "../access/ssh-entry.ts";
import { listed } from "../../values/sentence.ts";
import { madeByTerraform } from "../basics/example-network.ts";
import { clusterName, masterCluster } from "../basics/platform.ts";
import { usesTerraform } from "../basics/provisioning.ts";
import { lastMade, networkTrialTitle } from "../checklist/made-network.ts";
import { calledFrom, wayThere, type Trial, type WayThere } from "../checklist/way-in.ts";
import { NAME_AND_TIME } from "../checklist/places.ts";
import { unfiltered } from "../checklist/quality.ts";
import { seesZone } from "../checklist/zone-proof.ts";
import { statedDhcp } from "../addresses/stated-dhcp.ts";
import { seedsElsewhere } from "../firewall/links.ts";
import { sites } from "../firewall/sites.ts";
import { releaseIsCarried } from "../internet/offline.ts";
import { stores } from "../storage/stores.ts";
import { madeOn } from "./bastions.ts";
import { folderOf, type Step } from "./step.ts";

/** That the way of KubeOne is open, as a clause. */
function sshProof(read: Reader, cluster: string): string {
  if (read.answer(access.plan.bastion)) return "from the bastion, `nc -vz` reaches port 22 of each machine";
  const entry = read.rule(sshEntry, cluster);
  const reached = entry === "machines" ? "each machine" : entry === "addresses" ? "each public_address that it prints" : "the bastion that it prints, and from there port 22 of each machine";
  return `from an engineer's machine, \`nc -vz\` reaches port 22 of ${reached}`;
}

/** What is tried of links between Seeds and master: a route when its last end is there, names on machines of the Seed. */
function linksTried(read: Reader, cluster: string): readonly string[] {
  const elsewhere = read.rule(seedsElsewhere);
  if (elsewhere.length === 0) return [];
  const master = read.rule(masterCluster);
  const place = read.answer(infrastructure.cluster.place, cluster);
  const tried = elsewhere.filter((seed) => lastMade(read, [seed, master], (at) => madeByTerraform(read, at)?.first) === cluster);
  const seed = elsewhere.find((id) => read.answer(infrastructure.cluster.place, id) === place);
  const names = seed !== undefined && madeByTerraform(read, place)?.first === cluster ? [seesZone(read)] : [];
  const routes = tried.map((id) => `the other end of the route between ${clusterName(read, id)} and ${clusterName(read, master)} answers`);
  return [...routes, ...names];
}

/** A way into a network that Terraform makes, as far as it is tried in one step. */
interface TriedWay {
  readonly way: WayThere;
  readonly trial: Trial;
}

/** Ways whose last end comes with the network of this cluster: into it, and from it into those that were made before. */
function waysTried(read: Reader, cluster: string, place: string): readonly TriedWay[] {
  const before = (read.optionalRule(calledFrom)?.get(place) ?? []).filter((other) => other !== place);
  return [place, ...before].flatMap((at) => {
    const way = read.optionalRule(wayThere, at);
    return (way?.trials ?? []).flatMap((trial) => (way && trial.cluster === cluster ? [{ way, trial }] : []));
  });
}

/** Who opens these ways: a sentence with a space behind it, or nothing. */
const opened = (ways: readonly TriedWay[]): string =>
  ways.length === 0
    ? ""
    : ways.length === 1
      ? `Whoever owns the item “${ways[0]?.way.title ?? ""}” of the checklist opens that way now. `
      : `Whoever owns the items ${listed(ways.map(({ way }) => `“${way.title}”`))} of the checklist opens these ways now, as far as they are not open yet. `;

/** What could not be tried before the installation, since Terraform makes the network of the machines: with them, and before Kubernetes stands on it. */
export function networkTrial(read: Reader, cluster: string): readonly Step[] {
  const place = read.answer(infrastructure.cluster.place, cluster);
  const made = madeByTerraform(read, place);
  if (!made || !usesTerraform(read, cluster)) return [];
  read.cite(...made.network.sources);
  const name = clusterName(read, cluster);
  const dhcp = statedDhcp(read, place);
  const served = [...(dhcp === undefined ? [] : [`a machine without an address of its own gets one of ${dhcp}`]), ...(read.rule(sites).get(place)?.customerNetwork ? [NAME_AND_TIME] : [])];
  const kept = read.optional(storage.cluster.backupTarget, cluster) === "s3" || read.outcome(stores).kind === "known";
  const mirrored = releaseIsCarried(read);
  const ways = cluster === made.first ? waysTried(read, cluster, place) : [];
  const proofs = [
    `for ${read.answer(network.place.nodeNetwork, place)}, ${made.network.verify ?? ""}`,
    ...ways.map(({ way, trial }) => (way.first === cluster ? trial.seen : `on the way from ${trial.who} to ${way.block}, ${trial.seen}`)),
    sshProof(read, cluster),
    ...(made.network.translates === undefined ? [] : [`the firewall rows that begin at the machines name the address of ${made.network.translates} towards other networks, which it puts in place of theirs`]),
    ...served,
    `from one machine to another, ${unfiltered(read)}`,
    ...linksTried(read, cluster),
    ...(kept ? ["the keys of each bucket list or write it, as its item says"] : []),
    ...(mirrored ? ["registry and mirrors answer as their items say"] : []),
    "`dig +short` answers for the records that are entered already",
    "`nc -vz` connects to the TCP rows that begin at the nodes and whose destination is there already",
    "`curl -sI` of https:// with each host that the allow-list has for the nodes gets an answer",
  ];
  return [
    {
      id: `step.network-trial[${cluster}]`,
      title: networkTrialTitle(read, cluster),
      text: `${madeOn(read, cluster)}The command prints the machines. ${opened(ways)}On them show the proofs that the checklist leaves to this step, and whoever owns the item is there to mend it: ${proofs.join("; ")}.`,
      commands: [`terraform -chdir=${folderOf(read, cluster)} output kubeone_hosts`],
      from: read.cell,
      why: `Terraform has just made the network of ${name}: what is closed in it shows in minutes here, and as pods that hang once Kubernetes stands on it.`,
    },
  ];
}
