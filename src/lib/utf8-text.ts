/** Text of a file; undefined where it is not UTF-8, since a browser would put question marks in place of what it cannot read. */
export async function utf8TextOf(file: Blob): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
