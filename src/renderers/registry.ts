import { planFrom, planId, type Answers } from "../engine/index.ts";
import { fileName, type Artifact, type Assets, type Exporter, type ExporterId } from "./exporter.ts";

export { EXPORTER_IDS, FONT_NAMES, fileName, type Artifact, type Assets, type Exporter, type ExporterId, type ExportInput, type FontName } from "./exporter.ts";

/** All export formats, each loaded when it is first used. Adding one is a folder and an entry here. */
export const exporters: Readonly<Record<ExporterId, Exporter>> = {
  markdown: {
    id: "markdown",
    label: "Markdown",
    extension: "md",
    mediaType: "text/markdown; charset=utf-8",
    text: true,
    purpose: "The whole plan for a Git repository or a wiki, with the diagram as Mermaid source.",
    load: () => import("./markdown/index.ts"),
  },
  pdf: {
    id: "pdf",
    label: "PDF",
    extension: "pdf",
    mediaType: "application/pdf",
    text: false,
    purpose: "The whole plan to print, hand over and sign.",
    load: () => import("./pdf/index.ts"),
  },
  plan: {
    id: "plan",
    label: "Plan file",
    file: "the plan file",
    extension: "yaml",
    mediaType: "application/yaml; charset=utf-8",
    text: true,
    purpose: "Your answers, to go on with here or on the command line.",
    load: () => import("./plan-file/index.ts"),
  },
  json: {
    id: "json",
    label: "JSON",
    extension: "json",
    mediaType: "application/json; charset=utf-8",
    text: true,
    purpose: "Everything derived, with provenance, for programs.",
    load: () => import("./json/index.ts"),
  },
  proxy: {
    id: "proxy",
    label: "Proxy list",
    file: "the proxy list",
    extension: "txt",
    mediaType: "text/plain; charset=utf-8",
    text: true,
    purpose: "Hosts that the proxy lets through, one on a line, as Squid reads them from a file.",
    offered: ({ firewall }) => firewall.endpoints.some(({ kind }) => kind === "proxy"),
    load: () => import("./proxy-list/index.ts"),
  },
};

/** Steps of an export, for people who wait: deriving, loading the format, writing. */
export type ExportStep = "derive" | "load" | "write";

/**
 * Derives the plan and writes it in one format; used by app and command line alike, so both give the same bytes.
 * Each step waits for `onProgress`, so that a screen can be painted in between.
 * @throws Error when an asset cannot be had, or a format breaks
 */
export async function renderArtifact(id: ExporterId, answers: Answers, assets: Assets, onProgress?: (step: ExportStep) => void | Promise<void>): Promise<Artifact> {
  const exporter = exporters[id];
  await onProgress?.("derive");
  const input = { answers, plan: planFrom(answers), planId: planId(answers) };
  await onProgress?.("load");
  const renderer = await exporter.load();
  await onProgress?.("write");
  const content = await renderer.render(input, assets);
  return { fileName: fileName(input, exporter), mediaType: exporter.mediaType, content };
}

/** Loads the reader of plan files, and YAML with it. */
export const loadPlanReader = () => import("./plan-file/read-plan-text.ts");

/** Loads the writer of the diagram's Mermaid source. */
export const loadMermaidSource = () => import("./mermaid/mermaid-source.ts");

/** Loads the writer of drawings as SVG files. */
export const loadSvgWriter = () => import("./svg/drawing-to-svg.ts");
