/** The door of the document layer. */
export { composeDocument, type DocumentInput } from "./compose.ts";
export { plainText } from "./text/inlines.ts";
export type * from "./model.ts";
