/** The only door of the diagrams: layouts that turn a topology into primitives. Writers draw those in their own way. */
export type * from "./drawing.ts";
export { layoutOverview, type Room } from "./overview/layout-overview.ts";
export { detailOf } from "./overview/texts.ts";
export { layoutCover } from "./cover/layout-cover.ts";
export { arrowHeads } from "./arrow-heads.ts";
export { textWidth, type Face } from "./metrics/text-width.ts";
