import type { QuestionDefinition, TeamId } from "../answers/question.ts";
import type { CredentialSecret } from "../dns-services/dns-service.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** A field of the ClusterIssuer; `{question}` stands for the answer to a question of the record. */
export interface IssuerField {
  readonly field: string;
  readonly value: string;
  readonly why: string;
  /** Whether the file of the master alone has it, since what it makes is carried to Seeds apart. */
  readonly onMaster?: true;
  /** Whether it is written when the platform is installed, and left as it is afterwards. */
  readonly onlyNew?: true;
}

/** Where certificates of the platform come from. Shared code asks this record, never which one it is. */
export interface Issuer {
  readonly id: string;
  /** The choice as the form offers it. */
  readonly title: string;
  readonly help: string;
  /** Who signs, as sentences call it: "Let's Encrypt". */
  readonly authority: string;
  /** The way, as tables call it: "Let's Encrypt, HTTP-01". */
  readonly method: string;
  /** `hand`: somebody puts the certificate into its Secrets and renews it. `cert-manager`: cert-manager does. */
  readonly by: "hand" | "cert-manager";
  readonly challenge?: "http01" | "dns01";
  /** Whether the authority stands on the internet: it is called there, and looks names up from there. */
  readonly onInternet: boolean;
  /** Whether machines and browsers trust its root as they are; `either` where the customer must say. */
  readonly trust: "public" | "private" | "either";
  /** What cert-manager calls, where the customer runs it. */
  readonly endpoint?: { readonly title: string; readonly addressQuestion: string; readonly portQuestion: string };
  /** Where it has tokens of cert-manager reviewed: it calls the Kubernetes API of each cluster with a service account made for it. */
  readonly tokenReview?: { readonly account: string; readonly title: string; readonly text: string; readonly reason: string; readonly why: string; readonly sources: readonly SourceId[] };
  /** Field of the issuer that holds the root of whatever it calls. */
  readonly bundleField?: string;
  /** Secret in the namespace cert-manager that somebody fills with the key of the CA. */
  readonly caSecret?: string;
  /** Whether cert-manager makes the root itself, so that nobody knows it beforehand. */
  readonly makesRoot?: true;
  /** Secret in the namespace cert-manager that holds the root it makes. */
  readonly rootSecret?: string;
  /** What the runbook says about Secrets that the issuer refers to, where nobody has to bring one before it is applied. */
  readonly needs?: string;
  /** Questions that name kind and API group of an issuer by a plug-in, which KKP's own fields do not name. */
  readonly reference?: { readonly kind: string; readonly group: string };
  /** Whether Let's Encrypt's limits on names and certificates hold. */
  readonly rateLimited?: true;
  /** Key of the yes-or-no question that says whether orders need an account made beforehand (EAB). */
  readonly bindingQuestion?: string;
  /** What the decision says; `{names}` stands for their number. */
  readonly decision: string;
  /** What an upgrade to another platform entry does to it. */
  readonly onUpgrade: string;
  readonly fields: readonly IssuerField[];
  readonly account?: {
    readonly title: string;
    readonly permissions: readonly string[];
    readonly fields: readonly string[];
    readonly team: TeamId;
    readonly why: string;
    /** How it is shown where nothing of it goes into the secret store. */
    readonly verify?: string;
  };
  /** Secret with the credential of that account, which its fields name and the runbook makes. */
  readonly secret?: CredentialSecret;
  /** What must be ready before the first certificate, one line of the checklist each. */
  readonly prepare: readonly { readonly id: string; readonly title: string; readonly team: TeamId; readonly why: string; readonly verify: string; readonly forEachRelease?: true; /** Set where it lies in the repository of the configuration. */ readonly inRepository?: true }[];
  readonly questions: Readonly<Record<string, QuestionDefinition<unknown>>>;
  readonly sources: readonly SourceId[];
}
