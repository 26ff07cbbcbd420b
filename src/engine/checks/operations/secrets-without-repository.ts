import { access } from "../../answers/chapters/access.ts";
import { check } from "../../kernel/check.ts";

/** Secrets that are to lie in a repository that does not exist. */
export const secretsWithoutRepository = check({
  id: "operations.secrets-without-repository",
  title: "Encrypted files have a repository",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    const store = read.answer(access.plan.secretStore);
    if (store !== "sops" && store !== "git-crypt") return;
    if (read.answer(access.plan.repository).toLowerCase() !== "none") return;
    const [storePath, repositoryPath] = [read.path(access.plan.secretStore), read.path(access.plan.repository)];
    report({
      title: `${store} has no repository to encrypt files in`,
      message: `Secrets are to lie as files encrypted by ${store} beside the configuration, but the configuration is kept in no repository.`,
      remedy: "Name a repository, or keep secrets in another store.",
      fixes: [{ title: "Keep secrets in another store", set: [{ path: storePath, value: "other" }] }],
      answers: [storePath, repositoryPath],
    });
  },
});
