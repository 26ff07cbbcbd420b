/** From this width the rail stands at the left; below it, a bar with the chapter's name opens it. */
export const RAIL = "(min-width: 64rem)";
/** From this width what follows stands at the right; below it, a bar or a tab opens it. */
export const BESIDE = "(min-width: 80rem)";
/** Between the two, what follows is a drawer at the right; below, a sheet from the lower edge. */
export const DRAWER = RAIL;
