import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { BalancerCredential, LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { formatCount } from "../../values/figures.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { secretNames } from "../access/secret-names.ts";
import { clientLimits, namesLimits, withLimits } from "../addresses/client-limits.ts";
import { announcedBy } from "../basics/announced-by.ts";
import { clusterName } from "../basics/platform.ts";
import { workersOf } from "../sizing/workers.ts";
import { hubIsEnterprise } from "../workloads/hub-edition.ts";
import { hubApiUrl } from "../workloads/hub-tenant.ts";
import { hubEncrypts } from "../workloads/hub-version.ts";
import { chosenVersions, reachableCharts } from "./charts.ts";
import { credentialSecret, ownRoot } from "./credential.ts";
import { hubChartVersion } from "./hub-chart.ts";
import { folderOf, onlyInstalling, atCluster, type StepRule } from "./step.ts";
import { dedicatedSeen, dedicatedThere, zonesSeen } from "./worker-pools.ts";
import { balancerOf } from "../basics/balancer.ts";

/** A cluster that somebody else runs or has built. */
export const takeOver: StepRule = rule({
  id: "runbook.take-over",
  title: "Step: existing cluster",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone") return read.notApplicable("KubeOne builds this cluster.");
    const name = clusterName(read, cluster);
    const workers = formatCount(read.rule(workersOf, cluster), "worker");
    const seen = zonesSeen(read, cluster);
    return [
      {
        id: `step.take-over[${cluster}]`,
        title: `Take over the cluster ${name}`,
        text: `Put its kubeconfig, the one that calls no command of a cloud, to ${name}/kubeconfig, from the secret store and not into the repository.${dedicatedThere(read, cluster)}${seen.words}`,
        commands: [`mkdir -p ${folderOf(read, cluster)}`, atCluster(read, cluster), seen.command, ...dedicatedSeen(read, cluster), "kubectl auth can-i '*' '*' --all-namespaces"],
        from: read.cell,
        why: `${name} must offer ${workers} and full rights before anything is installed.`,
      },
    ];
  },
});

/** What installs the load balancer of a cluster, with the network plugin where KubeOne does not bring it. */
export function balancerLines(read: Reader, cluster: string): readonly string[] {
  const { plugin, own } = linesOf(read, cluster);
  return [...plugin, ...own];
}

/** The same in its two parts, for what must be seen of the network plugin in between. */
function linesOf(read: Reader, cluster: string): { readonly plugin: readonly string[]; readonly own: readonly string[] } {
  const { install } = balancerOf(read, cluster);
  const byKubeOne = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
  return { plugin: byKubeOne ? [] : (install?.pluginCommands ?? []).map((line) => limitsIn(read, cluster, line)), own: ownLines(read, install) };
}

/** A text with the client limits that it names. */
const limitsIn = (read: Reader, cluster: string, text: string): string => (namesLimits(text) ? withLimits(text, clientLimits(read, cluster)) : text);

/** Lines of what gives addresses, in the edition and the versions that these answers need. */
function ownLines(read: Reader, install: LoadBalancerKind["install"]): readonly string[] {
  const lines = (install?.enterprise && hubIsEnterprise(read) ? install.enterprise.commands : install?.commands) ?? [];
  // Nobody installs a version that the way to the tenants may still change.
  if (install?.encrypted) read.need([kubelbHub.plan.kubelbTraffic]);
  const proxied = install?.encrypted && hubEncrypts(read) ? [...lines, ...install.encrypted.commands] : lines;
  return proxied.map((line) => (line.includes("{hubVersion}") ? line.replaceAll("{hubVersion}", hubChartVersion(read)) : line));
}

/** What must be done to ports of the workers before they announce an address, as sentences. */
function guarded(read: Reader, cluster: string): string {
  const { addressGuard: guard }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const block = guard ? announcedBy(read, cluster).block : undefined;
  if (!guard || !block) return "";
  read.fact(guard.fact);
  return `${guard.workers.replaceAll("{block}", block.kind === "known" ? block.value : "the block of virtual addresses")} `;
}

/** Files of the cluster's folder that the lines hand over, for the sentence that tells of them. */
export function filesIn(lines: readonly string[], name: string): string {
  const files = [...new Set(lines.flatMap((line) => [...line.matchAll(/\{folder\}\/([\w-]+\.yaml)/g)].map(([, file = ""]) => `${name}/${file}`)))];
  return files.length === 0 ? "" : `${listed(files)} ${files.length === 1 ? "holds" : "hold"} the objects and values of the table of settings. `;
}

/** The Secret that what announces the addresses signs in with, before its chart waits for it. */
function credentialOf(read: Reader, cluster: string, credential: BalancerCredential | undefined): { readonly text: string; readonly commands: readonly string[] } {
  if (!credential) return { text: "", commands: [] };
  const { secret, files: word, root, sources } = credential;
  read.cite(...sources);
  const { files, commands } = credentialSecret(read, cluster, { ...secret, files: word, stored: secretNames.balancer(clusterName(read, cluster)) });
  return { text: `The Secret ${secret.name} comes before the charts: ${files} ${ownRoot(root, secret.namespace)} them as well. `, commands };
}

/** What is seen where traffic comes through a proxy with mutual TLS, as a sentence with a blank before it. */
function encryptedOf(read: Reader, { encrypted }: NonNullable<LoadBalancerKind["install"]>): string {
  if (!encrypted || !hubEncrypts(read)) return "";
  read.cite(...encrypted.sources);
  return ` ${encrypted.told}`;
}

/** A text or a line with the address by which tenants find KubeLB, where it names that. */
const withApi = (read: Reader, text: string): string => (text.includes("{hubApi}") ? text.replaceAll("{hubApi}", hubApiUrl(read)) : text);

/** Whatever gives Services of type LoadBalancer their addresses. */
export const virtualAddresses: StepRule = rule({
  id: "runbook.load-balancer",
  title: "Step: load balancer",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    const kind = balancerOf(read, cluster);
    if (kind.addressesFrom === "nobody") return read.notApplicable(`No Service of ${clusterName(read, cluster)} asks for an address.`);
    if (!kind.install) return read.notApplicable(`${kind.title} is there with the infrastructure.`);
    read.cite(...kind.install.sources);
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    const { plugin, own } = linesOf(read, cluster);
    const credential = credentialOf(read, cluster, kind.install.credential);
    const looks = (kind.prepare ?? []).flatMap(({ inCluster }) => inCluster ?? []);
    const reachable = (lines: readonly string[]) => reachableCharts(read, cluster, lines).map((line) => withApi(read, line.replaceAll("{folder}", folder)));
    const first = looks.length === 0 ? "" : `${looks.map(({ seen }) => seen).join(" ")} Go no further before. `;
    return [
      {
        id: `step.load-balancer[${cluster}]`,
        title: `${kind.install.title} on ${name}`,
        text: `${plugin.length > 0 && kind.install.pluginSeen ? `${limitsIn(read, cluster, kind.install.pluginSeen)} ` : ""}${limitsIn(read, cluster, first)}${guarded(read, cluster)}${filesIn([...plugin, ...own], name)}${kind.addressesFrom === "pool" ? `They name the block ${read.answer(loadBalancer.cluster.pool, cluster)}${kind.peers ? ", the AS numbers and the peers" : ""}. ` : ""}${credential.text}${kind.install.enterprise && hubIsEnterprise(read) ? kind.install.enterprise.told : ""}${withApi(read, kind.install.check)}${encryptedOf(read, kind.install)}${chosenVersions(read, own)}`,
        commands: [atCluster(read, cluster), ...reachable(plugin), ...looks.map(({ command }) => command), ...credential.commands, ...reachable(own)],
        from: read.cell,
        why: `Without it the Services of ${name} wait for an address for ever, and the installer with them.`,
      },
    ];
  },
});
