import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { certificateNames } from "../../facts/certificates.ts";
import { apiRootFile, kubeoneRoot } from "../../facts/store-root.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { usesTerraform } from "../basics/provisioning.ts";
import { clusterName } from "../basics/platform.ts";
import { clusterApi } from "../certificates/api-root.ts";
import { kubeoneRoots } from "../certificates/kubeone-roots.ts";
import { folderOf } from "./step.ts";

/** What a step says of the bundle, as sentences that begin with a blank, and what it runs for it. */
interface BundleWords {
  readonly words: string;
  readonly commands: readonly string[];
}

const NOTHING: BundleWords = { words: "", commands: [] };

/** What writes the bundle of a cluster, and what stands in it. */
function written(read: Reader, cluster: string): { readonly held: string; readonly line: string; readonly path: string } | undefined {
  const roots = kubeoneRoots(read, cluster);
  if (roots.length === 0) return undefined;
  // What KubeOne does with the file is told by the step that hands it over.
  const { file } = read.aside(() => read.fact(kubeoneRoot));
  const { publicRoots } = read.fact(certificateNames.caBundle);
  const path = `${folderOf(read, cluster)}/${file}`;
  return { held: `${listed(roots.map((root) => `${root.file}, the root of ${root.of} from ${root.from}`))}, behind the public roots`, line: `cat "$KUBERMATIC_CHARTS_DIRECTORY"/${publicRoots} ${roots.map((root) => root.file).join(" ")} > ${path}`, path };
}

/** Whether Terraform, which comes before KubeOne, needs the bundle as well. */
const madeBefore = (read: Reader, cluster: string): boolean => {
  const api = read.outcome(clusterApi, cluster);
  return usesTerraform(read, cluster) && api.kind === "known" && api.value.root.inBundle !== undefined;
};

/** What a root of the customer's own would change, as a sentence with a blank before it, while nobody has said who signs for the API of the infrastructure; nothing where that changes no file. */
function whileOpen(read: Reader, cluster: string, change: string): string {
  if (read.outcome(clusterApi, cluster).kind !== "waiting") return "";
  const { api, title }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return api?.ownRoot?.inBundle === undefined ? "" : ` Who signs for the API of ${title} is open: behind a root of your own, ${change}.`;
}

/** How Terraform comes to trust the API of the infrastructure, where that is behind a private root, or may be. */
export function terraformTrust(read: Reader, cluster: string): BundleWords {
  const api = read.outcome(clusterApi, cluster);
  if (api.kind === "waiting") return { ...NOTHING, words: whileOpen(read, cluster, `${read.aside(() => read.fact(apiRootFile)).variable} names a file with it before Terraform runs`) };
  const files = api.kind === "known" ? api.value.root.unchecked?.files : undefined;
  const unchecked = files === undefined ? "" : ` ${files}`;
  const bundle = madeBefore(read, cluster) ? written(read, cluster) : undefined;
  if (!bundle) return { ...NOTHING, words: unchecked };
  const { variable } = read.fact(apiRootFile);
  return {
    words: ` Terraform trusts the file that ${variable} names, ${bundle.held}; a machine that does not run Linux takes the root into the store of its system.${unchecked}`,
    commands: [bundle.line],
  };
}

/** A call of Terraform that reaches the infrastructure, with the bundle for this call alone: what the shell runs later trusts what it trusted before. While it is open who signs, whoever runs it says so: an empty name stands for none. */
export function trusting(read: Reader, cluster: string, line: string): string {
  if (whileOpen(read, cluster, "") !== "") return `${read.fact(apiRootFile).variable}=<fill-in: bundle with the root of the API, or nothing where a public authority signs> ${line}`;
  const bundle = madeBefore(read, cluster) ? written(read, cluster) : undefined;
  return bundle ? `${read.fact(apiRootFile).variable}="$PWD"/${bundle.path} ${line}` : line;
}

/** The bundle that KubeOne hands to its pods, where one of them calls a server behind a private root, or may. */
export function kubeoneBundle(read: Reader, cluster: string): BundleWords {
  const api = read.outcome(clusterApi, cluster);
  const open = whileOpen(read, cluster, `${read.aside(() => read.fact(kubeoneRoot)).field} names a bundle with it`);
  const environment = api.kind === "known" ? api.value.root.unchecked?.environment : undefined;
  const unchecked = environment === undefined ? "" : ` ${environment}`;
  const bundle = written(read, cluster);
  if (!bundle) return { ...NOTHING, words: `${open}${unchecked}` };
  const { field, file } = read.fact(kubeoneRoot);
  const before = madeBefore(read, cluster);
  return {
    words: ` ${clusterName(read, cluster)}/${file}, which ${field} names, is ${before ? "the one that Terraform trusts" : "written before"}: ${bundle.held}.${open}${unchecked}`,
    commands: before ? [] : [bundle.line],
  };
}
