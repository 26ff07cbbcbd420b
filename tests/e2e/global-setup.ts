import { ensureBuilt } from "../../scripts/build.mjs";

/** Builds the command line once: tests that run at the same time would each build it into the same folder. */
export default async function globalSetup(): Promise<void> {
  await ensureBuilt("cli");
}
