import type { QuestionDefinition } from "../answers/question.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** Where logins come from: an identity source behind Dex, or an issuer that takes the place of Dex. */
export interface Connector {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly stability: "stable" | "beta" | "alpha";
  /** Whether a session survives the end of its ID token. */
  readonly refreshTokens: boolean;
  readonly groups: boolean;
  /** Whether the identity provider sends browsers back to `<issuer>/callback`. */
  readonly callback: boolean;
  /** Set where it signs the tokens itself, so that all clients are registered there and Dex checks no login. */
  readonly issuer?: {
    /** What sentences call it. */
    readonly name: string;
    /** What the dashboard is told it logs in at. */
    readonly dashboardProvider: "dex" | "keycloak";
    /** Key of the question that holds the path of the issuer, and what stands before its answer. */
    readonly pathQuestion: string;
    readonly pathPrefix: string;
    /** Where browsers log in and out, below the issuer; absent where only its discovery document says so. */
    readonly paths?: { readonly login: string; readonly logout: string };
  };
  /** Who is called for a login; undefined when users live in Dex itself. */
  readonly endpoint?: {
    readonly title: string;
    /** Key of the question that holds the host; absent where `hosts` names fixed ones on the internet. */
    readonly addressQuestion?: string;
    readonly hosts?: readonly string[];
    /** Whether pods of the platform call it, and whether browsers are sent to it. */
    readonly calledBy: readonly ("platform" | "browsers")[];
    /** Whether it is asked over a protocol that no HTTP proxy carries. */
    readonly withoutHttp?: true;
    /** Whether its CA is prepared in any case, as a field of the connector. */
    readonly ownTrust?: true;
    /** Key of a choice question whose values are keys of `ports`; absent when the first entry of `ports` always holds. */
    readonly portQuestion?: string;
    /** Key of the question for the port, where whoever runs it may choose another than that of `ports`. */
    readonly numberQuestion?: string;
    readonly ports: Readonly<Record<string, { readonly port: number; readonly label: string }>>;
  };
  /** A second host where people log in and Dex fetches their tokens; absent where `endpoint` does that as well. */
  readonly login?: {
    readonly title: string;
    /** Key of the question that holds the host. */
    readonly addressQuestion: string;
    readonly port: number;
  };
  /** Field of the connector that gives each session a user id of its own, where it has one. */
  readonly sessionField?: { readonly field: string; readonly value: string };
  /** What its makers warn of, as a sentence. */
  readonly warning?: string;
  /** Whether the users live in Dex itself, so that it has no connector at all. */
  readonly inDex?: true;
  /** Whether Dex shows it no secret: it believes a header, or checks signatures with a certificate. */
  readonly withoutSecret?: true;
  /** Whether it suits a short list of people only. */
  readonly forTrialsOnly?: true;
  /** What the identity team prepares, one line each. */
  readonly prepare: readonly {
    readonly id: string;
    readonly title: string;
    readonly why: string;
    /** The reason in the Community Edition, which binds no group to a project; absent where it is the same. */
    readonly inCommunity?: string;
    /** Set where it brings groups and nothing else: without a project to bind and a login to user clusters, nothing reads them. */
    readonly forGroups?: true;
    readonly verify: string;
  }[];
  readonly questions: Readonly<Record<string, QuestionDefinition<unknown>>>;
  readonly sources: readonly SourceId[];
}
