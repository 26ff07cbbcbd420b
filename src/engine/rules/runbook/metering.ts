import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { metering } from "../../answers/chapters/metering.ts";
import { meteringReports, meteringStore } from "../../facts/metering.ts";
import { rule } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { secretNames } from "../access/secret-names.ts";
import { clusterName } from "../basics/platform.ts";
import { countsUsage } from "../storage/metering.ts";
import { NO_SEED } from "./seed-charts.ts";
import { applied, atCluster, folderOf, onlyInstalling, type StepRule } from "./step.ts";
import { storeInUrl } from "../storage/store-port.ts";

/** The Secret that leads reports of metering to their store, once the Seed object has switched metering on. */
export const meteringCredentials: StepRule = rule({
  id: "runbook.metering",
  title: "Step: keys of the S3 for reports of metering",
  per: "cluster",
  sources: ["kkp.metering", "kkp.code.metering-store"],
  derive: (read, cluster) => {
    onlyInstalling(read, "metering");
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
    if (!countsUsage(read)) return read.notApplicable("Nobody counts usage.");
    const { namespace, secret, ...keys } = read.fact(meteringStore);
    const { job, selector } = read.fact(meteringReports);
    const name = clusterName(read, cluster);
    const folder = folderOf(read, cluster);
    const [access, key] = ["metering-access-key", "metering-secret-key"];
    const store = storeInUrl(read, metering.plan.meteringStore);
    const endpoint = store.kind === "known" ? store.value : read.answer(metering.plan.meteringStore);
    return [
      {
        id: `step.metering[${cluster}]`,
        title: `Enter the keys of the S3 for reports of metering on ${name}`,
        text: `${name}/${access} and ${name}/${key} hold one value of ${secretNames.metering} each and nothing else, no newline either; both are deleted afterwards. The last command lists ${job}, which KKP makes from the Seed object; the metering tab of the admin panel lists the reports once they are written.`,
        commands: [
          atCluster(read, cluster),
          applied(`kubectl -n ${namespace} create secret generic ${secret} --from-file=${keys.accessKey}=${folder}/${access} --from-file=${keys.secretKey}=${folder}/${key} --from-literal=${keys.bucket}=${quote(read.answer(metering.plan.meteringBucket))} --from-literal=${keys.endpoint}=https://${endpoint}`),
          `rm ${folder}/${access} ${folder}/${key}`,
          `kubectl -n ${namespace} get cronjobs --selector ${selector}`,
        ],
        from: read.cell,
        why: `Usage on ${name} is counted without it, but no Job can start and no report is written.`,
      },
    ];
  },
});
