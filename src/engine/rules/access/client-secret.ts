import type { Reader } from "../../kernel/rule.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";

/** Where secrets of clients come from: made here for Dex, handed over by an issuer of the customer. */
export const clientSecretFrom = (read: Reader): "GENERATE" | "fill-in" => (read.rule(tokenIssuer).external ? "fill-in" : "GENERATE");
