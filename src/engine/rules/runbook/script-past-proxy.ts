import type { ApiEndpoint } from "../../api-endpoints/api-endpoint.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { frontByHand } from "../basics/api-front.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { proxyUrl } from "../internet/proxy-url.ts";
import { front } from "./planned-values.ts";
import { folderOf } from "./step.ts";

/** What a step says and does so that a script of the example loads its packages through the proxy. */
export interface ScriptWay {
  readonly words: string;
  readonly commands: readonly string[];
}

/** Where no script loads anything, or not through a proxy. */
export const NO_SCRIPT: ScriptWay = { words: "", commands: [] };

/** Machines on which a script sets up the front of the Kubernetes API learn the proxy from KubeOne alone, which comes later. */
export function scriptThroughProxy(read: Reader, cluster: string): ScriptWay {
  const ahead: ApiEndpoint | undefined = front(read, cluster);
  const place = placeOfCluster(read, cluster);
  if (ahead?.script === undefined || read.answer(network.place.internet, place) !== "proxy") return NO_SCRIPT;
  const { name } = ahead.script;
  const url = proxyUrl(read, place);
  const file = `${folderOf(read, cluster)}/${frontByHand(read, cluster) ? `${ahead.script.folder}/` : ""}${name}`;
  const holes = url.includes("<") ? " What stands as <fill-in: what> in the command is put in before it is run." : "";
  return {
    words: ` ${name} loads packages before KubeOne tells the machines of the proxy, so the command with sed leads it there.${holes}`,
    commands: [`sed -i -e ${quote(`/^set -/a export http_proxy=${url} https_proxy=${url}`)} -e 's/^sudo /sudo -E /' ${file}`],
  };
}
