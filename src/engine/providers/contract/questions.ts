import type { QuestionDefinition } from "../../answers/question.ts";

/** What a provider asks. */
export interface ProviderQuestions {
  /** Questions this provider adds to the infrastructure chapter, by subject; their keys begin with its id. */
  readonly questions: {
    readonly place?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about a place that matter only where workers of user clusters stand. */
    readonly workersPlace?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about the node network of a place that matter only where workers of user clusters stand in it. */
    readonly nodeNetworkPlace?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about a place that matter only where workers of user clusters stand, or machines of a cluster that KubeOne builds. */
    readonly machinesPlace?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about a place that matter only where KubeOne is to build a cluster. */
    readonly builtPlace?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    readonly cluster?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    readonly datacenter?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about a datacenter that matter only where several tenants use the platform. */
    readonly tenants?: Readonly<Record<string, QuestionDefinition<unknown>>>;
  };
}
