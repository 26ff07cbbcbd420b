import { stringify } from "yaml";
import type { DocumentMeta } from "../../document/index.ts";

/** What programs read first: which plan this is, in which format, for which KKP release. */
export function frontMatter({ title, customer, planId, format, release, date, authors }: DocumentMeta): string {
  const fields = {
    title,
    customer,
    plan: planId,
    format,
    kkp: release ?? "open",
    ...(date === undefined ? {} : { date }),
    ...(authors.length === 0 ? {} : { authors }),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
}
