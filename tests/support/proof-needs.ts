import type { ChecklistItem } from "../../src/engine/index.ts";

/** What words of an item use, by the beginnings of the ids of items that bring it. */
const USES: readonly (readonly [words: RegExp, bringers: readonly string[]])[] = [
  [/secret store/i, ["todo.access.secret-store"]],
  [/prepared keys|the keys of a project/, ["todo.account.backup-bucket[", "todo.account.backup-store", "todo.account.mla-store", "todo.account.metering", "todo.account.user-cluster-backups"]],
  [/prepared (user|token)|account of the tenants|account of KubeOne|the accounts? of (?!the management)[^,]*, a test machine/, ["todo.account.tenants-", "todo.account."]],
  [/ID token of a test user|user info of a test user/, ["todo.preparation.client.", "todo.preparation.oidc.client", "todo.preparation.oauth.client"]],
  [/`ldapsearch` with the filter/, ["todo.preparation.ldap.bind-user"]],
  [/pushes a test branch/, ["todo.access.repository"]],
  [/engineer of the service comes in/, ["todo.account.managed-service"]],
  [/SSH through the bastion/, ["todo.access.bastion["]],
  [/--ca-bundle store-root\.crt/, ["todo.store-root"]],
  [/workstation pushes a test image/, ["todo.account.registry-push"]],
  [/`docker push` of a test image|with a test image of the private registry/, ["todo.mirror-registry"]],
  [/TXT record for a test name/, ["todo.zone"]],
];

/** Everything that comes before an item, however far away. */
function before(items: ReadonlyMap<string, ChecklistItem>, { dependsOn }: ChecklistItem, seen = new Set<string>()): ReadonlySet<string> {
  for (const id of dependsOn) {
    const item = items.get(id);
    if (!item || seen.has(id)) continue;
    seen.add(id);
    before(items, item, seen);
  }
  return seen;
}

/** Items that are dated before what their title or proof uses, each with the words; and items that wait for themselves. */
export function datedTooEarly(checklist: readonly ChecklistItem[]): readonly string[] {
  const items = new Map(checklist.map((item) => [item.id, item]));
  return checklist.flatMap((item) => {
    const first = before(items, item);
    const missing = USES.filter(([words, bringers]) => {
      const isBrought = (id: string): boolean => bringers.some((start) => id.startsWith(start));
      return words.test(`${item.title}; ${item.verify}`) && !isBrought(item.id) && [...items.keys()].some(isBrought) && ![...first].some(isBrought);
    });
    return [...missing.map(([words]) => `${item.id}: ${words.exec(`${item.title}; ${item.verify}`)?.[0]}`), ...(first.has(item.id) ? [`${item.id} waits for itself`] : [])];
  });
}

/** Words that no item has, or that nothing of the list brings. */
export const unmetUses = (checklist: readonly ChecklistItem[]): readonly string[] =>
  USES.filter(([words, bringers]) => !checklist.some(({ title, verify }) => words.test(`${title}; ${verify}`)) || !checklist.some(({ id }) => bringers.some((start) => id.startsWith(start)))).map(([words]) => words.source);
