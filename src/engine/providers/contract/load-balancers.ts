import type { SourceId } from "../../kernel/outcome.ts";

/** Annotation without which the controller of an infrastructure makes no load balancer for a Service. */
export interface BalancerAnnotation {
  readonly annotation: string;
  /** Key of the place question that gives its value. */
  readonly question: string;
  /** Where the value ends in the answer; absent where it is the answer itself. */
  readonly until?: string;
  /** Whose controller it is, and what the annotation tells it; parts of sentences. */
  readonly controller: string;
  readonly tells: string;
  readonly sources: readonly SourceId[];
}

/** An annotation of a Service with its value, quoted where YAML would read something else than text. */
interface ServiceAnnotation {
  readonly annotation: string;
  readonly value: string;
}

/** `what`: as the end of a title, after its comma. `verify`: how it is seen, as the beginning of a sentence. `why`: what comes of its lack, as a sentence. */
interface BalancerNeed {
  readonly what: string;
  readonly verify: string;
  readonly why: string;
  readonly sources: readonly SourceId[];
}

/** How Services of an infrastructure choose whether their load balancers get public or private addresses. */
export interface BalancerReach {
  readonly internal: ServiceAnnotation;
  /** What asks for a public one, where a controller that managed clusters may run makes private ones unasked. */
  readonly publicWhereManaged?: ServiceAnnotation & { readonly controller: string };
  /** What a private one needs besides so that every network that is routed to it reaches it. */
  readonly internalFromAfar?: ServiceAnnotation & { readonly why: string };
  /** What a private one needs besides where its own nodes call it; absent where such calls find their way back unasked. */
  readonly internalFromOwnNodes?: OwnNodesCall;
  /** What a cluster that somebody else runs or has built must have before such load balancers are made. */
  readonly needs?: { readonly public?: BalancerNeed; readonly internal?: BalancerNeed };
  readonly sources: readonly SourceId[];
}

/** Load balancers that keep the address of a caller, so that a call which comes back to the node it left is lost. */
export interface OwnNodesCall extends ServiceAnnotation {
  /** What happens without the annotation, as the end of a sentence. */
  readonly without: string;
  /** Which controllers pass over the annotation, as a sentence. */
  readonly passedOverBy: string;
  /** The controller of managed clusters that gives an entry such a load balancer as well; other entries keep no address. */
  readonly entryWhereManaged: string;
  /** What lists of allowed networks come to with it, as the end of a sentence; a list at a load balancer of the controller above holds. */
  readonly sourceRanges: string;
  readonly sources: readonly SourceId[];
}

/** What KKP writes at the Service of the nodeport-proxy on an infrastructure as long as the Seed has no annotation for it. */
export interface ProxyDefaults {
  readonly annotations: readonly (ServiceAnnotation & { readonly why: string })[];
  readonly sources: readonly SourceId[];
}

/** What makes an infrastructure's load balancers probe an entry so that its nodes count as what they are. */
export interface EntryProbe extends ServiceAnnotation {
  /** Entries that need it: those whose ports name their protocol, or those that take traffic at the nodes of their pods only. */
  readonly of: "named-protocols" | "local-traffic";
  readonly why: string;
  readonly sources: readonly SourceId[];
}

/** Load balancers that the infrastructure makes for Services, and what a Service must say. */
export interface LoadBalancers {
  /** Whether Services of type LoadBalancer get an address without anything else installed, where a cloud controller of it runs. */
  readonly nativeLoadBalancer: boolean;
  /** Key of the yes-or-no question about a place that says whether its load balancer is really there. */
  readonly loadBalancerQuestion?: string;
  /** Set where its load balancers answer with a host name in place of an address. */
  readonly loadBalancerAnswers?: "name";
  /** Whether such addresses are reachable from the internet unless asked otherwise; `asked` where each site decides, so that somebody must say. */
  readonly publicLoadBalancer: boolean | "asked";
  /** Set where its load balancers take no list of allowed sources, with where that can be read. */
  readonly ignoresSourceRanges?: { readonly sources: readonly SourceId[] };
  /** What a Service must say, or its controller makes no load balancer for it; absent where it may say nothing. */
  readonly balancerAnnotation?: BalancerAnnotation;
  readonly balancerReach?: BalancerReach;
  readonly proxyDefaults?: ProxyDefaults;
  /** Absent where load balancers probe any entry rightly unasked. */
  readonly entryProbe?: EntryProbe;
}
