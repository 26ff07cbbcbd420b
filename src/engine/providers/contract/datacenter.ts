/** A field of a datacenter in the Seed object. */
export interface DatacenterField {
  /** Name below `spec.datacenters.<name>.spec.<provider>`. */
  readonly field: string;
  /** The question that gives its value; absent where only the person who writes the file knows it. */
  readonly question?: { readonly subject: "place" | "datacenter"; readonly key: string };
  /** Set where it names the network of the workers: the question is about the node network of the place, and workers that stand in one of their own give its name. */
  readonly ofNetwork?: true;
  /** Set where it takes one of the things that the answer lists. */
  readonly oneOf?: true;
  /** How the file writes it, `{value}` standing for the answer; absent where it is the answer itself. */
  readonly form?: string;
  /** What comes of it where it is missing, for a field that the Seed does not insist on; absent where it refuses the datacenter. */
  readonly without?: string;
}
