/** Something that was not taken over as it stood. */
export interface Notice {
  /** Where it stood: a path with the names of places and clusters, never their positions. */
  readonly path: string;
  /** What was wrong, with the value and the way out. */
  readonly text: string;
  readonly kind: "dropped" | "upgraded";
}
