import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { apiAddress } from "../../rules/addresses/kubernetes-api.ts";
import { controlPlaneAddresses } from "../../rules/addresses/control-planes.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { servedByHub } from "../../rules/workloads/hub.ts";
import { formatAddress, parseAddress } from "../../values/address.ts";

/** One spelling of a host: that of addresses, or a name in lower case. */
const spelled = (host: string): string => {
  const address = parseAddress(host);
  return address ? formatAddress(address) : host.toLowerCase();
};

/** A cluster of the platform that is the management cluster of KubeLB as well. */
export const hubDedicated = check({
  id: "workloads.kubelb-dedicated",
  title: "KubeLB has a cluster of its own",
  severity: "warning",
  also: ["blocker"],
  per: "cluster",
  sources: ["kubelb.requirements"],
  examine: (read, cluster, report) => {
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0) return;
    const api = read.answer(kubelbHub.plan.kubelbApi);
    const front = read.outcome(apiAddress, cluster);
    const there = front.kind === "not-applicable" && read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone";
    const own = front.kind === "known" ? [front.value.address] : there ? [read.maybe(infrastructure.cluster.apiHost, cluster)] : (read.optionalRule(controlPlaneAddresses, cluster) ?? []).map(({ address }) => address);
    const hosts = own.flatMap((host) => (host.kind === "known" ? [host.value] : []));
    if (!hosts.some((host) => spelled(host) === spelled(api))) return;
    const name = clusterName(read, cluster);
    const itself = clusters.includes(cluster);
    report({
      ...(itself ? { severity: "blocker" as const } : {}),
      title: `${name} is the management cluster of KubeLB as well`,
      message: `${api} is the Kubernetes API of ${name}, and the plan names it for KubeLB. KubeLB's documentation asks for a cluster of its own, which holds the data plane of all tenants and runs nothing else.${itself ? ` Services of ${name} would wait for addresses from a KubeLB that needs addresses there itself.` : ""}`,
      remedy: "Give KubeLB a cluster of its own, and name the address of its API.",
      answers: [read.path(kubelbHub.plan.kubelbApi), ...(there ? [read.path(infrastructure.cluster.apiHost, cluster)] : front.kind === "known" ? [read.path(loadBalancer.cluster.apiAddress, cluster)] : [])],
    });
  },
});
