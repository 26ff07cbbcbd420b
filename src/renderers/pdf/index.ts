import { jsPDF } from "jspdf";
import { plainText, type Document } from "../../document/index.ts";
import type { Plan } from "../../engine/index.ts";
import type { Assets, ExportInput } from "../exporter.ts";
import { handoverOf } from "../handover.ts";
import { Paper, pdfString } from "./page/paper.ts";
import { Typefaces } from "./text/typefaces.ts";
import { writeDocument } from "./write-document.ts";

/** Writes the handover document of a plan as PDF. */
export async function render(input: ExportInput, assets: Assets): Promise<Uint8Array> {
  return renderPdf(await handoverOf(input, assets), input.plan, assets);
}

/**
 * A document as PDF. The same document gives the same bytes in every browser and on the command line: dates come from the
 * answers, the file's id from the plan, fonts from the app.
 *
 * @throws Error when a font cannot be loaded.
 */
export async function renderPdf(document: Document, plan: Plan, assets: Assets): Promise<Uint8Array> {
  const { meta, cover } = document;
  const doc = new jsPDF({ unit: "pt", format: "a4", compress: true, putOnlyUsedFonts: true });
  doc.setFileId(meta.planId.repeat(3).slice(0, 32).toUpperCase().padEnd(32, "0"));
  doc.setCreationDate(creationDate(meta.date));
  doc.setLanguage("en");
  doc.setProperties({
    title: pdfString([plainText(cover.customer), plainText(cover.title)].filter((part) => part !== "").join(", ")),
    subject: pdfString(plainText(cover.purpose)),
    author: pdfString(meta.authors.join(", ")),
    creator: "Groundplan",
    keywords: `plan ${meta.planId}`,
  });
  doc.setDisplayMode("fullpage", "continuous", "UseOutlines");
  const typefaces = await Typefaces.load(doc, assets, JSON.stringify([document, plan.topology]));
  writeDocument(document, plan, new Paper(doc, typefaces));
  return new Uint8Array(doc.output("arraybuffer"));
}

/** The plan's own day, as text because a date would be written in the time zone of the machine; a fixed one while it is open. */
const creationDate = (day: string | undefined): string => `D:${(day ?? "2000-01-01").replace(/\D/g, "").padEnd(8, "0").slice(0, 8)}000000+00'00'`;
