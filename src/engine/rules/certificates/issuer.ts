import { certificates } from "../../answers/chapters/certificates.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Issuer } from "../../issuers/issuer.ts";
import { issuerOf } from "../../issuers/registry.ts";

/** Record of the chosen issuer. */
export const issuer = rule<Issuer>({
  id: "certificates.issuer",
  title: "Issuer of certificates",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    const record = issuerOf(read.answer(certificates.plan.issuance));
    read.cite(...record.sources);
    return record;
  },
});

/** Whether machines and browsers must be given the root before they trust the certificates. */
export function rootIsPrivate(read: Reader): boolean {
  const { trust } = read.rule(issuer);
  return trust === "either" ? read.answer(certificates.plan.rootTrust) === "private" : trust === "private";
}
