import { access } from "../../answers/chapters/access.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { rule } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";

const STORES = {
  vault: { where: "HashiCorp Vault", permissions: ["Read and write below a path of the platform, nothing else"], fields: ["Vault policy and login of each engineer"] },
  sops: { where: "Rules of SOPS in the repository", permissions: ["Open and close the encrypted files"], fields: ["Public age or PGP key of each engineer"] },
  "git-crypt": { where: "Key ring of git-crypt in the repository", permissions: ["Unlock the working copy"], fields: ["Public GPG key of each engineer"] },
  other: { where: "Your secret store", permissions: ["Read and write the entries of the platform"], fields: ["Login of each engineer"] },
} as const;

/** Access of the installing engineers to secrets. */
export const secretStoreAccounts = rule<readonly AccountRow[]>({
  id: "accounts.secret-store",
  title: "Account for the secret store",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const store = read.answer(access.plan.secretStore);
    if (store === "sops" || store === "git-crypt") read.cite(store);
    return [
      {
        id: "account.secret-store",
        title: "Access of the installing engineers to secrets",
        ...STORES[store],
        team: "security",
        from: read.cell,
        why: store === "git-crypt" || store === "sops" ? "Whoever could open the files once can open those versions for ever, so whoever leaves makes new secrets necessary." : "Access by name can be taken away again; a shared password cannot.",
      },
    ];
  },
});

/** Write access to the repository. */
export const repositoryAccounts = rule<readonly AccountRow[]>({
  id: "accounts.repository",
  title: "Account for the Git repository",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const repository = read.answer(access.plan.repository);
    if (repository.toLowerCase() === "none") return read.notApplicable("The configuration is kept in no repository.");
    return [
      {
        id: "account.repository",
        title: "Access of the installing engineers to the repository",
        where: repository,
        permissions: ["Clone and push branches"],
        fields: ["SSH key or token of each engineer"],
        team: "platform",
        from: read.cell,
        why: "The installation is written down there step by step, and the next upgrade begins with it.",
      },
    ];
  },
});

/** Accounts of a managed service. */
export const serviceAccounts = rule<readonly AccountRow[]>({
  id: "accounts.managed-service",
  title: "Accounts of the managed service",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    if (read.answer(operations.plan.service) === "self") return read.notApplicable("The platform is run by the customer's own team.");
    const bastion = read.answer(access.plan.bastion);
    return [
      {
        id: "account.managed-service",
        title: "Accounts of the managed service",
        where: bastion ? "Identity source, bastion and KKP" : "Identity source and KKP",
        permissions: ["Administrator of KKP", ...(bastion ? ["SSH through the bastion"] : []), "Kubernetes API of every platform cluster"],
        fields: ["One account for each engineer of the service"],
        team: "identity",
        from: read.cell,
        why: "Who did what is told apart in logs only when nobody shares an account.",
      },
    ];
  },
});
