import { certificates } from "../../answers/chapters/certificates.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Issuer } from "../../issuers/issuer.ts";
import { issuerOf } from "../../issuers/registry.ts";
import { runsAlready } from "../basics/platform.ts";
import { issuerRootIsPrivate } from "../identity/source-root.ts";
import { bundleApis } from "./api-root.ts";
import { bundleStores } from "../storage/store-root.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";

/** How certificates are issued, for what asks this alone: pages about the issuer say nothing of it. */
export const issuance = rule<Pick<Issuer, "by" | "challenge" | "onInternet">>({
  id: "certificates.how-issued",
  title: "How certificates are issued",
  per: "plan",
  sources: [],
  derive: (read) => {
    const { by, challenge, onInternet } = issuerOf(read.answer(certificates.plan.issuance));
    return { by, onInternet, ...(challenge === undefined ? {} : { challenge }) };
  },
});

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

/** Whether KKP's own bundle must hold a private root: that of the platform's certificates, of the issuer in place of Dex, of a store that KKP calls, or of an infrastructure that it makes machines on. */
export const bundleNeedsRoot = (read: Reader): boolean => rootIsPrivate(read) || issuerRootIsPrivate(read) || read.optionalRule(bundleApis) !== undefined || read.optionalRule(bundleStores) !== undefined;

/** Whether identity-aware proxies must be given the root of the token issuer. */
export const proxiesNeedRoot = (read: Reader): boolean => (read.rule(tokenIssuer).external ? issuerRootIsPrivate(read) : rootIsPrivate(read));

/** Whether machines and browsers must be given the root before they trust the certificates. */
export function rootIsPrivate(read: Reader): boolean {
  const { trust } = read.rule(issuer);
  return trust === "either" ? read.answer(certificates.plan.rootTrust) === "private" : trust === "private";
}

/** Whether cert-manager makes the private root itself. */
export const rootIsMade = (read: Reader): boolean => rootIsPrivate(read) && read.rule(issuer).makesRoot === true;

/** Whether it makes it only during the installation, so that nobody can hand it out before. */
export const rootComesLater = (read: Reader): boolean => rootIsMade(read) && !runsAlready(read);
