import type { Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { registryInWords } from "../internet/offline.ts";

/** A chart of a public repository in a shell line: by `--repo`, or by its OCI path. */
const PUBLIC = / (?:(\S+) --repo https:\/\/\S+|oci:\/\/\S+\/(\S+))/;

/** Shell lines of a cluster; without internet their charts come from where the mirror step pushed them. */
export function reachableCharts(read: Reader, cluster: string, lines: readonly string[]): readonly string[] {
  if (reachesInternet(read, placeOfCluster(read, cluster))) return lines;
  return lines.map((line) => line.replace(PUBLIC, (_all, byRepo: string | undefined, byPath: string | undefined) => ` ${quote(`oci://${registryInWords(read)}/helm-charts/${byRepo ?? byPath ?? ""}`)}`));
}
