import { rule } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { secretNames } from "./secret-names.ts";
import { formOf, secretRow } from "./secrets.ts";
import { balancerOf } from "../basics/balancer.ts";

/** What the controller of virtual addresses signs in with. */
export const balancerSecret = rule<readonly SecretRow[]>({
  id: "access.balancer-secret",
  title: "Secret of the load balancer",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const credential = balancerOf(read, cluster).install?.credential;
    if (!credential) return read.notApplicable("It signs in nowhere.");
    read.cite(...credential.sources);
    const { namespace, name } = credential.secret;
    const form = formOf(credential.secret);
    return [secretRow(read, { id: `secret.balancer[${cluster}]`, name: secretNames.balancer(nameOfCluster(read, cluster)), form, files: [`Secret ${namespace}/${name} of ${nameOfCluster(read, cluster)}`], why: credential.why })];
  },
});
