import type { Value } from "../../kernel/outcome.ts";

/** What the overview diagram shows. All texts are plain; layout belongs to the diagram writers. */
export interface Topology {
  readonly zones: readonly { readonly id: string; readonly title: string; readonly subtitle: string; readonly kind: "people" | "place" | "outside" }[];
  /** Frames inside a zone: platform clusters and blocks of virtual addresses. */
  readonly frames: readonly { readonly id: string; readonly zone: string; readonly title: string; readonly subtitle: string; readonly kind: "cluster" | "pool" }[];
  readonly boxes: readonly TopologyBox[];
  readonly connections: readonly TopologyConnection[];
}

export interface TopologyBox {
  /** Equals the endpoint id where the box is an endpoint. */
  readonly id: string;
  readonly zone: string;
  readonly frame?: string;
  readonly title: string;
  /** Address, AS number, count: shown in a second line. */
  readonly detail: Value<string>;
  /** Virtual addresses are the only filled boxes. */
  readonly kind: "people" | "virtual-address" | "machines" | "service" | "router";
}

/** A numbered line; its number stands in the firewall table. */
export interface TopologyConnection {
  readonly id: string;
  readonly number: number;
  readonly source: string;
  readonly destination: string;
  readonly title: string;
  /** Protocol and ports of all its flows: "TCP 443, 80". */
  readonly detail: string;
  readonly flows: readonly string[];
  /** What the line is made of where a box at its end stands for several ends; absent where one number says it all. */
  readonly parts?: readonly ConnectionPart[];
}

/** Flows of one line that agree in all but their machines. */
export interface ConnectionPart {
  /** The second number in the firewall table. */
  readonly part: number;
  /** Ends in words: the one end, or what all ends are. */
  readonly source: string;
  readonly destination: string;
  readonly detail: string;
  readonly flows: readonly string[];
}
