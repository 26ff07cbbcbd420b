import type { Value } from "../../kernel/outcome.ts";
import type { Derived } from "./derived.ts";

export interface DnsRecord extends Derived {
  readonly name: string;
  /** `ALIAS`: what the DNS service offers in place of a CNAME at the apex of a zone. */
  readonly type: "A" | "AAAA" | "CNAME" | "ALIAS";
  readonly target: Value<string>;
  /** Id of the assignment it leads to; absent for a public address that the customer states. */
  readonly leadsTo?: string;
  readonly purpose: string;
  readonly need: "required" | "recommended";
  /** `public`: what the internet must see; `any`: wherever the zone is served. */
  readonly view: "any" | "public";
  /** When it can be entered. */
  readonly when: string;
}
