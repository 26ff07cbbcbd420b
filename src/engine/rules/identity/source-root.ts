import { authentication } from "../../answers/chapters/authentication.ts";
import type { Reader } from "../../kernel/rule.ts";
import { connectorsInUse, type ChosenConnector } from "./connectors.ts";

/** Sources that pods of the platform ask over HTTPS, whose certificates end at a root of the customer. */
export function privatelyRooted(read: Reader): readonly ChosenConnector[] {
  const asked = read.rule(connectorsInUse).filter(({ endpoint }) => endpoint?.addressQuestion !== undefined && endpoint.calledBy.includes("platform") && endpoint.ownTrust !== true);
  return asked.length > 0 && read.answer(authentication.plan.sourceRoot) === "private" ? asked : [];
}

/** Sources of them that Dex asks while no field of their connectors takes a root. */
export const sourcesOfDex = (read: Reader): readonly ChosenConnector[] => privatelyRooted(read).filter(({ issuer }) => !issuer);

/** ConfigMap beside Dex with their roots, and its key. */
export const rootsOfDex = { namespace: "dex", configMap: "identity-root", key: "ca.crt", mountedAt: "/etc/ssl/certs/identity-root.crt" } as const;

/** Whether the issuer that takes the place of Dex ends at a root of the customer. */
export const issuerRootIsPrivate = (read: Reader): boolean => privatelyRooted(read).some(({ issuer }) => issuer);
