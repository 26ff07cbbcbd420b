/** The package ships no types; this is the part that scripts/build-fonts.mjs uses. */
declare module "subset-font" {
  const subsetFont: (
    font: Buffer,
    text: string,
    options: { targetFormat: "truetype"; noHinting: boolean; noLayoutClosure: boolean; dropTables: string[] },
  ) => Promise<Buffer>;
  export default subsetFont;
}
