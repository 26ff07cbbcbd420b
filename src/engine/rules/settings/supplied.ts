import { project } from "../../answers/chapters/project.ts";
import { certificateNames } from "../../facts/certificates.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { platformInterfaces, seedInterfaces } from "../certificates/interfaces.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";
import { helmValues, MASTER_VALUES, setting } from "./setting.ts";

/** Fields that lead each host of the entry to its own Secret, on the cluster that serves it. */
export function suppliedFields(read: Reader, entry: PlatformEntry): readonly Setting[] {
  const domain = read.answer(project.plan.domain);
  const proxies = [
    { namespace: certificateNames.platformNamespace, names: read.rule(platformInterfaces) },
    { namespace: certificateNames.seedNamespace, names: read.rule(seedInterfaces) },
  ].filter(({ names }) => names.length > 0);
  const row = (id: string, object: string, field: string, value: string, why: string) => setting(read, { topic: "certificates", object, id: `certificates.supplied-${id}`, field, value, why });
  return entry.suppliedFields.flatMap(({ at, field, value, why }) => {
    if (at === "ingress") return [row("ingress", "Ingress kubermatic/kubermatic", field, value.replace("{domain}", domain), why)];
    if (at === "dex") return read.rule(tokenIssuer).external ? [] : [row("dex", MASTER_VALUES, field, value, why)];
    return proxies.map(({ namespace: fact, names }) => {
      const namespace = read.aside(() => read.fact(fact));
      return read.forRow(`setting.certificates.supplied-${namespace}`, () => row(read.fact(fact), helmValues(`iap in ${namespace}`), field, names.map((name) => value.replace("{interface}", name)).join(", "), why));
    });
  });
}
