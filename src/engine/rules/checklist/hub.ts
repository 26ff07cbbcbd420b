import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { project } from "../../answers/chapters/project.ts";
import { kubelbHome } from "../../facts/balancers.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { parseAddress } from "../../values/address.ts";
import { listedOr } from "../../values/sentence.ts";
import { placeName } from "../basics/platform.ts";
import { placeOfNewHub } from "../firewall/hub-place.ts";
import { installedHub } from "../firewall/installed-hub.ts";
import { hubNeed } from "../workloads/hub-need.ts";
import { hubsOf } from "../workloads/hub-left.ts";
import { hubPods } from "../workloads/hub-pods.ts";
import { hubEncrypts, hubVersion } from "../workloads/hub-version.ts";
import { HUB_MANAGER } from "../runbook/hub-manager.ts";
import { roomOf } from "./hub-room.ts";
import { itemId, itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { isAtMaster } from "./made-network.ts";

/** What a value says, or words for it while nobody has named it. */
const shown = (value: Value<string>, otherwise: string): string => (value.kind === "known" ? value.value : otherwise);

/** The block of addresses that KubeLB holds. */
const hubBlock = rule<readonly Draft[]>({
  id: "checklist.kubelb-block",
  title: "Checklist: block of KubeLB",
  per: "plan",
  sources: ["kubelb.l4"],
  derive: (read) => {
    onlyForNew(read);
    const { needed, tenants } = read.rule(hubNeed);
    if (read.answer(kubelbHub.plan.kubelbRuns)) return read.notApplicable("KubeLB runs already, and has its block.");
    const block = read.maybe(kubelbHub.plan.kubelbBlock);
    return [
      itemOf(read, "kubelb-block", {
        title: block.kind === "known" ? `Block ${block.value} reserved for KubeLB` : `Block of at least ${needed} addresses reserved for KubeLB`,
        team: "network",
        chapter: "loadBalancer",
        verify: `The address register shows ${shown(block, "its block")} as reserved; whoever runs the routers shows how they will lead it to the management cluster`,
        why: `One address for each Service of type LoadBalancer: ${tenants} in this plan, at least.`,
        blockedBy: openIn(block),
      }),
    ];
  },
});

/** Network and Kubernetes of a management cluster of KubeLB that is built for this plan, by others than its runbook. */
const newHub = rule<readonly Draft[]>({
  id: "checklist.new-kubelb",
  title: "Checklist: new management cluster of KubeLB",
  per: "plan",
  sources: ["kubelb.management"],
  derive: (read) => {
    onlyForNew(read);
    const place = placeName(read, placeOfNewHub(read));
    const { kubelbApi, kubelbBlock, kubelbNodes } = kubelbHub.plan;
    const [api, nodes, block] = [read.maybe(kubelbApi), read.maybe(kubelbNodes), read.maybe(kubelbBlock)];
    const named = api.kind === "known" && parseAddress(api.value) === undefined;
    const front = shown(api, "an address of its own");
    const network = shown(nodes, "Network");
    const id = "kubelb-kubernetes";
    return [
      itemOf(read, "kubelb-nodes", {
        title: `${network} in ${place} reserved for nodes of KubeLB, with ${named ? `an address behind ${front}` : front} for its Kubernetes API`,
        team: "network",
        chapter: "loadBalancer",
        verify: `The address register shows network and address as reserved${named ? `, and \`dig +short ${front}\` prints the address` : api.kind === "known" ? `, and \`ping ${front}\` gets no answer` : ""}`,
        why: `Firewall rows open ways to both before a machine stands there, and each tenant keeps ${front} in its kubeconfig.`,
        blockedBy: openIn(nodes, api),
      }),
      read.forRow(itemId(id), () => {
        const { kubernetes } = read.fact(kubelbHome);
        const room = read.rule(hubPods);
        const { tenants, each, workers } = room;
        return itemOf(read, id, {
          title: `Kubernetes ${kubernetes} or newer for KubeLB alone in ${place}, with three control planes behind ${front}, at least ${formatCount(workers, "worker")} with room for ${roomOf(room)}, and a load balancer of its own`,
          team: "infrastructure",
          chapter: "loadBalancer",
          verify: `\`kubectl get nodes\` shows all as Ready${nodes.kind === "known" ? ` in ${nodes.value}` : ""}, a test Service of type LoadBalancer gets an address of ${shown(block, "its block")}, and the platform team holds a kubeconfig of an administrator`,
          why: `No step of this plan builds it or counts its machines: whoever runs Kubernetes in ${place} hands it over. KubeLB runs ${each} Envoy pods for each of ${formatCount(tenants, "tenant")}, on different workers.`,
          after: ["kubelb-nodes", "kubelb-block"],
          blockedBy: openIn(nodes, api),
        });
      }),
    ];
  },
});

/** The manager that is installed, by version and chart as far as the edition is known. */
function managerOf(read: Reader): string {
  const edition = read.maybe(project.plan.edition);
  return `KubeLB ${hubVersion(read)}${edition.kind === "known" ? `, by its chart ${read.fact(kubelbHome).charts[edition.value]},` : ""}`;
}

/** What the step that installs the manager takes: login and registry of chart and images, with the account and the root by which they are pushed there, the ways to them and to the cluster, the tools, and the bastion on which they are. Waits for nobody's answer; the checklist leaves out what the plan has none of. */
function installedWith(read: Reader): readonly string[] {
  return read.aside(() => {
    const home = read.outcome(installedHub);
    const fromRegistry = home.kind === "known" && home.value.chartFromRegistry;
    return ["account.pull-secret", ...(fromRegistry ? ["mirror-registry", "mirror-host", "account.registry-push", "workplace-roots"] : []), "external-hosts", "firewall-flows", ...read.subjects("place").filter(isAtMaster(read)).map((place) => `access.bastion[${place}]`), "tools"];
  });
}

/** The management cluster of KubeLB, with room for everything that it serves. */
const hub = rule<readonly Draft[]>({
  id: "checklist.kubelb",
  title: "Checklist: KubeLB",
  per: "plan",
  sources: ["kubelb.requirements"],
  derive: (read) => {
    onlyForNew(read);
    const { needed, tenants } = read.rule(hubNeed);
    const { kubelbApi, kubelbBlock, kubelbNodes, kubelbPlace, kubelbRuns } = kubelbHub.plan;
    const runs = read.maybe(kubelbRuns);
    const comes = runs.kind === "known" && !runs.value;
    const block = read.maybe(kubelbBlock);
    const cluster = "kubelb-cluster";
    return [
      read.forRow(itemId(cluster), () => {
        const encrypts = hubEncrypts(read);
        if (encrypts) read.cite("kubelb.mtls");
        const room = read.rule(hubPods);
        return itemOf(read, cluster, {
          title: comes ? `${managerOf(read)} installed on the management cluster of KubeLB, for ${tenants}` : `Management cluster of KubeLB${runs.kind === "known" ? `, which runs already, with room for ${tenants}: ${roomOf(room)}` : ` with a load balancer of its own, for ${tenants}`}`,
          team: "platform",
          chapter: "loadBalancer",
          verify: `\`kubectl -n kubelb get pods\` shows the manager as running; a test Service of type LoadBalancer on the management cluster gets an address of ${shown(block, "its block")}, and \`nc -vz\` reaches it on its port from a machine in ${shown(read.maybe(kubelbNodes), "the network of its nodes")}${encrypts ? "; `kubectl -n kubelb get config default -o yaml` shows backendTransport with mode MTLS" : ""}${runs.kind === "known" && runs.value ? `; whoever runs it shows at least ${formatCount(needed, "address", "addresses")} of the block that nobody has, and \`helm -n kubelb list\` with the chart of KubeLB ${listedOr(hubsOf(read)) || hubVersion(read)}` : ""}`,
          why: `Every tenant's traffic passes through it, so it needs three control planes, and an address in front of its API on top of the block.`,
          how: comes ? `The step “${HUB_MANAGER}” of the runbook has its commands, and is run ahead of the others.` : "",
          after: comes ? ["kubelb-block", "kubelb-kubernetes", "kubelb-images", "kubelb-roots", ...installedWith(read)] : [],
          blockedBy: openIn(runs, read.maybe(kubelbApi), read.maybe(kubelbNodes), read.maybe(kubelbPlace)),
        });
      }),
    ];
  },
});

export const hubItems: readonly Rule<readonly Draft[]>[] = [hubBlock, newHub, hub];
