import { access } from "../../../answers/chapters/access.ts";
import { kubelbHub } from "../../../answers/chapters/kubelb-hub.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { parseAddress } from "../../../values/address.ts";
import { contains, parseBlock, single } from "../../../values/range.ts";
import { masterCluster, placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { hubSoftware } from "../hub-software.ts";
import { placeOfNewHub } from "../hub-place.ts";
import { placeOfCluster } from "../subjects.ts";
import { wayOut } from "../way-out.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { fromMirrors } from "./mirrors.ts";

const ALWAYS = { of: "plan", source: ends.hubNodes, lifetime: "installation and operation" } as const;

/** From nodes of a new management cluster of KubeLB to registries. */
export const hubToRegistries = rule<readonly FlowDraft[]>({
  id: "firewall.kubelb-to-registries",
  title: "KubeLB to the registries",
  per: "plan",
  sources: ["kubelb.requirements", "kkp.proxy-allow-list"],
  derive: (read) => {
    const place = placeOfNewHub(read);
    const out = read.rule(wayOut, place);
    if (out.kind === "offline") return fromMirrors(read, { ref: "E6", of: "kubelb-nodes", source: ends.hubNodes, lifetime: ALWAYS.lifetime, who: "Nodes of KubeLB", asked: () => [], packages: "", imagesAlone: true });
    const proxy = out.kind === "proxy";
    return [
      flow(read, {
        ...ALWAYS,
        refs: ["E6"],
        word: "kubelb-registries",
        destination: proxy ? out.end : ends.registries,
        ports: proxy ? out.ports : ports.registries,
        ...(proxy ? {} : { hosts: [...new Set(hubSoftware(read).map(({ host }) => host))] }),
        reason: "Images of KubeLB and of its Kubernetes",
        why: `The management cluster in ${placeName(read, place)} loads every image from the internet${proxy ? " through the proxy" : ""}; what installs its Kubernetes and packages is the choice of whoever builds it, and wants hosts of its own.`,
      }),
    ];
  },
});

/** From nodes of a new management cluster of KubeLB to the DNS and time servers of its place. */
export const hubToNameAndTime = rule<readonly FlowDraft[]>({
  id: "firewall.kubelb-to-name-and-time",
  title: "KubeLB to DNS and time servers",
  per: "plan",
  sources: ["kubelb.requirements"],
  derive: (read) => {
    const place = placeOfNewHub(read);
    const name = placeName(read, place);
    return [
      flow(read, { ...ALWAYS, refs: ["E9"], word: "kubelb-dns", destination: ends.dns(place), protocol: "TCP and UDP", ports: ports.dns, reason: "Name resolution", why: `Nodes of KubeLB in ${name} find registries by name from their first boot.` }),
      flow(read, { ...ALWAYS, refs: ["E10"], word: "kubelb-ntp", destination: ends.ntp(place), protocol: "UDP", ports: ports.ntp, reason: "Clocks that agree", why: `Tokens of connectors are refused where the clocks of KubeLB in ${name} run apart.` }),
    ];
  },
});

/** From nodes of a new management cluster of KubeLB to the address in front of their own API, where that lies apart from them. */
export const hubToOwnApi = rule<readonly FlowDraft[]>({
  id: "firewall.kubelb-to-own-api",
  title: "KubeLB to its Kubernetes API",
  per: "plan",
  sources: ["kubelb.requirements"],
  derive: (read) => {
    placeOfNewHub(read);
    const [api, network] = [parseAddress(read.answer(kubelbHub.plan.kubelbApi)), parseBlock(read.answer(kubelbHub.plan.kubelbNodes))];
    if (api && network && contains(network, single(api))) return read.notApplicable("The address lies in the network of its nodes.");
    return [flow(read, { ...ALWAYS, refs: ["E12"], word: "kubelb-own-api", destination: ends.hubApi, ports: ports.kubelbApi, reason: "Nodes of KubeLB reach their Kubernetes API through the address in front of it", why: `Kubelets and pods of KubeLB call its API there, ${api ? "outside the network of its nodes" : "behind a name that may lead out of the network of its nodes"}.` })];
  },
});

/** From where the platform is installed to the Kubernetes API of a new management cluster of KubeLB. */
export const installerToHub = rule<readonly FlowDraft[]>({
  id: "firewall.installer-to-kubelb",
  title: "Installation of KubeLB",
  per: "plan",
  sources: ["kubelb.requirements", "kubelb.tenant"],
  derive: (read) => {
    placeOfNewHub(read);
    // Engineers stand in the plan with its first cluster.
    if (read.subjects("cluster").length === 0) return read.notApplicable("The plan has no cluster yet.");
    const source = read.answer(access.plan.bastion) ? ends.bastion(placeOfCluster(read, read.rule(masterCluster))) : ends.engineers;
    return [flow(read, { ...ALWAYS, source, refs: ["E12"], word: "installer-kubelb", destination: ends.hubApi, ports: ports.kubelbApi, reason: "Charts and tenants of KubeLB are entered and read", why: "The platform team installs the manager there, makes each tenant and fetches its kubeconfig, at the installation and at every upgrade." })];
  },
});
