import { meteringStore } from "../../facts/metering.ts";
import { rule } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { nameOfCluster, seeds } from "../basics/platform.ts";
import { countsUsage } from "../storage/metering.ts";
import { secretNames } from "./secret-names.ts";
import { secretRow } from "./secrets.ts";

/** Keys of the store that reports of metering are written to. */
export const meteringSecret = rule<readonly SecretRow[]>({
  id: "access.metering-secret",
  title: "Secret of the S3 for reports of metering",
  per: "plan",
  sources: ["kkp.metering", "kkp.code.metering-store"],
  derive: (read) => {
    if (!countsUsage(read)) return read.notApplicable("Nobody counts usage.");
    const { namespace, secret, accessKey, secretKey } = read.fact(meteringStore);
    const files = read.rule(seeds).map((seed) => `Secret ${namespace}/${secret} of ${nameOfCluster(read, seed)}`);
    return [secretRow(read, { id: "secret.metering", name: secretNames.metering, form: `${accessKey} and ${secretKey}, without a newline`, files, why: "The storage team hands it over; reports are written with it, and links to them in the dashboard are signed with it." })];
  },
});
