import { mirrors } from "../../answers/chapters/mirrors.ts";
import type { Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { chartsFromRegistry } from "../firewall/workplace.ts";
import { registryInWords } from "../internet/offline.ts";

/** A chart of a public repository in a shell line: by `--repo`, or by its OCI path. */
const PUBLIC = / (?:(\S+) --repo (https:\/\/\S+)|(oci:\/\/\S+\/(\S+)))/;

/** The variable with the version at which a chart stays. */
const VERSION = / --version "\$(\w+)"/;

/** Versions that a line takes a chart in, written out. */
const PINNED = / --version '[^']+'/;

/** Where charts lie in the private registry. */
export const chartsInRegistry = (read: Reader): string => `oci://${registryInWords(read)}/helm-charts`;

/** Lets helm take a registry whose certificate nobody checks. */
export const unchecked = (read: Reader): string => (read.answer(mirrors.plan.mirrorTrust) === "insecure" ? " --insecure-skip-tls-verify" : "");

/** Shell lines of a cluster; where it or the machine on which they are run has no internet, their charts come from where the mirror step pushed them. */
export function reachableCharts(read: Reader, cluster: string, lines: readonly string[]): readonly string[] {
  if (!chartsFromRegistry(read, cluster)) return lines;
  return lines.map((line) =>
    PUBLIC.test(line) ? `${line.replace(PUBLIC, (_all, byRepo?: string, _repo?: string, _path?: string, byPath?: string) => ` ${quote(`${chartsInRegistry(read)}/${byRepo ?? byPath ?? ""}`)}`)}${unchecked(read)}` : line,
  );
}

/** Commands that load every public chart of these lines into a folder, each once. */
export function pullsOf(lines: readonly string[], folder: string): readonly string[] {
  const pulls = lines.flatMap((line) => {
    const [found, chart, repository, path] = PUBLIC.exec(line) ?? [];
    if (found === undefined) return [];
    if (chart === undefined) return [`helm pull ${path ?? ""}${PINNED.exec(line)?.[0] ?? ""} --destination ${folder}`];
    const version = VERSION.exec(line)?.[1];
    const pull = (pinned: string) => `helm pull ${chart} --repo ${repository ?? ""}${pinned} --destination ${folder}`;
    return version === undefined ? [pull("")] : [`: "\${${version}:?version of the chart ${chart} that runs; where clusters differ, this line and the next for each}"`, pull(` --version "$${version}"`)];
  });
  return [...new Set(pulls)];
}
