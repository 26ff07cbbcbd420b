/** Something that was not taken over as it stood, or that does not count. */
export interface Notice {
  /** Where it stood: a path with the names of places and clusters, never their positions. */
  readonly path: string;
  /** What was wrong, with the value and the way out. */
  readonly text: string;
  /** `unasked`: the answer is kept, but with the others nobody asks for it. */
  readonly kind: "dropped" | "upgraded" | "unasked";
}
