import { database, type Half, type Places } from "./database.ts";

/** Remembers where a plan was left, in which half if in one. Losing it is no loss, so refusals are not reported. */
export function rememberPlace(planKey: string, href: string, half: Half | undefined): void {
  database()
    .then(async (db) => {
      const { store } = db.transaction("places", "readwrite");
      const before = await store.get(planKey);
      await store.put({ ...before, last: href, ...(half ? { half, [half]: href } : {}) }, planKey);
    })
    .catch(() => undefined);
}

/** Where a plan and its halves were left, if this device knows. */
export async function placesOf(planKey: string): Promise<Places | undefined> {
  return database().then(
    (db) => db.get("places", planKey),
    () => undefined,
  );
}
