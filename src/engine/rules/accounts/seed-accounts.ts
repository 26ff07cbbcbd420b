import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacentersOf } from "../basics/platform.ts";

/** A field of a Seed's datacenter that holds part of a credential. */
export interface SeedCredential {
  readonly datacenter: string;
  readonly provider: Provider;
  /** Below the block of the infrastructure: `infraManagementUser.username`. */
  readonly field: string;
}

/** Credentials of a datacenter on an infrastructure that stand in the Seed object. */
export const credentialsOf = (datacenter: string, provider: Provider): readonly SeedCredential[] =>
  provider.accounts.filter(({ inSeed }) => inSeed).flatMap(({ fields }) => fields.map((field) => ({ datacenter, provider, field })));

/** Credentials of a Seed's datacenters that KKP reads from the Seed object, as far as their infrastructure is answered. */
export const seedCredentials = rule<readonly SeedCredential[]>({
  id: "accounts.seed-credentials",
  title: "Credentials in the Seed object",
  per: "cluster",
  sources: ["kkp.code.datacenter", "kkp.code.preset"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("Datacenters belong to Seeds.");
    return read.rule(datacentersOf, cluster).flatMap((datacenter) => {
      const id = read.maybe(infrastructure.datacenter.provider, datacenter);
      if (id.kind !== "known") return [];
      return credentialsOf(datacenter, providerOf(id.value));
    });
  },
});

/** The last word of such a field, by which its secret is told apart. */
export const partOf = ({ field }: SeedCredential): string => field.split(".").at(-1) ?? field;
