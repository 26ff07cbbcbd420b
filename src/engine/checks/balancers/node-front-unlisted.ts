import { isAskedThrough } from "../../answers/answers.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { controlPlaneAddresses, staticWorkerAddresses } from "../../rules/addresses/assignments.ts";
import { nodesAreDialled } from "../../rules/addresses/front-sources.ts";
import { announcedBy } from "../../rules/basics/announced-by.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { parseAddress } from "../../values/address.ts";
import { contains, parseBlock, single } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";

const addressesOf = (rows: readonly AddressAssignment[]): readonly string[] => rows.flatMap(({ address }) => (address.kind === "known" ? [address.value] : []));

/** Whether control planes hand the address around as that of their Kubernetes API, so that one of them has it. */
function isOfApi(read: Reader, cluster: string, address: string): boolean {
  const { api } = announcedBy(read, cluster);
  return api?.kind === "known" && api.value === address;
}

/** An address of node ports in the node network that is said to be a node's, while all nodes are listed and none has it. One outside that network is the fault of another check. */
export const nodeFrontUnlisted = check({
  id: "balancers.node-front-unlisted",
  title: "The node whose ports are dialled is one of the cluster",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.install-ce", "kubeone.static-nodes"],
  examine: (read, cluster, report) => {
    if (!isAskedThrough(read, fronts.cluster.nodeFront, cluster) || !nodesAreDialled(read, cluster)) return;
    const front = read.answer(fronts.cluster.nodeFront, cluster);
    const [planes, workers] = [read.rule(controlPlaneAddresses, cluster), read.rule(staticWorkerAddresses, cluster)];
    const rows = [...planes, ...workers];
    const nodes = addressesOf(rows);
    if (nodes.length < rows.length || nodes.includes(front) || isOfApi(read, cluster, front)) return;
    const place = read.answer(infrastructure.cluster.place, cluster);
    const segment = parseBlock(read.answer(network.place.nodeNetwork, place));
    const address = parseAddress(front);
    if (!address || !segment || !contains(segment, single(address))) return;
    const name = clusterName(read, cluster);
    const [worker] = addressesOf(workers);
    const path = (question: Parameters<Reader["path"]>[0]) => read.path(question, cluster);
    report({
      title: `${front} is none of the machines of ${name}`,
      message: `Names of ${name} lead to ${front} as to a node, and its machines have ${listed(nodes)}: nothing there answers on ports of nodes, so dashboard and user clusters stay out of reach.`,
      remedy: "Name the address of a machine that is listed, list the machine that has this one, or state from which addresses it leads on to the nodes.",
      fixes: [
        ...(worker === undefined ? [] : [{ title: `Let names lead to ${worker}, a worker`, set: [{ path: path(fronts.cluster.nodeFront), value: worker }] }]),
        { title: `Open the node ports for ${front}, which leads on to them`, set: [{ path: path(fronts.cluster.nodeFrontSources), value: [`${front}/${address.family === 4 ? 32 : 128}`] }] },
      ],
      answers: [path(fronts.cluster.nodeFront), path(fronts.cluster.nodeFrontSources), path(infrastructure.cluster.controlPlaneAddresses), path(infrastructure.cluster.workerAddresses)],
    });
  },
});
