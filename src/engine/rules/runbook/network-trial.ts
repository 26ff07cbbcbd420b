import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { access } from "../../answers/chapters/access.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Reader } from "../../kernel/rule.ts";
import { sshEntry } from "../access/ssh-entry.ts";
import { madeByTerraform } from "../basics/example-network.ts";
import { clusterName, masterCluster } from "../basics/platform.ts";
import { usesTerraform } from "../basics/provisioning.ts";
import { lastMade, networkTrialTitle } from "../checklist/made-network.ts";
import { wayThere } from "../checklist/way-in.ts";
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
  const way = cluster === made.first ? read.optionalRule(wayThere, place) : undefined;
  const proofs = [
    `for ${read.answer(network.place.nodeNetwork, place)}, ${made.network.verify ?? ""}`,
    ...(way ? [way.seen] : []),
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
      text: `${madeOn(read, cluster)}The command prints the machines. ${way ? `Whoever owns the item “${way.title}” of the checklist opens that way now. ` : ""}On them show the proofs that the checklist leaves to this step, and whoever owns the item is there to mend it: ${proofs.join("; ")}.`,
      commands: [`terraform -chdir=${folderOf(read, cluster)} output kubeone_hosts`],
      from: read.cell,
      why: `Terraform has just made the network of ${name}: what is closed in it shows in minutes here, and as pods that hang once Kubernetes stands on it.`,
    },
  ];
}
