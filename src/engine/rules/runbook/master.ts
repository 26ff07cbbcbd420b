import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { quote } from "../../values/shell.ts";
import { clusterName, masterCluster, release } from "../basics/platform.ts";
import { reportsUsage } from "../basics/telemetry.ts";
import { deploy, gatewayFlag, installerVersion, onlyInstalling, atCluster, type StepRule } from "./step.ts";

/** The installer's name of the storage driver; none where the class is written by hand. */
export function storageFlag(read: Reader, cluster: string): string | false {
  if (read.answer(storage.cluster.fastClass, cluster) === "other") return false;
  const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return csi?.installerName === undefined ? false : `--storageclass ${quote(csi.installerName)}`;
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
    const { entry } = read.rule(release);
    const name = clusterName(read, cluster);
    const flag = storageFlag(read, cluster);
    const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const silent = read.rule(reportsUsage) === undefined;
    const note = flag === false || csi?.note === undefined ? "" : `${csi.note} `;
    return [
      {
        id: "step.master",
        title: `Install the master on ${name}`,
        text: `${flag === false ? "The installer uses the class kubermatic-fast that is there. " : "An existing kubermatic-fast is kept; the flag names the driver where it is missing. "}${note}The last command shows the address of ${entry.title}.`,
        commands: [
          atCluster(read, cluster),
          deploy("kubermatic-master", "values.yaml", [flag, gatewayFlag(read), silent && "--disable-telemetry"]),
          "kubectl -n kubermatic get pods",
          `kubectl -n ${quote(entry.service.namespace)} get services`,
        ],
        from: read.cell,
        why: `KKP ${installerVersion(read)} brings operator, API, dashboard, Dex and ${entry.title} to ${name}; running it again is safe.`,
      },
    ];
  },
});
