import type { QuestionDefinition } from "../answers/question.ts";
import type { IssuerField } from "../issuers/issuer.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** The chart of a webhook that cert-manager needs; absent where the customer chooses one. */
export interface WebhookChart {
  readonly name: string;
  readonly repository: string;
  readonly host: string;
  readonly image: string;
  /** Secret with the credential that its service account must be allowed to read; absent where the chart sees to it. */
  readonly readsSecret?: string;
}

/** What external-dns needs where it fills a zone that only the inside sees, whether that is all of it or the inner view. */
export interface InsideView {
  /** Name of another provider, where private zones have one of their own. */
  readonly provider?: string;
  /** Argument that keeps it to private zones. */
  readonly argument?: string;
  /** Why, as a sentence. */
  readonly why: string;
  /** The role that its account has for private zones, where it is another one. */
  readonly role?: string;
  readonly sources: readonly SourceId[];
}

/** A Secret with the credential for the zone, in the namespace of the program that changes it; fields of the record name it. */
export interface CredentialSecret {
  readonly name: string;
  /** What stands under each key; absent where the webhook that the customer chooses says it, and a file of lines fills the Secret. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Who names the keys then, where it is no webhook. */
  readonly asks?: string;
}

/** How external-dns knows the service and what its chart must be told, so that it finds server, zone and credential. */
export interface RecordsProvider {
  readonly provider: string;
  readonly kind: "built-in" | "webhook";
  /** Values of the chart; `{zoneName}` stands for the zone beside the questions of the record. */
  readonly fields: readonly IssuerField[];
  readonly secret: CredentialSecret;
  /** The ConfigMap with the root that signs for the service, where that is one of the customer's own; its fields name it. */
  readonly root?: { readonly configMap: string; readonly signsFor: string };
  /** What its account needs beside changing records of a zone that everybody sees; `{zone}` stands for that zone. */
  readonly rights?: string;
  /** What it is told in place of an answer that the solver takes, where cert-manager changes the zone as well; with `views` only where the zone has two. */
  readonly beside?: readonly { readonly of: string; readonly question: string; readonly views?: true; readonly sources: readonly SourceId[] }[];
  /** What the account needs where it stands beside that of cert-manager, with answers of the record. */
  readonly rightsBeside?: string;
  readonly inside?: InsideView;
  /** Providers whose load balancers it leads to by an alias, where it would write a CNAME otherwise: what it writes in its place. */
  readonly alias?: { readonly providers: readonly string[]; readonly written: string; readonly sources: readonly SourceId[] };
  /** Whether it serves zones that everybody sees and no others. */
  readonly publicOnly?: true;
  /** Image of the container beside it; absent where the customer chooses one, or where nothing stands beside it. */
  readonly image?: string;
  readonly sources: readonly SourceId[];
}

/** How the solver is told which of two zones of one name it writes to, where it would choose by itself. */
export interface NamedZone {
  /** Key of the question for the zone, which is asked of split zones alone. */
  readonly question: string;
  readonly field: string;
  /** Why, as a sentence; `{authority}` stands for who asks the zone. */
  readonly why: string;
  /** What its account needs then. */
  readonly rights: string;
  readonly sources: readonly SourceId[];
}

/** Private zones that are a kind of their own, which the solver must be told of. */
export interface PrivateZones {
  readonly field: string;
  readonly private: string;
  readonly public: string;
  readonly rights: string;
  readonly sources: readonly SourceId[];
}

/** A service that answers for challenges in a zone of its own. */
export interface DelegatedChallenges {
  /** What tables call the zone that challenges are led to. */
  readonly title: string;
  /** What its accounts may change; `{domain}` stands for the base domain. */
  readonly rights: string;
  /** What must stand before the installation; `{Authority}` stands for who signs, `{seen}` and `{resolver}` for who must find it, beside the questions of the record. */
  readonly item: { readonly title: string; readonly verify: string; readonly why: string };
}

/** Who serves the zone, and how a program changes it. Shared code asks this record, never which one it is. */
export interface DnsService {
  readonly id: string;
  readonly title: string;
  /** What sentences and tables call it, where the title is worded as a choice. */
  readonly named?: string;
  readonly help: string;
  /** Hosts of its API on the internet; empty where the customer runs the service, or where nothing is called. */
  readonly apiHosts: readonly string[];
  /** The server that takes changes and that the customer names: one of their own, or the vendor's on the internet. */
  readonly endpoint?: { readonly title: string; readonly addressQuestion: string; readonly protocol: "TCP" | "TCP and UDP"; readonly onInternet?: true } & ({ readonly ports: string; readonly portQuestion?: undefined } | { readonly portQuestion: string });
  /** How cert-manager writes DNS-01 challenges, and what its account needs beside changing them, with `{zone}` for the zone; absent where it cannot. */
  readonly solver?: { readonly kind: "built-in" | "webhook"; readonly fields: readonly IssuerField[]; readonly secret: CredentialSecret; readonly chart?: WebhookChart; readonly rights?: string; readonly named?: NamedZone; readonly privateZones?: PrivateZones };
  /** Present where the zone itself stays as it is: a CNAME leads each challenge to a name that the service gives at the registration, in a zone that it answers for itself. */
  readonly delegates?: DelegatedChallenges;
  /** Absent where external-dns does not know the service. */
  readonly externalDns?: RecordsProvider;
  /** What stands in for a CNAME at the apex of a zone; absent where nothing does. */
  readonly apexAlias?: string;
  /** What it calls a zone, where the views of a split one are two zones of one name. */
  readonly zones?: { readonly one: string; readonly public: string; readonly private: string };
  /** Names of the credential's fields; never their values. */
  readonly credential?: { readonly title: string; readonly fields: readonly string[] };
  readonly questions: Readonly<Record<string, QuestionDefinition<unknown>>>;
  readonly sources: readonly SourceId[];
}
