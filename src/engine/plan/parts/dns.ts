import type { Value } from "../../kernel/outcome.ts";
import type { Derived } from "./derived.ts";

/** Who must find a record, as tables call them; only your networks where the internet is given another one, or could do nothing with its address. */
export type SeenBy = "the internet" | "your networks" | "everybody";

export interface DnsRecord extends Derived {
  /** The cluster whose names or API it is about; absent where it is about none. */
  readonly cluster?: string;
  readonly name: string;
  /** `ALIAS`: what the DNS service offers in place of a CNAME at the apex of a zone, or what external-dns writes in its place everywhere. */
  readonly type: "A" | "AAAA" | "CNAME" | "ALIAS";
  readonly target: Value<string>;
  /** Id of the assignment it leads to; absent for a public address that the customer states. */
  readonly leadsTo?: string;
  /** What of the cluster it leads to; `outside`: a public address that somebody stated, or another service; `mirror`: the mirror of binaries. */
  readonly end: "entry" | "nodeport-proxy" | "api" | "outside" | "mirror";
  /**
   * What in the cluster carries the name, so that external-dns reads it there: the route that KKP makes, a route that
   * comes with a stack, or an annotation of the nodeport-proxy. Absent where nothing does.
   */
  readonly carrier?: "platform" | "stack" | "annotation";
  readonly purpose: string;
  /** `offline`: a name outside the domain that machines without internet find inside. */
  readonly need: "required" | "recommended" | "offline";
  /** `public`: what the internet must see; `any`: wherever the zone is served. */
  readonly view: "any" | "public";
  readonly seenBy: Value<SeenBy>;
  /** Views of a split zone that carry it; `one` where the zone has one view. */
  readonly views: Value<"one" | "inner" | "outer" | "both">;
  /** What enters it where the inside looks; absent where people do. An outer view beside the inner one is filled by people. */
  readonly by?: "external-dns";
  /** When it can be entered. */
  readonly when: string;
}
