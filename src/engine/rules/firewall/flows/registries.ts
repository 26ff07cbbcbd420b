import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { clusterName, placeName } from "../../basics/platform.ts";
import { ledByPlatform } from "../../internet/led-hosts.ts";
import { ends } from "../ends.ts";
import { namesForCluster } from "../software-hosts.ts";
import { placeOfCluster } from "../subjects.ts";
import { wayOut } from "../way-out.ts";
import { inPlain, installsPackages, nodePackages } from "../worker-packages.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { fromMirrors, fromSharedRegistry } from "./mirrors.ts";

/** From a platform cluster to registries and chart sources. */
export const clusterToRegistries = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-to-registries",
  title: "Cluster to the registries",
  per: "cluster",
  sources: ["kkp.proxy-allow-list"],
  derive: (read, cluster) => {
    const place = placeOfCluster(read, cluster);
    const out = read.rule(wayOut, place);
    const built = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    if (out.kind === "offline") return fromMirrors(read, { ref: "E6", of: cluster, source: ends.nodes(cluster), lifetime: "installation and operation", who: `Nodes of ${clusterName(read, cluster)}`, asked: () => read.rule(ledByPlatform, cluster), packages: built && !installsPackages(read, cluster) ? undefined : "Kubernetes, the container runtime", imagesAlone: !built });
    const viaProxy = out.kind === "proxy";
    const name = clusterName(read, cluster);
    const plain = () => inPlain(nodePackages(read, cluster)).map(({ host }) => host);
    const packages = built && !viaProxy && read.aside(plain).length > 0
      ? [read.forRow(`flow.E6-packages[${cluster}]`, () => flow(read, { refs: ["E6"], word: "E6-packages", of: cluster, source: ends.nodes(cluster), destination: ends.registries, ports: ports.packages, hosts: plain(), reason: "Packages of Ubuntu", lifetime: "installation and operation", why: `KubeOne installs packages on the machines of ${name}, and Ubuntu asks these servers for them without TLS, since packages are signed.` }))]
      : [];
    const hosts = viaProxy ? undefined : read.optionalRule(namesForCluster, cluster);
    return [
      flow(read, {
        refs: ["E6"],
        of: cluster,
        source: ends.nodes(cluster),
        destination: viaProxy ? out.end : ends.registries,
        ports: viaProxy ? out.ports : ports.registries,
        ...(hosts ? { hosts } : {}),
        reason: viaProxy && !(built && !installsPackages(read, cluster)) ? "Images, charts and packages of the platform" : "Images, charts and binaries of the platform",
        lifetime: "installation and operation",
        why: `${name} loads every image from the internet, from ${placeName(read, place)} ${viaProxy ? "through the proxy" : "without a proxy"}, at the installation, at every upgrade, and whenever a pod starts on a node that lacks its image.`,
      }),
      ...packages,
      ...fromSharedRegistry(read, { ref: "E6", of: cluster, source: ends.nodes(cluster), lifetime: "installation and operation", who: `nodes of ${name}`, what: read.answer(infrastructure.cluster.role, cluster) === "master" ? "images of KKP" : "images of KKP and of control planes of user clusters, and charts of system applications" }),
    ];
  },
});
