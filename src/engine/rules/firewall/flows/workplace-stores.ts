import { access } from "../../../answers/chapters/access.ts";
import { rule, type Reader, type Rule } from "../../../kernel/rule.ts";
import { gitHost } from "../../access/repository-host.ts";
import { hostThroughProxy, throughProxy } from "../../internet/proxied-hosts.ts";
import { bastionClusters } from "../bastion-clusters.ts";
import { ends } from "../ends.ts";
import { sites } from "../sites.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** Machines from which the installation is run: the bastion of each place that has one, or those of the engineers. */
const workplaces = rule<readonly { readonly source: string; readonly of: string; readonly place?: string }[]>({
  id: "firewall.workplaces",
  title: "Machines that run the installation",
  per: "plan",
  sources: ["kubeone.infrastructure"],
  derive: (read) => {
    if (read.subjects("cluster").length === 0) return read.notApplicable("The plan has no cluster yet.");
    if (!read.answer(access.plan.bastion)) return [{ source: ends.engineers, of: "engineers" }];
    return [...read.rule(sites).keys()].flatMap((place) => (bastionClusters(read, place).length === 0 ? [] : [{ source: ends.bastion(place), of: place, place }]));
  },
});

/** Rows from all those machines to one store. */
const fromWorkplaces = (id: string, title: string, row: (read: Reader) => Omit<Parameters<typeof flow>[1], "source" | "of" | "lifetime">, distant: (read: Reader, place: string) => ReturnType<typeof throughProxy>): Rule<readonly FlowDraft[]> =>
  rule<readonly FlowDraft[]>({
    id,
    title,
    per: "plan",
    sources: ["kkp.setup-checklist"],
    derive: (read) => {
      const to = row(read);
      return read.rule(workplaces).map(({ place, ...from }) => flow(read, { ...to, ...from, ...(place === undefined ? undefined : distant(read, place)), lifetime: "installation and operation" }));
    },
  });

/** To the Git repository of the configuration. */
export const installerToGit = fromWorkplaces("firewall.installer-to-git", "Installation from the Git repository", (read) => ({
  refs: ["I3"],
  word: "installer-git",
  destination: ends.git,
  ports: read.rule(gitHost).port,
  reason: "Configuration comes from Git",
  why: "Installation and upgrades start from the files in the repository, and changes go back there.",
}), (read, place) => {
  const { host, transport } = read.rule(gitHost);
  return transport.startsWith("http") ? hostThroughProxy(read, place, host) : undefined;
});

/** To the Vault that keeps credentials. */
export const installerToVault = fromWorkplaces("firewall.installer-to-vault", "Installation with credentials of Vault", (read) => {
  if (read.answer(access.plan.secretStore) !== "vault") return read.notApplicable("Secrets are kept elsewhere.");
  return {
    refs: ["I4"],
    word: "installer-vault",
    destination: ends.vault,
    ports: () => String(read.answer(access.plan.vaultPort)),
    reason: "Credentials come from Vault",
    why: "Every command that needs a credential fetches it there.",
  };
}, (read, place) => throughProxy(read, place, access.plan.vaultAddress));
