import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { plugInPlurals } from "../../facts/certificates.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { filled, filledValue } from "../basics/filled.ts";
import { issuer } from "./issuer.ts";

/** Name of the issuer that all fields and Certificates refer to. */
export const ISSUER_NAME = "platform";

/** Kind and API group of an issuer by a plug-in, with the names of questions in place of what is open. */
export interface ForeignIssuer {
  readonly kind: string;
  readonly group: string;
}

/** How Certificates name an issuer by a plug-in, whose kind no field of KKP takes; undefined for those that cert-manager knows itself. */
export function foreignIssuer(read: Reader): ForeignIssuer | undefined {
  const { reference } = read.rule(issuer);
  return reference && { kind: filled(read, `{${reference.kind}}`, issuerQuestions.plan), group: filled(read, `{${reference.group}}`, issuerQuestions.plan) };
}

/** A text with `{kind}` and `{group}` of an issuer by a plug-in: open while one of them is. */
export function foreignIssuerIn(read: Reader, text: string): Value<string> {
  const { reference } = read.rule(issuer);
  return reference ? filledValue(read, text.replace("{kind}", `{${reference.kind}}`).replace("{group}", `{${reference.group}}`), issuerQuestions.plan) : known(text);
}

/** Issuers whose requests cert-manager approves by itself, the plug-in's among them: `plural of the kind.group/any name`. */
export function approvedSigners(read: Reader, own: readonly string[]): Value<string> {
  const [kind, group] = [foreignIssuerIn(read, "{kind}"), foreignIssuerIn(read, "{group}")];
  if (kind.kind !== "known") return kind;
  if (group.kind !== "known") return group;
  const at = group.value.toLowerCase();
  // No plural follows from a kind: who brings another plug-in reads it there.
  const plural = read.fact(plugInPlurals)[`${kind.value.toLowerCase()}.${at}`] ?? `<fill-in: plural of ${kind.value}, as kubectl api-resources --api-group ${at} shows it>`;
  return known([...own, `${plural}.${at}/*`].join(", "));
}
