import { access } from "../../answers/chapters/access.ts";
import { authentication, connectorQuestions } from "../../answers/chapters/authentication.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { connectorOf } from "../../connectors/registry.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import type { AccessRow, AccountRow, ChecklistItem } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { accountRules } from "../accounts/index.ts";
import { clusterAccounts, datacenterAccounts } from "../accounts/provider-accounts.ts";
import { repository, secretStore } from "../access/stores.ts";
import { bastions, kubeconfigs } from "../access/ways-in.ts";
import { preparationRules, redirectUriRules } from "../identity/index.ts";
import { rule } from "../../kernel/rule.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { itemOf, itemsFor, openIn } from "./item.ts";
import { openPathsOf } from "./provider-endpoint.ts";

/** The open address of the identity source, where the connector has one. */
function openConnector(read: Reader): readonly AnswerPath[] {
  const { endpoint } = connectorOf(read.answer(authentication.plan.connector));
  const question = endpoint && connectorQuestions.plan[endpoint.addressQuestion];
  return question ? openIn(read.maybe(question)) : [];
}

const identityItems = preparationRules.map((source) =>
  itemsFor(source, ({ title, why, verify }, read) => ({
    title,
    team: "identity",
    chapter: "authentication",
    verify,
    why,
    blockedBy: openConnector(read),
  })),
);

/** Redirect URIs that the customer's identity provider must know. */
const redirectUris = rule<readonly ChecklistItem[]>({
  id: "checklist.redirect-uris",
  title: "Checklist: redirect URIs",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const uris = rowsFrom(read, redirectUriRules).rows.filter(({ registeredAt }) => registeredAt === "identity-provider");
    if (uris.length === 0) return read.notApplicable("The identity source sends nobody back to Dex.");
    return [
      itemOf(read, "redirect-uris", {
        title: "Redirect URI registered at the identity provider",
        team: "identity",
        chapter: "authentication",
        verify: `The client at the identity provider lists ${uris.map(({ uri }) => uri).join(", ")}`,
        why: "The provider refuses to send browsers back to an address it does not know.",
        blockedBy: openConnector(read),
      }),
    ];
  },
});

/** Where a credential is kept, while its address is open. */
const openStore = (read: Reader): readonly AnswerPath[] => (read.optional(access.plan.secretStore) === "vault" ? openIn(read.maybe(access.plan.vaultAddress)) : []);

const accountWords = ({ title, where, fields, team, why }: AccountRow, blockedBy: readonly AnswerPath[]) =>
  ({
    title: `${title}: ${where}`,
    team,
    chapter: "access",
    verify: `The secret store holds ${fields.join(", ")}; a login with it, where one is possible already, shows the listed permissions and no others`,
    why,
    after: ["access.secret-store"],
    blockedBy,
  }) as const;

const accountItems = accountRules.map((source) =>
  itemsFor(source, (row, read, subject) => accountWords(row, [...openStore(read), ...openInfrastructure(read, source, subject)])),
);

/** The provider's open API address, for accounts that log in there. */
function openInfrastructure(read: Reader, source: Rule<readonly AccountRow[]>, subject: string): readonly AnswerPath[] {
  const questions = source === clusterAccounts ? infrastructure.cluster : source === datacenterAccounts ? infrastructure.datacenter : undefined;
  if (!questions) return [];
  return openPathsOf(read, providerOf(read.answer(questions.provider, subject)), read.optional(questions.place, subject));
}

const VERIFY: readonly (readonly [Rule<readonly AccessRow[]>, string])[] = [
  [bastions, "ssh opens a session on it, and from there nc -vz reaches port 22 of a machine in the node network"],
  [repository, "git ls-remote answers for every installing engineer"],
  [secretStore, "An installing engineer writes a test entry and reads it back"],
  [kubeconfigs, "kubectl get nodes answers with it"],
];

const accessItems = VERIFY.map(([source, verify]) =>
  itemsFor(source, ({ title, detail, team, why }) =>
    // A kubeconfig of KubeOne comes out of the installation; nobody prepares it.
    source === kubeconfigs && team === "platform" ? undefined : { title, team, chapter: "access", verify, why, blockedBy: openIn(detail) },
  ),
);

export const peopleItems: readonly Rule<readonly ChecklistItem[]>[] = [...identityItems, redirectUris, ...accessItems, ...accountItems];
