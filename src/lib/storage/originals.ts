import { database, type OriginalFile } from "./database.ts";

/** Keeps a file from which something was dropped. */
export async function keepOriginal(original: OriginalFile): Promise<void> {
  await (await database()).put("originals", original);
}

/** The file a plan was opened from, where something of it was dropped. */
export async function originalOf(planKey: string): Promise<OriginalFile | undefined> {
  return (await database()).get("originals", planKey);
}
