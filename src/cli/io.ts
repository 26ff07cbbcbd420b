import type { Assets } from "../renderers/registry.ts";

/** What the command line touches of the world; tests bring their own. */
export interface Io {
  /** Text of a file. @throws Error with a `code` such as ENOENT when it cannot be read. */
  readonly read: (path: string) => Promise<string>;
  /** Writes a file into a folder and makes the folder where it is missing; returns the path. */
  readonly write: (folder: string, name: string, content: string | Uint8Array) => Promise<string>;
  /** Standard output: artifacts and reports. */
  readonly out: (text: string) => Promise<void>;
  /** Standard error: messages. */
  readonly say: (text: string) => void;
  readonly assets: Assets;
}
