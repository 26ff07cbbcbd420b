import { isAskedThrough } from "../../answers/answers.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { network } from "../../answers/chapters/network.ts";
import { internetFacts } from "../../facts/internet.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { hostPort, urlHost } from "../../values/url-host.ts";
import { listed } from "../../values/sentence.ts";
import { placeName } from "../basics/platform.ts";
import { sites } from "../firewall/sites.ts";
import { rowsFrom, soFar, type RowsSoFar } from "../basics/rows-from.ts";
import { kubeOnePackages, packagesFromImage } from "../internet/kubeone-packages.ts";
import { ledHosts } from "../internet/led-hosts.ts";
import { offlinePlaces } from "../internet/offline.ts";
import { leftToTrials } from "./made-network.ts";
import { afterMachinesAt } from "./places.ts";
import { dialledAt } from "./dialled.ts";
import { itemId, itemOf, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";
import { ALLOW_LIST } from "./uses.ts";

/** The proxy of a place lets through what the allow-list names. */
const proxy = rule<readonly Draft[]>({
  id: "checklist.proxy",
  title: "Checklist: proxy",
  per: "place",
  sources: ["kkp.http-proxy"],
  derive: (read, place) => {
    onlyForNew(read);
    if (read.answer(network.place.internet, place) !== "proxy") return read.notApplicable("No proxy stands in the way to the internet.");
    const address = read.maybe(network.place.proxyAddress, place);
    const port = read.maybe(network.place.proxyPort, place);
    const where = placeName(read, place);
    const shown = address.kind === "known" && port.kind === "known" ? hostPort(address.value, port.value) : "the proxy";
    return [
      itemOf(read, `proxy[${place}]`, {
        title: `Proxy of ${where} passes the hosts of the allow-list, without a login and without breaking TLS open`,
        team: "security",
        chapter: "network",
        verify: `From a machine in ${where}, \`curl -sI -x http://${shown} https://registry.k8s.io\` gets an answer with the registry's own certificate`,
        why: `Nodes in ${where} send no password to a proxy, and they trust no certificate that it makes itself.`,
        after: ["external-hosts", ...afterMachinesAt(read, [place])],
        uses: dialledAt(read, [place]),
        blockedBy: openIn(address, port),
      }),
    ];
  },
});

/** Names that the mirror of binaries answers for: the first two wherever one stands. */
function led(read: Reader): RowsSoFar<string> {
  const { rows, missing } = ledHosts(read);
  return { rows: rows.length > 0 ? rows : read.fact(internetFacts.redirected), missing };
}

/** Mirrors that stand in for the internet. */
const mirrorItems = rule<readonly Draft[]>({
  id: "checklist.mirrors",
  title: "Checklist: mirrors",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    onlyForNew(read);
    const where = listed(read.rule(offlinePlaces).map((place) => placeName(read, place)));
    const offline = new Set(read.rule(offlinePlaces));
    const first = afterMachinesAt(read, read.rule(offlinePlaces));
    const dialled = dialledAt(read, read.rule(offlinePlaces));
    const everywhere = [...read.rule(sites)].filter(([, { clusters, datacenters }]) => clusters.length + datacenters.length > 0).map(([place]) => place);
    const others = [...read.rule(sites)].filter(([place, { clusters, datacenters }]) => !offline.has(place) && clusters.length + datacenters.length > 0).map(([place]) => placeName(read, place));
    const trust = read.maybe(mirrors.plan.mirrorTrust);
    const [registry, binaries] = [mirrors.plan.mirrorRegistry, mirrors.plan.mirrorBinaries].map((question) => openIn(read.maybe(question)));
    const item = { team: "infrastructure", chapter: "network" } as const;
    const copiesPackages = isAskedThrough(read, mirrors.plan.mirrorPackages, PLAN);
    const itemFor = (id: string, words: () => ItemWords): Draft => read.forRow(itemId(id), () => itemOf(read, id, words()));
    const binariesMirror = ({ rows: hosts, missing }: RowsSoFar<string>): ItemWords => ({ ...item, title: `Mirror of binaries that answers for ${listed(hosts)} inside${soFar(missing)}, with a certificate for these names`, verify: `From a test machine in ${where}, \`curl -sSI\` of ${listed(hosts.map((host) => `https://${urlHost(host)}`))} prints a status of HTTP and no word about the certificate${leftToTrials(read, (place) => offline.has(place))}`, why: "Machines ask for these names over HTTPS; a mirror that DNS leads to is refused unless its certificate carries them.", after: ["led-names", ...first], uses: dialled, blockedBy: [...(binaries ?? []), ...missing] });
    return [
      itemFor("mirror-registry", () => ({ ...item, title: "Private registry that nodes pull from without a login, with a writable path for images and one for OCI charts", verify: `From a test machine with containerd in ${[where, ...(others.length > 0 ? [`and from one ${others.length > 5 ? "in each other place" : listed(others.map((other) => `in ${other}`))}`] : [])].join(", ")}, \`crictl pull\` of a test image that whoever runs it has pushed there succeeds${trust.kind === "known" && trust.value === "private" ? " with the CA in place" : ""}${leftToTrials(read)}`, why: `Every image for ${where} comes from it, and no file of this plan holds credentials for pulls.`, how: `A sample run of the documentation copies ${read.fact(internetFacts.imageCount)} images, and no size is published: a dry run is measured before the disk is ordered.`, after: ["external-hosts", ...afterMachinesAt(read, everywhere)], uses: dialledAt(read, everywhere), blockedBy: [...(registry ?? []), ...openIn(trust)] })),
      itemOf(read, "mirror-host", { ...item, title: "Workstation with internet, helm and the release archive that reaches the private registry", verify: "On it `kubermatic-installer version` and `helm version` print those of the table of tools, and `curl -sI` of https:// with each host that the allow-list has for it gets an answer; the list of images comes in the runbook, once there is the kubermatic.yaml that `mirror-images` reads", uses: [ALLOW_LIST], why: `It is the only machine that copies from the internet for ${where}.` }),
      itemFor("mirror-binaries", () => binariesMirror(led(read))),
      ...(!copiesPackages ? [] : [itemFor("mirror-packages", () => {
        const { keep, folder } = read.fact(internetFacts.aptSources);
        const byKubeOne = rowsFrom(read, [packagesFromImage]);
        const kubernetes = byKubeOne.rows.length > 0;
        const found = kubernetes ? ` and, on machines for KubeOne, finds ${kubeOnePackages(read)} there; with ${read.fact(internetFacts.kubeOnePackages).without} KubeOne needs none` : "";
        return { ...item, title: `Mirror of the operating system's packages${kubernetes ? ", with those of Kubernetes and the container runtime that KubeOne installs" : ""}, named in the machine image`, verify: `On a machine that starts from the image for the first time, the package manager installs a package from the mirror${found}`, why: `Machines in ${where} install packages when they start for the first time${kubernetes ? `, and KubeOne enters no source of its own there` : ""}.`, how: `On Ubuntu a file in ${folder} of the image says ${keep}: cloud-init writes other sources over those of the image otherwise.`, after: first, uses: dialled, blockedBy: [...openIn(read.maybe(mirrors.plan.mirrorPackages)), ...byKubeOne.missing] };
      })]),
      itemFor("mirror-filling", () => {
        const { rows: hosts, missing } = led(read);
        return { ...item, title: `Somebody named who fills the ${copiesPackages ? "mirrors of binaries and packages, now and with every release and security update" : "mirror of binaries, now and with every release"}`, verify: `On a test machine in ${where}, \`curl -sI\` of a file that they have put below each of ${listed(hosts.map((host) => `https://${urlHost(host)}`))}${soFar(missing)} gets an answer${copiesPackages ? ", and the package manager finds the newest security update that the distribution announces" : ""}${leftToTrials(read, (place) => offline.has(place))}`, why: `The installer fills the private registry alone: it leaves binaries in a folder of the mirror workstation${copiesPackages ? " and copies no packages" : ""}, so a machine in ${where} that starts before ${copiesPackages ? "both mirrors are" : "the mirror is"} filled joins no cluster.`, after: ["mirror-host", "mirror-binaries", ...(copiesPackages ? ["mirror-packages"] : [])], blockedBy: missing };
      }),
    ];
  },
});

export const internetItems: readonly Rule<readonly Draft[]>[] = [proxy, mirrorItems];
