import { TEAMS } from "../../engine/index.ts";
import { code, joined, lineBreak, text } from "../text/inlines.ts";
import type { Scope } from "../scope.ts";
import { tableOf, type TableDefinition } from "./table.ts";

type Account = Scope["plan"]["accounts"][number];

const LINE = "\n";
/** So many permissions are not printed twice: the second account names the first. */
const WORTH_NAMING = 3;

/** Accounts to prepare, by name and never with their secrets. */
export const accounts: TableDefinition = {
  id: "accounts",
  rules: ["accounts."],
  build: (scope) => {
    const first = firstWithThem(scope.plan.accounts);
    const permissionsOf = (account: Account): readonly string[] => {
      const like = first.get(account.permissions.join(LINE));
      if (like === undefined || like === account || account.permissions.length < WORTH_NAMING) return account.permissions;
      return [`The same permissions as ${like.title}, ${like.where}`];
    };
    return tableOf(scope, {
      id: "accounts",
      columns: [
        { title: "Account, place and team", weight: 4, keep: true, cell: ({ title, where, team }) => [text(title), lineBreak, text(where), lineBreak, text(TEAMS[team])] },
        { title: "Permissions, because", weight: 8, keep: true, cell: (account) => joined([...permissionsOf(account), account.why].map((line) => [text(line)]), lineBreak) },
        { title: "Handed over as", weight: 3, cell: ({ fields }) => joined(fields.map((field) => [code(field)]), lineBreak) },
      ],
      rows: scope.plan.accounts,
      small: true,
    });
  },
};

/** The first account with each set of permissions, by the set. */
function firstWithThem(accounts: readonly Account[]): ReadonlyMap<string, Account> {
  const first = new Map<string, Account>();
  for (const account of accounts) {
    const set = account.permissions.join(LINE);
    if (!first.has(set)) first.set(set, account);
  }
  return first;
}
