import { mirrors } from "../../answers/chapters/mirrors.ts";
import { publicCharts } from "../../facts/charts.ts";
import type { Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { chartsFromRegistry } from "../firewall/workplace.ts";
import { registryInWords } from "../internet/offline.ts";

/** A chart of a public repository in a shell line: by `--repo`, or by its OCI path. */
const PUBLIC = / (?:(\S+) --repo (https:\/\/\S+)|(oci:\/\/\S+\/(\S+)))/;

/** How a line signs in to a public registry, which the private one does not know. */
const SIGN_IN = / --registry-config \S+/;

/** The variable with the version at which a chart stays. */
const VERSION = / --version "\$(\w+)"/;

/** Versions that a line takes a chart in, written out. */
const PINNED = / --version (?:'[^']+'|[\w.]+)/;

/** The fact with the version that the plan chooses for the chart of a line; none where the line says one itself or somebody else does. */
const versionFor = (line: string) => (line.includes(" --version ") ? undefined : publicCharts[PUBLIC.exec(line)?.[1] ?? ""]);

/** The same line with the version that the plan chooses for its chart. */
function pinned(read: Reader, line: string): string {
  const version = versionFor(line);
  return version === undefined ? line : line.replace(/ --repo \S+/, (repository) => `${repository} --version ${read.fact(version)}`);
}

/** Tells whose choice the versions of the charts in these lines are; a sentence for each, with a blank before it. */
export const chosenVersions = (read: Reader, lines: readonly string[]): string =>
  lines.map((line) => {
    const version = versionFor(line);
    return version === undefined ? "" : ` Version ${read.fact(version)} of the chart ${PUBLIC.exec(line)?.[1] ?? ""} is a choice of this plan, since KKP names none.`;
  }).join("");

/** Where charts lie in the private registry. */
export const chartsInRegistry = (read: Reader): string => `oci://${registryInWords(read)}/helm-charts`;

/** Leads what reads logins as Docker does to those of Helm, which lie in another folder on each kind of machine. */
export const HELM_LOGINS = 'export DOCKER_CONFIG="$(dirname "$(helm env HELM_REGISTRY_CONFIG)")"';

/** Lets helm take a registry whose certificate nobody checks. */
export const unchecked = (read: Reader): string => (read.answer(mirrors.plan.mirrorTrust) === "insecure" ? " --insecure-skip-tls-verify" : "");

/** Shell lines of a cluster; where it or the machine on which they are run has no internet, their charts come from where the mirror step pushed them. */
export function reachableCharts(read: Reader, cluster: string, lines: readonly string[]): readonly string[] {
  const exact = lines.map((line) => pinned(read, line));
  if (!chartsFromRegistry(read, cluster)) return exact;
  return exact.map((line) =>
    PUBLIC.test(line) ? `${line.replace(SIGN_IN, "").replace(PUBLIC, (_all, byRepo?: string, _repo?: string, _path?: string, byPath?: string) => ` ${quote(`${chartsInRegistry(read)}/${byRepo ?? byPath ?? ""}`)}`)}${unchecked(read)}` : line,
  );
}

/** Commands that load every public chart of these lines into a folder, each once. */
export function pullsOf(read: Reader, lines: readonly string[], folder: string): readonly string[] {
  const pulls = lines.map((line) => pinned(read, line)).flatMap((line) => {
    const [found, chart, repository, path] = PUBLIC.exec(line) ?? [];
    if (found === undefined) return [];
    if (chart === undefined) return [`helm pull ${path ?? ""}${PINNED.exec(line)?.[0] ?? ""} --destination ${folder}`];
    const version = VERSION.exec(line)?.[1];
    const pull = (pinned: string) => `helm pull ${chart} --repo ${repository ?? ""}${pinned} --destination ${folder}`;
    return version === undefined ? [pull(PINNED.exec(line)?.[0] ?? "")] : [`: "\${${version}:?version of the chart ${chart} that runs, or that kubeone.yaml names; where clusters differ, this line and the next for each}"`, pull(` --version "$${version}"`)];
  });
  return [...new Set(pulls)];
}
