import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { credentialsOf, partOf } from "../accounts/seed-accounts.ts";
import { nameOfCluster, nameOfDatacenter } from "../basics/platform.ts";
import { seedOf } from "../firewall/subjects.ts";
import { secretNames } from "./secret-names.ts";
import { secretRow } from "./secrets.ts";

/** What KKP makes machines of a datacenter with, where the Seed object holds it: it waits for nothing else of the Seed. */
export const machineSecrets = rule<readonly SecretRow[]>({
  id: "access.machine-secrets",
  title: "Secrets of the datacenter",
  per: "datacenter",
  sources: ["kkp.code.datacenter", "kkp.code.preset"],
  derive: (read, datacenter) => {
    const credentials = credentialsOf(datacenter, providerOf(read.answer(infrastructure.datacenter.provider, datacenter)));
    if (credentials.length === 0) return read.notApplicable("Presets hold every credential of its infrastructure.");
    const [seed, name] = [nameOfCluster(read, seedOf(read, datacenter)), nameOfDatacenter(read, datacenter)];
    return credentials.map((credential) => {
      const part = partOf(credential);
      return secretRow(read, { id: `secret.machines-${part}[${datacenter}]`, name: secretNames.machineUser(name, part), form: "text, as the infrastructure team hands it over", files: [`${seed}/seed.yaml`], why: `KKP makes machines of ${name} with it; it stands in the datacenter as ${credential.field}, and no Preset has a field for it.` });
    });
  },
});
