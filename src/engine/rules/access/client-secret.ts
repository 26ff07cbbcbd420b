import type { Reader } from "../../kernel/rule.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";
import type { SecretSource } from "./placeholder.ts";

/** Where secrets of clients come from: made here for Dex, handed over by an issuer of the customer. */
export const clientSecretFrom = (read: Reader): SecretSource => (read.rule(tokenIssuer).external ? "fill-in" : "GENERATE");
