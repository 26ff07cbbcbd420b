/** The document template says something that nothing answers to; carries the line. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";

  constructor(message: string, line: number | undefined) {
    super(line === undefined ? message : `Line ${line} of the document template: ${message}`);
  }
}
