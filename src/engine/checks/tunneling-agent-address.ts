import { families } from "../answers/chapters/families.ts";
import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../answers/chapters/load-balancer.ts";
import { network } from "../answers/chapters/network.ts";
import { podAddresses } from "../answers/chapters/pod-addresses.ts";
import type { Question } from "../answers/question.ts";
import { agentAddressRanges } from "../facts/firewall.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import { check } from "../kernel/check.ts";
import type { Reader } from "../kernel/rule.ts";
import { hubRanges } from "../rules/addresses/hub-ranges.ts";
import { spokenRange } from "../rules/addresses/proposals.ts";
import { reachedHosts } from "../rules/addresses/reached-hosts.ts";
import { strategiesInUse } from "../rules/basics/exposure.ts";
import { nestedAnywhere, unnestedAnywhere } from "../rules/basics/nesting.ts";
import { clusterName, datacenterName, placeName } from "../rules/basics/platform.ts";
import { formatAddress, parseAddress } from "../values/address.ts";
import { contains, freeParts, parseBlock, single, sizeOf, type Range } from "../values/range.ts";
import { workersStandSoFar } from "../rules/basics/made-networks.ts";

/** A network that machines or pods of the plan use. */
interface Network {
  readonly title: string;
  readonly text: string;
  readonly range: Range;
  readonly path: AnswerPath;
  /** How an address in it is told, where it is no network but a single server. */
  readonly meets?: string;
}

/** The tunnelling agent binds one address on every worker; nothing else may have it. */
export const tunnelingAgentAddress = check({
  id: "firewall.tunneling-agent-address",
  title: "Tunnelling agent's address in use",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.expose-strategies", "kkp.code.cluster-validation"],
  examine: (read, _plan, report) => {
    if (!read.rule(strategiesInUse).includes("Tunneling")) return;
    const text = read.answer(network.plan.tunnelingAgentAddress);
    const address = parseAddress(text);
    if (!address) return;
    const networks = networksOf(read);
    const path = read.path(network.plan.tunnelingAgentAddress);
    const free = freeAddress(read.fact(agentAddressRanges), networks.map(({ range }) => range));
    for (const clash of networks.filter(({ range }) => contains(range, single(address)))) {
      report({
        key: clash.path,
        title: `The tunnelling agent's address ${text} ${clash.meets ?? "lies in"} ${clash.title}`,
        message: `With Tunneling every worker binds ${text} itself. It belongs to ${clash.title}, ${clash.text}, so what stands there would be out of reach from the workers.`,
        remedy: free === undefined ? "Choose an address that no network of any place uses." : `Choose an address that no network uses, for example ${free}.`,
        fixes: free === undefined ? [] : [{ title: `Use ${free} for the agent`, set: [{ path, value: free }] }],
        answers: [path, clash.path],
      });
    }
  },
});

function networksOf(read: Reader): readonly Network[] {
  const networks: Network[] = [];
  const add = (title: string, text: string | undefined, path: AnswerPath) => {
    const range = text === undefined ? undefined : parseBlock(text);
    if (range && text !== undefined) networks.push({ title, text, range, path });
  };
  for (const id of read.subjects("place")) {
    const where = placeName(read, id);
    add(`the node network of ${where}`, read.optional(network.place.nodeNetwork, id), read.path(network.place.nodeNetwork, id));
    for (const { name, block } of read.optional(network.place.otherNetworks, id) ?? []) add(`the network ${name} of ${where}`, block, read.path(network.place.otherNetworks, id));
  }
  for (const id of read.subjects("datacenter")) {
    if (workersStandSoFar(read, id) === "own-network") add(`the worker network of ${datacenterName(read, id)}`, read.optional(network.datacenter.workerNetwork, id), read.path(network.datacenter.workerNetwork, id));
    if (read.optional(infrastructure.datacenter.place, id) !== undefined) add(`the block for workloads of ${datacenterName(read, id)}`, read.optional(loadBalancer.datacenter.workloadBlock, id), read.path(loadBalancer.datacenter.workloadBlock, id));
  }
  for (const id of read.subjects("cluster")) for (const block of read.optional(podAddresses.cluster.podRanges, id) ?? []) add(`the pods of ${clusterName(read, id)}`, block, read.path(podAddresses.cluster.podRanges, id));
  for (const id of read.subjects("cluster")) add(`the virtual addresses of ${clusterName(read, id)}`, read.optional(loadBalancer.cluster.pool, id), read.path(loadBalancer.cluster.pool, id));
  const hub = read.outcome(hubRanges);
  for (const row of hub.kind === "known" ? hub.value : []) add(spokenRange(row), row.text, row.path);
  for (const { row, range } of read.rule(reachedHosts)) networks.push({ title: row.title, text: row.text, range, path: row.path, meets: "is that of" });
  const { userClusterPods, userClusterServices, platformPods, platformServices } = network.plan;
  if (unnestedAnywhere(read)) {
    add("the pod range of user clusters", read.answer(userClusterPods), read.path(userClusterPods));
    add("the Service range of user clusters", read.answer(userClusterServices), read.path(userClusterServices));
  }
  if (nestedAnywhere(read)) {
    const { nestedPods, nestedServices } = families.plan;
    add("the pod range of nested user clusters", read.answer(nestedPods), read.path(nestedPods));
    add("the Service range of nested user clusters", read.answer(nestedServices), read.path(nestedServices));
    for (const block of read.optional(families.plan.infrastructureRanges) ?? []) add("the pods and Services of an infrastructure cluster", block, read.path(families.plan.infrastructureRanges));
  }
  const addPlatform = (title: string, question: Question<string>) => {
    const told = read.maybe(question);
    add(title, told.kind === "known" ? told.value : undefined, read.path(question));
  };
  addPlatform("the pod range of master and Seeds", platformPods);
  addPlatform("the Service range of master and Seeds", platformServices);
  return networks;
}

/** An address near the end of the first range that has room; the ends of ranges are used least. */
function freeAddress(ranges: readonly string[], taken: readonly Range[]): string | undefined {
  for (const text of ranges) {
    const range = parseBlock(text);
    const part = range && freeParts(range, taken).at(-1);
    if (!part) continue;
    // The last addresses of a segment are broadcast and often gateways; .10 of the last /24 is neither.
    const back = sizeOf(part) > 245n ? 245n : 0n;
    return formatAddress({ family: part.family, number: part.last - back });
  }
  return undefined;
}
