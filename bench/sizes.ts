import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Manifest } from "vite";

/** A folder that the app was built into. */
export interface Build {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Reads a build of the app. */
export const buildIn = (folder: string): Build => ({
  folder,
  manifest: JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as Manifest,
});

/** What a browser loads for these entries before it shows them: their files and everything these import at once. */
export function filesOf({ manifest }: Build, entries: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build holds no ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return files;
}

/** Size of files as a server sends them, each compressed by gzip, in KB of 1,000 bytes. */
export const compressed = ({ folder }: Build, files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1000;

const START = ["index.html"];
const WIZARD = [...START, "src/app/plan-route.tsx", "src/features/questions/index.ts", "src/features/panel/index.ts"];

/** Compressed JavaScript by what asks for it, in KB. */
export interface Sizes {
  readonly firstScreen: number;
  /** Libraries that the questions load on top of the first screen. */
  readonly wizardLibraries: number;
  /** The engine with its questions. */
  readonly engine: number;
  /** The app's own code of the questions. */
  readonly wizardOwn: number;
  readonly pdf: number;
  readonly mermaid: number;
}

/** Sizes from the app's build and from one that keeps libraries apart. */
export function sizesOf(app: Build, apart: Build): Sizes {
  const first = filesOf(apart, START);
  const added = [...filesOf(apart, WIZARD)].filter((file) => !first.has(file));
  const named = (prefix: string) => added.filter((file) => file.startsWith(`assets/${prefix}`));
  const engine = compressed(apart, named("engine"));
  const wizardOwn = compressed(
    apart,
    added.filter((file) => !/^assets\/(library-|engine)/.test(file)),
  );
  const firstScreen = compressed(app, filesOf(app, START));
  const shown = filesOf(app, WIZARD);
  return {
    firstScreen,
    // What is left: the app's own build holds of each library only the parts that a screen uses.
    wizardLibraries: compressed(app, shown) - firstScreen - engine - wizardOwn,
    engine,
    wizardOwn,
    pdf: compressed(app, [...filesOf(app, ["src/renderers/pdf/index.ts"])].filter((file) => !shown.has(file))),
    mermaid: compressed(app, ["mermaid-frame.js"]),
  };
}
