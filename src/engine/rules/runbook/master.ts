import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { bundled, gatewayWait } from "../../facts/releases.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { quote } from "../../values/shell.ts";
import { issuance } from "../certificates/issuer.ts";
import { serviceNamespace } from "../basics/entry-names.ts";
import { clusterName, masterCluster, releaseIn } from "../basics/platform.ts";
import { silenceWords, silencing } from "../basics/telemetry.ts";
import { deploy, gatewayFlag, installerVersion, onlyInstalling, atCluster, withoutDex, type StepRule } from "./step.ts";
import { replacesDex, tokenIssuer } from "../identity/token-issuer.ts";
import { balancerSoFar } from "../basics/balancer.ts";

/** The installer's name of the storage driver; none where the class is written by hand. */
export function storageFlag(read: Reader, cluster: string): string | false {
  if (read.answer(storage.cluster.fastClass, cluster) === "other") return false;
  const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return csi?.installerName === undefined ? false : `--storageclass ${quote(csi.installerName)}`;
}

/** What the installer waits for at an entry with a Gateway of its own making; a sentence with a blank behind it. */
export function waitFor(read: Reader): string {
  const { entry } = releaseIn(read);
  if (!entry.seedGatewayByHand) return "";
  const minutes = read.fact(gatewayWait);
  const routes = replacesDex(read) ? "the route of dashboard and API" : "both routes";
  if (entry.own) return `The installer waits ${minutes} minutes until your Gateway is programmed and has accepted ${routes}, then fails; it may be run again. `;
  const balanced = balancerSoFar(read, read.rule(masterCluster))?.addressesFrom !== "nodes";
  return `The installer waits ${minutes} minutes for an address of the Gateway and for ${routes}, then fails; ${balanced ? "run it again when the load balancer answers" : "it may be run again"}. `;
}

/** The master's components. */
export const master: StepRule = rule({
  id: "runbook.master",
  title: "Step: master",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.code.installer"],
  derive: (read) => {
    onlyInstalling(read);
    const cluster = read.rule(masterCluster);
    const { entry, id, gatewayEntry, gatewayEntryFrom } = releaseIn(read);
    const { certManager } = read.fact(bundled)[id];
    const issued = read.rule(issuance).by !== "hand" && !entry.own;
    const name = clusterName(read, cluster);
    const flag = storageFlag(read, cluster);
    const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const patch = gatewayEntry !== undefined && entry.title === gatewayEntry.title && gatewayEntryFrom !== undefined ? `Patches before ${gatewayEntryFrom} miss the chart or the option of ${entry.title}. ` : "";
    const note = flag === false || csi?.note === undefined ? "" : `${csi.note} `;
    return [
      {
        id: "step.master",
        title: `Install the master on ${name}`,
        text: `${flag === false ? "The installer uses the class kubermatic-fast that is there. " : "An existing kubermatic-fast is kept; the flag names the driver where it is missing. "}${note}${patch}${waitFor(read)}The last command shows the address of ${entry.title}.${silenceWords(read)}${replacesDex(read) ? ` Dex is left out: ${read.rule(tokenIssuer).title} signs the tokens in its place, and warnings of the installer about the clients of Dex mean nothing here.` : ""}`,
        commands: [
          atCluster(read, cluster),
          deploy("kubermatic-master", "values.yaml", [flag, gatewayFlag(read), withoutDex(read), ...silencing(read)]),
          "kubectl -n kubermatic get pods",
          `kubectl -n ${quote(serviceNamespace(read, entry))} get services`,
        ],
        from: read.cell,
        why: `KKP ${installerVersion(read)} brings ${["operator", "API", "dashboard", ...(replacesDex(read) ? [] : ["Dex"]), ...(issued ? [`cert-manager ${certManager}`] : [])].join(", ")} and ${entry.own ? "the routes for" : ""}${entry.own ? " " : ""}${entry.title} to ${name}; running it again is safe.`,
      },
    ];
  },
});
