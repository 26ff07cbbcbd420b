import { identityPaths } from "../../facts/identity.ts";
import { rule } from "../../kernel/rule.ts";
import { connectorsInUse, type ChosenConnector } from "./connectors.ts";

/** Connectors of which Dex keeps one refresh token for a person and a client, and how long an ID token lives at most. */
export interface SharedSessions {
  readonly sources: readonly ChosenConnector[];
  readonly hours: number;
}

/** Sources that cannot keep the sessions of one person apart; undefined where all can. */
export const sharedSessions = rule<SharedSessions | undefined>({
  id: "identity.shared-sessions",
  title: "Connectors with one session for each person",
  per: "plan",
  sources: ["kkp.known-issues"],
  derive: (read) => {
    // An issuer in place of Dex keeps several; a source with a field of its own is set so; without refresh tokens there is nothing to end.
    const sources = read.rule(connectorsInUse).filter(({ issuer, sessionField, refreshTokens }) => !issuer && !sessionField && refreshTokens);
    return sources.length === 0 ? undefined : { sources, hours: read.fact(identityPaths.tokenLife) };
  },
});
