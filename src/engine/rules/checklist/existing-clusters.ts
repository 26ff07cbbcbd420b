import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { imageArchitecture } from "../../facts/operating-systems.ts";
import { platformKubernetes } from "../../facts/releases.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";
import { workersOf } from "../sizing/workers.ts";
import { itemId, itemOf, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";

/** What a cluster that somebody else runs or has built must offer before the installation. */
const handover = rule<readonly Draft[]>({
  id: "checklist.existing-cluster",
  title: "Checklist: cluster that is there",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.add-seed", "kkp.supported-versions"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    if (provisioning === "kubeone") return read.notApplicable("KubeOne builds this cluster.");
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const name = clusterName(read, cluster);
    const workers = formatCount(read.rule(workersOf, cluster), "worker");
    const size = `${read.answer(infrastructure.cluster.workerCpu, cluster)} vCPU and ${read.answer(infrastructure.cluster.workerMemory, cluster)} GiB`;
    const { kubernetes } = releaseIn(read);
    const service = provisioning === "managed" ? (provider.managedKubernetes?.name ?? "the provider") : undefined;
    if (service !== undefined) read.cite(...(provider.managedKubernetes?.sources ?? []));
    const login = provisioning === "managed" ? provider.managedKubernetes?.login : undefined;
    const versions = `Kubernetes ${kubernetes.oldest} to ${kubernetes.newest}`;
    const item = (words: () => ItemWords): Draft => {
      const id = `existing-cluster[${cluster}]`;
      return read.forRow(itemId(id), () => (read.fact(platformKubernetes), itemOf(read, id, words())));
    };
    const api = read.maybe(infrastructure.cluster.apiHost, cluster);
    return [
      item(() => ({
        title: `${name} handed over with ${workers} of ${size}${service === undefined ? "" : `, run by ${service}`}`,
        team: "infrastructure",
        chapter: "infrastructure",
        verify: `\`kubectl get nodes -L kubernetes.io/arch\` shows at least ${workers} as Ready on ${versions} and ${read.fact(imageArchitecture).kubernetes}, and \`kubectl auth can-i '*' '*' --all-namespaces\` answers yes`,
        why: `${service === undefined ? "Whoever built it" : service} answers for control plane, etcd and upgrades of ${name}; this plan sizes none of them.`,
        blockedBy: openIn(api),
      })),
      read.forRow(itemId(`existing-cluster-login[${cluster}]`), () => {
        read.cite("kkp.code.convert-kubeconfig", ...(login?.sources ?? []));
        return itemOf(read, `existing-cluster-login[${cluster}]`, {
          title: `Login to ${name} that belongs to no person and runs no command of a cloud, made by kubermatic-installer convert-kubeconfig ${service === undefined ? "where a login to it works" : `on a machine that is logged in to ${provider.title}`}`,
          team: "infrastructure",
          chapter: "access",
          verify: `\`kubectl config view\` shows a token or certificate, and no exec entry, in the kubeconfig that is handed out; with it \`kubectl get nodes\` answers on a machine of the installing engineers`,
          why: login === undefined || service === undefined
            ? `The master uses it at any hour; kubermatic-installer convert-kubeconfig turns a login of ${service ?? "the cluster"} into a service account's token.`
            : `Kubeconfigs of ${service} call ${login.calls}, for which installing engineers get no command, no account and no firewall row, and the master uses the login at any hour; convert-kubeconfig turns it into a service account's token.`,
          after: [`existing-cluster[${cluster}]`],
        });
      }),
    ];
  },
});

export const existingClusterItems: readonly Rule<readonly Draft[]>[] = [handover];
