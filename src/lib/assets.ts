import handover from "../../templates/documents/handover.md?url";
import inter400 from "../renderers/pdf/fonts/inter-400.ttf?url";
import inter700 from "../renderers/pdf/fonts/inter-700.ttf?url";
import mono400 from "../renderers/pdf/fonts/mono-400.ttf?url";
import mono700 from "../renderers/pdf/fonts/mono-700.ttf?url";
import rtl400 from "../renderers/pdf/fonts/rtl-400.ttf?url";
import rtl700 from "../renderers/pdf/fonts/rtl-700.ttf?url";
import type { Assets } from "../renderers/registry.ts";

const TEMPLATES = { handover } as const;
const FONTS = { "inter-400": inter400, "inter-700": inter700, "mono-400": mono400, "mono-700": mono700, "rtl-400": rtl400, "rtl-700": rtl700 } as const;

/** A file that the app serves beside itself could not be had. */
export class AssetError extends Error {
  override readonly name = "AssetError";
}

/**
 * Templates and fonts from the app's own folder, as exporters ask for them.
 * @throws AssetError when a file cannot be loaded, for example offline before it was ever used
 */
export const browserAssets: Assets = {
  template: async (name) => (await load(TEMPLATES[name])).text(),
  font: async (name) => new Uint8Array(await (await load(FONTS[name])).arrayBuffer()),
};

async function load(url: string): Promise<Response> {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw new AssetError(`A file that the export needs could not be loaded: ${url}. Check the connection and try again.`);
  return response;
}
