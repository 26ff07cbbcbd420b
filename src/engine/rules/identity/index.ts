import type { Rule } from "../../kernel/rule.ts";
import type { IdentityPlan, RedirectUri } from "../../plan/plan.ts";
import { preparations, seedIssuerPreparations } from "./preparations.ts";
import { ownProxyRedirectUris, platformProxyRedirectUris, seedProxyRedirectUris } from "./proxy-redirect-uris.ts";
import { dexCallback, platformRedirectUris, seedIssuerRedirectUris } from "./redirect-uris.ts";

export const redirectUriRules: readonly Rule<readonly RedirectUri[]>[] = [platformRedirectUris, platformProxyRedirectUris, seedProxyRedirectUris, ownProxyRedirectUris, seedIssuerRedirectUris, dexCallback];
export const preparationRules: readonly Rule<IdentityPlan["preparations"]>[] = [preparations, seedIssuerPreparations];
