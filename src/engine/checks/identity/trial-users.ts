import { authentication } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { connectorsInUse, titlesOf } from "../../rules/identity/connectors.ts";

/** A list of users in the Helm values, for production. */
export const trialUsers = check({
  id: "identity.trial-users",
  title: "Production has an identity source",
  severity: "warning",
  per: "plan",
  sources: ["kkp.code.example-values", "kkp.oidc"],
  examine: (read, _plan, report) => {
    if (read.answer(project.plan.purpose) !== "production") return;
    const all = read.rule(connectorsInUse);
    if (!all.every(({ forTrialsOnly }) => forTrialsOnly)) return;
    const path = read.path(authentication.plan.connector);
    report({
      title: `${titlesOf(all)} are no identity source for production`,
      message: "Each user and each change of a password is a change of the Helm values and an upgrade of Dex; nobody who leaves is locked out by itself.",
      remedy: "Choose the directory or the provider that your company uses; keep one user in Dex for emergencies.",
      fixes: [
        { title: "Use LDAP or Active Directory", set: [{ path, value: "ldap" }] },
        { title: "Use an OpenID Connect provider", set: [{ path, value: "oidc" }] },
      ],
      answers: [path, read.path(project.plan.purpose)],
    });
  },
});
