import { readFileSync } from "node:fs";
import { join } from "node:path";
import { jsPDF } from "jspdf";
import { Typefaces } from "../../src/renderers/pdf/text/typefaces.ts";

/** The typefaces of the document, read from disk, for tests that measure text without writing a document. */
export const typefacesFromDisk = (): Promise<Typefaces> =>
  Typefaces.load(
    new jsPDF(),
    {
      template: () => Promise.resolve(""),
      font: (name) => Promise.resolve(new Uint8Array(readFileSync(join(import.meta.dirname, "../../src/renderers/pdf/fonts", `${name}.ttf`)))),
    },
    "",
  );
