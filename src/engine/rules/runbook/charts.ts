import { mirrors } from "../../answers/chapters/mirrors.ts";
import type { Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { chartsFromRegistry } from "../firewall/workplace.ts";
import { registryInWords } from "../internet/offline.ts";

/** A chart of a public repository in a shell line: by `--repo`, or by its OCI path. */
const PUBLIC = / (?:(\S+) --repo (https:\/\/\S+)|(oci:\/\/\S+\/(\S+)))/;

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
    return [chart === undefined ? `helm pull ${path ?? ""} --destination ${folder}` : `helm pull ${chart} --repo ${repository ?? ""} --destination ${folder}`];
  });
  return [...new Set(pulls)];
}
