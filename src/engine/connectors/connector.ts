import type { QuestionDefinition } from "../answers/question.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** A field below `dex.config.connectors[].config`. */
export interface ConnectorField {
  readonly field: string;
  /**
   * Its value: a text with answers in place of `{questions}`, `{server}` for host and port of `endpoint`, `{callback}` for the callback
   * of Dex, `{secret}` for the place of the secret, and `<fill-in: …>` for what the identity team alone knows; or one of several, by the
   * answer to a choice question.
   */
  readonly value: string | { readonly question: string; readonly of: Readonly<Record<string, string>> };
  /** What a platform that runs may have there instead, so that an upgrade takes it over. */
  readonly installed?: string;
  readonly why: string;
  /** Id of what is prepared for it; where that brings groups and nothing else, so does the field. Absent where answers say all. */
  readonly broughtBy?: string;
}

/** A file that Dex reads for a connector. */
export interface ConnectorFile {
  readonly kind: "ConfigMap" | "Secret";
  /** Name of the object in the namespace of Dex, and the key under which the file stands. */
  readonly name: string;
  readonly key: string;
  /** What the file holds, as sentences and tables call it. */
  readonly holds: string;
  /** Set where it brings groups and nothing else. */
  readonly forGroups?: true;
  /** Field of the connector that holds its path, and why as a sentence. */
  readonly field: string;
  readonly why: string;
  /** Fields that it is read by; questions of the record name their answers. */
  readonly beside: readonly { readonly field: string; readonly value: string; readonly why: string }[];
}

/** What the identity team prepares for a connector. */
export interface ConnectorPreparation {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** The reason in the Community Edition, which binds no group to a project; absent where it is the same. */
  readonly inCommunity?: string;
  /** Set where it brings groups and nothing else: without a project to bind and a login to user clusters, nothing reads them. */
  readonly forGroups?: true;
  /** What shows that it is ready; `fromNodes` where that is seen on a machine of a node network. */
  readonly verify: string;
  readonly fromNodes?: true;
  /** Set where a secret of it lies in the secret store. */
  readonly inSecretStore?: true;
  /** Ids of other preparations of the connector that its proof takes in hand. */
  readonly uses?: readonly string[];
  /** Set where its proof looks into a token, which a client of the platform is given. */
  readonly byClients?: true;
}

/** Where logins come from: an identity source behind Dex, or an issuer that takes the place of Dex. */
export interface Connector {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly stability: "stable" | "beta" | "alpha";
  /** Whether a session survives the end of its ID token. */
  readonly refreshTokens: boolean;
  /** Set where Dex hands out a refresh token all the same, and renews it only while the token of the source is good. */
  readonly endsWithSource?: true;
  readonly groups: boolean;
  /** Whether the identity provider sends browsers back to `<issuer>/callback`. */
  readonly callback: boolean;
  /** Set where what is prepared names the callback itself, so that no list of redirect URIs is asked for beside it. */
  readonly callbackPrepared?: true;
  /** Set where it signs the tokens itself, so that all clients are registered there and Dex checks no login. */
  readonly issuer?: {
    /** What sentences call it. */
    readonly name: string;
    /** What the dashboard is told it logs in at. */
    readonly dashboardProvider: "dex" | "keycloak";
    /** Key of the question that holds the path of the issuer, and what stands before its answer. */
    readonly pathQuestion: string;
    readonly pathPrefix: string;
    /** Key of the question whether a slash ends an issuer without a path; absent where it always has one. */
    readonly slashQuestion?: string;
    /** Key of the question who chooses the ids of clients; absent where whoever registers one does. */
    readonly idsQuestion?: string;
    /** Where browsers log in and out, below the issuer; absent where only its discovery document says so. */
    readonly paths?: { readonly login: string; readonly logout: string };
  };
  /** Questions about what stands behind the host in the issuer at which Dex asks for logins: its path, and whether a slash ends it without one. */
  readonly issuerPath?: { readonly pathQuestion: string; readonly slashQuestion?: string };
  /** Who is called for a login; undefined when users live in Dex itself. */
  readonly endpoint?: {
    readonly title: string;
    /** Key of the question that holds the host; absent where `hosts` names fixed ones on the internet. */
    readonly addressQuestion?: string;
    readonly hosts?: readonly string[];
    /** Key of the question for the other hosts that its discovery document names, where only whoever runs it knows them. */
    readonly furtherQuestion?: string;
    /** Further fixed ones that are asked for groups alone. */
    readonly groupHosts?: readonly string[];
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
  /** What its configuration in Dex holds beside the fields of `file`, `callbackProxy` and `sessionField`; none where Dex has no connector for it. */
  readonly fields: readonly ConnectorField[];
  /** A file that Dex reads for it, which only a volume brings there. */
  readonly file?: ConnectorFile;
  /** A proxy of the customer between the entry and Dex that sets a header which Dex believes: its Service, the path that leads to it, and the field that names the header. */
  readonly callbackProxy?: { readonly name: string; readonly path: string; readonly field: string; readonly headerQuestion: string };
  /** What its makers warn of, as a sentence. */
  readonly warning?: string;
  /** Whether the users live in Dex itself, so that it has no connector at all. */
  readonly inDex?: true;
  /** Whether Dex shows it no secret: it believes a header, or checks signatures with a certificate. */
  readonly withoutSecret?: true;
  /** Whether it suits a short list of people only. */
  readonly forTrialsOnly?: true;
  /** What the identity team prepares, one line each. */
  readonly prepare: readonly ConnectorPreparation[];
  readonly questions: Readonly<Record<string, QuestionDefinition<unknown>>>;
  readonly sources: readonly SourceId[];
}
