import type { Issuer } from "../../issuers/issuer.ts";
import type { CertificateSecret } from "../../plan/plan.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { formatAll, formatCount } from "../../values/figures.ts";
import { capital } from "../../values/sentence.ts";

/** What the reason of a certificate tells of. */
interface Told {
  /** Name of the cluster. */
  readonly name: string;
  /** KKP release. */
  readonly id: string;
  readonly entry: PlatformEntry;
  readonly by: Issuer["by"];
  readonly authority: string;
  readonly secrets: readonly CertificateSecret[];
}

/** Why a certificate that the installed platform presents is asked for no more. */
export function whyInUse({ name, id, entry, by, authority, secrets }: Told): string {
  const goesOn = `${capital(entry.title)} of ${name} goes on with the ${secrets.length === 1 ? "Secret" : formatCount(secrets.length, "Secret")} in place before KKP ${id}`;
  return by === "hand" ? `${goesOn}, until the certificate runs out.` : `${goesOn}; cert-manager renews by itself what ${authority} has signed.`;
}

/** Why a certificate is asked for, and what of it an installed platform has already. */
export function whyRequested(told: Told & { readonly hosts: number; readonly single: boolean; readonly runs: boolean }): string {
  const { name, entry, by, authority, secrets, runs } = told;
  if (by === "hand") return `${byHand(told)}${runs ? " The certificate in use serves where it holds them all." : ""}`;
  const fresh = secrets.filter(({ inUse }) => !inUse).length;
  if (fresh === secrets.length) return `cert-manager asks ${authority} for each Secret of ${name} with the names it must cover, and renews them by itself.`;
  return `${capital(entry.title)} of ${name} reads ${formatCount(fresh, "Secret")} that no entry read before; cert-manager asks ${authority} for ${fresh === 1 ? "it" : "them"} and renews the ${secrets.length - fresh === 1 ? "other" : "others"} by itself.`;
}

function byHand({ name, id, entry, secrets, hosts, single }: Parameters<typeof whyRequested>[0]): string {
  const serving = capital(entry.own ? entry.title : `${entry.title} of KKP ${id}`);
  const names = hosts === 1 ? "the name" : formatAll(hosts, "names");
  if (!single) return `${serving} reads ${formatCount(secrets.length, "Secret")} for what ${name} serves; one certificate may be put into ${secrets.length === 1 ? "it" : "each of them"}.`;
  if (entry.own) return `${serving} serves ${names} of ${name}. One Secret with all of them is planned; as its listeners are yours, each may read a Secret of its own instead.`;
  return `${serving} takes one Secret, and it must hold ${names} that ${name} serves; a name that is missing gets no other certificate.`;
}
