import type { Fact } from "../../facts/fact.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** A type of load balancer, by what one of it carries. */
export interface BalancerType {
  readonly name: string;
  readonly listeners: number;
  /** Machines to which it sends. */
  readonly targets: number;
}

/** Types in which an infrastructure sells load balancers, and how a Service asks for one; its controller makes the smallest of a Service that does not. */
export interface BalancerTypes {
  readonly annotation: string;
  /** The smallest first. */
  readonly types: Fact<readonly BalancerType[]>;
  /** Whose controller it is; a part of sentences. */
  readonly controller: string;
  /** How the figures of `{type}` are seen, as the beginning of a sentence that ends with them. */
  readonly verify: string;
  readonly sources: readonly SourceId[];
}

/** Upper bound of listeners on one cloud load balancer. */
export interface ListenerQuota {
  /** Rules or listeners that one front end carries. */
  readonly limit: number;
  /** What the limit counts: `load-balancer` one Service, `nodes` all Services of the cluster together. */
  readonly scope: "load-balancer" | "nodes";
  readonly sources: readonly SourceId[];
}

/** Rules that a cloud's controller writes for load balancers into the one group of rules that its nodes have, for each port and each allowed network. */
export interface GroupRules {
  /** What holds them: "security group of the nodes". */
  readonly holder: string;
  /** Whose controller writes them; a part of sentences. */
  readonly controller: string;
  /** How many one group holds, how many groups an interface has unless more are asked for, and where the product of both ends. */
  readonly quota: Fact<{ readonly limit: number; readonly groups: number; readonly most: number }>;
  /** Rules that the group has before any load balancer is made, by who made the cluster. */
  readonly before: Fact<{ readonly kubeone: number; readonly managed: number }>;
  /** What one load balancer takes that the controller leads to nodes by a rule from its own group, and each allowed network once for all. */
  readonly each: Fact<{ readonly classic: number; readonly icmp: number }>;
}

/** How much one load balancer carries. */
export interface BalancerLimits {
  readonly listenerQuota?: ListenerQuota;
  /** Absent where load balancers take no rules of nodes, or where no bound of them is known. */
  readonly groupRules?: GroupRules;
  /** Absent where load balancers come in one type, or where KKP's and KubeOne's Services need not choose. */
  readonly balancerTypes?: BalancerTypes;
}
