import { access } from "../../../answers/chapters/access.ts";
import { known } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { gitHost } from "../../access/repository-host.ts";
import { ends } from "../ends.ts";

/** Where configuration and secrets of the installation are kept. */
export const configurationEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.configuration-stores",
  title: "Git repository and Vault",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    if (read.subjects("cluster").length === 0) return read.notApplicable("The plan has no cluster yet.");
    const from = read.cell;
    // A repository that is not known yet keeps nothing else off the list.
    const git = () => {
      const repository = read.outcome(gitHost);
      return repository.kind === "known" ? repository.value : undefined;
    };
    const vault = () => read.optional(access.plan.secretStore) === "vault";
    const repository = read.aside(git);
    return [
      ...(repository ? [read.forRow(ends.git, () => (git(), { id: ends.git, title: "Git", kind: "git" as const, addresses: [known(repository.host)], from, why: "The files of the installation are kept there." }))] : []),
      ...(read.aside(vault) ? [read.forRow(ends.vault, () => (vault(), { id: ends.vault, title: "Vault", kind: "secret-store" as const, addresses: [read.maybe(access.plan.vaultAddress)], from, why: "Credentials of the installation are kept there." }))] : []),
    ];
  },
});
