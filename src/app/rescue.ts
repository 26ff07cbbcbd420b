import { download, fileStem } from "../lib/download.ts";
import { readPlan } from "../lib/storage/saved-plans.ts";

/** Loads what writes a plan file. */
export const loadRescue = () => import("../engine/index.ts");

/**
 * Saves the answers of the plan at an address as a file, with as little of the app as possible: the plan file if it can
 * still be written, else the answers as they are stored. Returns what to say about it.
 */
export async function saveWhatIsKept(hash: string): Promise<string> {
  const key = /^#\/p\/([^/?]+)/.exec(hash)?.[1];
  const saved = key === undefined ? undefined : await readPlan(decodeURIComponent(key)).catch(() => undefined);
  if (!saved) return "This browser keeps nothing of this plan.";
  const stem = fileStem(saved.state.name);
  try {
    const { planFileContent } = await loadRescue();
    // JSON is YAML too: the file opens again like any plan file.
    download(`${stem}.plan.yaml`, "application/yaml", `${JSON.stringify(planFileContent(saved.state.answers), undefined, 2)}\n`);
    return "Saved. Open the file from the start page to go on.";
  } catch {
    download(`${stem}.answers.json`, "application/json", JSON.stringify(saved.state, undefined, 2));
    return "The answers are saved as they are stored. Send them with the report of this fault.";
  }
}
