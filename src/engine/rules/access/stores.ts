import { access } from "../../answers/chapters/access.ts";
import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { AccessRow } from "../../plan/plan.ts";

/** Git repository of the configuration. */
export const repository = rule<readonly AccessRow[]>({
  id: "access.repository",
  title: "Git repository of the configuration",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const address = read.answer(access.plan.repository);
    if (address.toLowerCase() === "none") return read.notApplicable("The configuration is kept in no repository.");
    return [
      {
        id: "access.repository",
        title: "Git repository",
        detail: known(address),
        team: "platform",
        from: read.cell,
        why: "Every file of the installation but secrets is kept there; an upgrade starts from it.",
      },
    ];
  },
});

const STORES = {
  vault: ["HashiCorp Vault", "Credentials are fetched from it when a command needs them."],
  sops: ["SOPS in the Git repository", "Encrypted files lie beside the configuration; the key lies elsewhere."],
  "git-crypt": ["git-crypt in the Git repository", "Encrypted files lie beside the configuration; the key lies elsewhere."],
  other: ["A store of your own", "The plan names each credential; you say where it lies."],
} as const;

/** Where secrets are kept. */
export const secretStore = rule<readonly AccessRow[]>({
  id: "access.secret-store",
  title: "Secret store",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const store = read.answer(access.plan.secretStore);
    const [title, why] = STORES[store];
    const row = { id: "access.secret-store", title: "Secret store", team: "security", from: read.cell, why } as const;
    if (store !== "vault") return [{ ...row, detail: known(title) }];
    return [{ ...row, title, detail: read.maybe(access.plan.vaultAddress) }];
  },
});
