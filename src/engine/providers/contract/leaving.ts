import type { SourceId } from "../../kernel/outcome.ts";

/** With which addresses machines are seen outside their network: with their own, with a public one each, or with those of what stands in front. */
export type SeenAs = "own" | "each" | "gateway";

/** What else than a firewall of the customer puts other addresses in place of those of machines, so that somebody must say with which they are seen. */
export interface Leaving {
  /** Set where there is one way alone, so that nobody is asked. */
  readonly only?: SeenAs;
  /** Set where somebody must say so only when the machines call something of the platform at a public address outside their place. */
  readonly asked?: "public-elsewhere";
  /** Who gives machines public addresses, where that is not the infrastructure itself. */
  readonly giver?: string;
  /** What is seen before machines have a public address each, where that is not a quota; a clause that begins a sentence. */
  readonly room?: string;
  /** What puts addresses of its own in place of theirs, with its article. */
  readonly gateway: string;
  /** Key of the place question that names the network of the machines which do so unasked. */
  readonly gatewayIn?: string;
  /** Set where networks that are routed to them see the machines' own addresses all the same: those of others are seen on the internet alone. */
  readonly onInternet?: true;
  /** How each way is seen to be as it is answered, as clauses; `{network}` stands for the network, `{addresses}` for those of the gateway. */
  readonly seen: Readonly<Record<SeenAs, string>>;
  /** What makes machines of user clusters leave so, as clauses; absent where they do unasked. */
  readonly pools?: Readonly<Partial<Record<SeenAs, string>>>;
  readonly sources: readonly SourceId[];
}
