import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { project } from "../../answers/chapters/project.ts";
import { internetFacts } from "../../facts/internet.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { proxyRuns } from "../basics/exposure.ts";
import { nameOfCluster, nameOfDatacenter, releaseIn } from "../basics/platform.ts";
import { setUpByHand } from "../basics/joined.ts";
import { placeOfCluster, placeOfWorkers, seedOf } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { packagesFromImage } from "../internet/kubeone-packages.ts";
import { offlinePlaces, pathOf, registryName } from "../internet/offline.ts";
import { listed } from "../../values/sentence.ts";
import { CONFIGURATION, seedObject, setting, type Found } from "./setting.ts";

/** The registry with something before or after its name. */
const around = (read: Reader, before: string, after: string): Value<string> => {
  const name = registryName(read);
  return name.kind === "known" ? known(`${before}${name.value}${after}`) : name;
};

/** Registries whose images workers take from the mirror. */
const MIRRORED = ["docker.io", "quay.io", "registry.k8s.io"];

/** Whether workers leave a mirror unchecked only for the names that are listed beside its own. */
const ofMirrored = (read: Reader): boolean => read.fact(internetFacts.insecureNames)[releaseIn(read).id];

/** The login of whatever loads charts. */
const LOGIN = known("reference to a Secret in the namespace kubermatic with the annotation apps.kubermatic.k8c.io/secret-type: helm");

/** Fields that lead the whole platform to the private registry. */
export const platformRegistry = rule<readonly Setting[]>({
  id: "settings.internet-registry",
  title: "Registry fields of the platform",
  per: "plan",
  sources: ["kkp.offline", "kkp.code.mirror-images", "kkp.code.copied-images", "kkp.code.chart-secrets", "kkp.code.system-charts"],
  derive: (read) => {
    read.rule(offlinePlaces);
    const row = (word: string, field: string, value: Found<Value<string>>, why: string) => setting(read, { topic: "internet", object: CONFIGURATION, id: `internet.registry-${word}`, field, value, why });
    const charts = (repository: string) => around(read, "oci://", pathOf(repository));
    const enterprise = read.answer(project.plan.edition) === "EE";
    const rows = [
      ...read.aside(() => read.fact(internetFacts.imageFields)).flatMap(({ field, what, registry, path, ofEdition, extra }) => {
        const chosen = () => read.answer(sizing.plan.seedExtras);
        if (extra !== undefined && !read.aside(chosen).includes(extra)) return [];
        const own = `${path}${ofEdition && enterprise ? "-ee" : ""}`;
        return row(field.replace(/^spec\.|\.dockerRepository$/g, ""), field, () => (extra === undefined || chosen(), read.fact(internetFacts.imageFields), around(read, "", `/${own}`)), `KKP takes ${what} from ${registry}, unless this field names another place.`);
      }),
      row("user-clusters", "spec.userCluster.overwriteRegistry", around(read, "", ""), "Control planes and addons of all user clusters, in every datacenter, take their images from there."),
      row("charts", "spec.userCluster.systemApplications.helmRepository", () => charts(releaseIn(read).systemCharts), "Seeds pull the charts of Cilium and other system applications from there: mirror-images copies them as it copies images, below the path that they have at quay.io."),
      row("credentials", "spec.userCluster.systemApplications.helmRegistryConfigFile", LOGIN, "Needed only where the registry asks for a login to pull charts; KKP copies Secrets with the annotation alone to Seeds and to the namespaces of user clusters."),
    ];
    const unchecked = read.answer(mirrors.plan.mirrorTrust) === "insecure" && releaseIn(read).uncheckedCharts === true;
    return [
      ...rows,
      ...(unchecked ? [row("charts-unchecked", "spec.userCluster.systemApplications.insecureSkipTLSVerify", known("true"), "Without it what loads the chart of Cilium refuses a registry whose certificate nobody can check.")] : []),
      ...(enterprise ? [row("catalog", "spec.applications.defaultApplicationCatalog.helmRepository", () => charts(releaseIn(read).catalogCharts.repository), "Where it is switched on, the catalogue of the Enterprise Edition would pull from quay.io, whose path mirror-images keeps.")] : []),
      ...(enterprise ? [row("catalog-credentials", "spec.applications.defaultApplicationCatalog.helmRegistryConfigFile", LOGIN, "Under the same condition: the catalogue does not read the login of the other charts.")] : []),
      ...(enterprise && unchecked ? [row("catalog-unchecked", "spec.userCluster.applications.insecureSkipTLSVerify", known("true"), "The catalogue reads here, and not beside its repository, that the certificate goes unchecked.")] : []),
    ];
  },
});

/** Fields of a Seed without internet, whose nodeport-proxy KubermaticConfiguration does not reach. */
export const seedRegistry = rule<readonly Setting[]>({
  id: "settings.internet-seed-registry",
  title: "Registry fields of the Seed",
  per: "cluster",
  sources: ["kkp.offline", "kkp.code.seed-defaults"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("It is no Seed.");
    if (reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The Seed reaches the internet.");
    if (!read.rule(proxyRuns, cluster)) return read.notApplicable("Its nodeport-proxy is switched off.");
    const { nodeportProxyImage } = releaseIn(read);
    const object = seedObject(nameOfCluster(read, cluster));
    const row = (word: string, path: string, why: string) =>
      setting(read, { topic: "internet", object, id: `internet.seed-${word}[${cluster}]`, field: `spec.nodeportProxy.${word}.dockerRepository`, value: around(read, "", path), why });
    return [
      row("envoy", pathOf(nodeportProxyImage), "The nodeport-proxy is named in each Seed, and overwriteRegistry does not change it."),
      ...["envoyManager", "updater"].map((word) => row(word, "/kubermatic/nodeport-proxy", "It stands beside Envoy in the nodeport-proxy, with a field of its own.")),
    ];
  },
});

/** Fields of the workers of a datacenter without internet. */
export const workerRegistry = rule<readonly Setting[]>({
  id: "settings.internet-worker-registry",
  title: "Registry fields of the datacenter",
  per: "datacenter",
  sources: ["kkp.offline", "kkp.code.datacenter"],
  derive: (read, datacenter) => {
    const place = placeOfWorkers(read, datacenter);
    if (reachesInternet(read, place)) return read.notApplicable("Its workers reach the internet.");
    read.need([infrastructure.datacenter.provider, datacenter]);
    if (setUpByHand(read, datacenter)) return read.notApplicable("KKP sets up no machine there, so that no field of the datacenter reaches one.");
    const name = nameOfDatacenter(read, datacenter);
    const object = seedObject(nameOfCluster(read, seedOf(read, datacenter)));
    const row = (word: string, value: Found<Value<string>>, why: Found<string>) =>
      setting(read, { topic: "internet", object, id: `internet.workers-${word}[${datacenter}]`, field: `spec.datacenters.${name}.node.${word}`, value, why });
    return [
      row("containerdRegistryMirrors", around(read, "https://", ` for ${listed(MIRRORED)}`), `containerd on workers of ${name} asks the mirror for images that workloads name by their public names.`),
      row("pauseImage", around(read, "", "/pause:<fill-in: version, from whoever fills the registry>"), "kubelet starts every pod with it, before anything else."),
      ...(read.answer(mirrors.plan.mirrorTrust) === "insecure" ? [row("insecureRegistries", () => (ofMirrored(read) ? around(read, "", `, ${MIRRORED.join(", ")}`) : registryName(read)), () => `Nodes check no certificate of the registries listed here.${ofMirrored(read) ? " What asks the mirror for an image of another name looks for that name." : ""}`)] : []),
    ];
  },
});

/** Fields of machines that KubeOne sets up without internet. */
export const kubeOneRegistry = rule<readonly Setting[]>({
  id: "settings.internet-kubeone-registry",
  title: "Registry fields of KubeOne",
  per: "cluster",
  sources: ["kubeone.registry", "kubeone.mirror-registries"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    if (reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The cluster reaches the internet.");
    const name = nameOfCluster(read, cluster);
    const row = (word: string, value: Value<string>, why: string) =>
      setting(read, { topic: "internet", object: `kubeone.yaml of ${name}`, id: `internet.kubeone-${word}[${cluster}]`, field: `registryConfiguration.${word}`, value, why });
    return [
      row("overwriteRegistry", registryName(read), `Machines of ${name} pull every image of Kubernetes from there.`),
      setting(read, { topic: "internet", object: `kubeone.yaml of ${name}`, id: `internet.kubeone-mirrors[${cluster}]`, field: "containerRuntime.containerd.registries", value: () => around(read, `${listed(read.fact(internetFacts.publicRegistries))}, each with the mirror https://`, read.answer(mirrors.plan.mirrorTrust) === "insecure" ? " and tlsConfig.insecureSkipVerify: true" : ""), why: `Charts such as that of the load balancer name their images by public names; containerd on ${name} asks the private registry for them.` }),
      ...(read.answer(mirrors.plan.mirrorTrust) === "insecure" ? [row("insecureRegistry", known("true"), "KubeOne would refuse a registry whose certificate it cannot check.")] : []),
    ];
  },
});

/** The field that keeps KubeOne to the package sources of its machines' images. */
export const kubeOneSources = rule<readonly Setting[]>({
  id: "settings.internet-kubeone-packages",
  title: "Package sources of KubeOne",
  per: "cluster",
  sources: ["kubeone.scripts", "kubeone.types"],
  derive: (read, cluster) => {
    read.rule(packagesFromImage, cluster);
    const { field, entered, without } = read.fact(internetFacts.kubeOnePackages);
    const name = nameOfCluster(read, cluster);
    return [setting(read, { topic: "internet", object: `kubeone.yaml of ${name}`, id: `internet.kubeone-packages[${cluster}]`, field, value: "false", why: `KubeOne enters ${listed(entered)} as package sources by itself, and machines of ${name} reach neither: every package comes from the mirror that their image names. On ${without} the field changes nothing.` })];
  },
});
