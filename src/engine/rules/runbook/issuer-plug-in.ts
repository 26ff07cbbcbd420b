import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import type { Reader } from "../../kernel/rule.ts";
import { filled } from "../basics/filled.ts";
import { runsAlready } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";

/** Whether an issuer by a plug-in is to be brought: neither KKP nor cert-manager knows it, and one that runs stays as it is. */
const brings = (read: Reader): boolean => read.rule(issuer).reference !== undefined && !runsAlready(read);

/** The plug-in as its project calls it. */
export const plugInName = (read: Reader): string => filled(read, "{externalIssuerKind}", issuerQuestions.plan);

/** Installs the plug-in once cert-manager runs and before its issuer is made. */
export const plugInLines = (read: Reader): readonly string[] =>
  brings(read) ? ["helm upgrade --install --wait cert-manager-plug-in '<fill-in: chart of the plug-in, with its repository or as an OCI address, from whoever keeps it>' --namespace cert-manager --values plug-in.yaml"] : [];

/** What the step of the issuer says of it; a sentence with a blank before it. */
export const plugInWords = (read: Reader): string =>
  brings(read) ? ` The plug-in ${plugInName(read)} comes before its issuer: put its chart and version in place of the placeholder, and what it asks for into plug-in.yaml.` : "";
