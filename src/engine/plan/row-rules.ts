import type { Rule } from "../kernel/rule.ts";
import * as access from "../rules/access/index.ts";
import { accountRules } from "../rules/accounts/index.ts";
import * as addresses from "../rules/addresses/index.ts";
import * as certificates from "../rules/certificates/index.ts";
import { itemRules, scheduleRules } from "../rules/checklist/index.ts";
import { decisionRules } from "../rules/decisions/index.ts";
import { dnsRules } from "../rules/dns/index.ts";
import { draftRules } from "../rules/firewall/flows/index.ts";
import { endpointRules, externalRules, insideRules } from "../rules/firewall/index.ts";
import * as identity from "../rules/identity/index.ts";
import * as monitoring from "../rules/monitoring/index.ts";
import { stepRules } from "../rules/runbook/index.ts";
import { settingRules } from "../rules/settings/index.ts";
import * as sizing from "../rules/sizing/index.ts";
import * as storage from "../rules/storage/index.ts";

const lists: readonly (readonly Rule<unknown>[])[] = [
  [access, addresses, certificates, identity, monitoring, sizing, storage].flatMap((part) => Object.values(part as Readonly<Record<string, readonly Rule<unknown>[]>>)).flat(),
  accountRules,
  dnsRules,
  draftRules,
  endpointRules,
  insideRules,
  externalRules,
  decisionRules,
  settingRules,
  itemRules,
  scheduleRules,
  stepRules,
];

/** Ids of the rules from which rows of a plan come: each of these values has reasons, facts and sources of its own. A list of one row is named after what gives it. */
export const ROW_RULES: ReadonlySet<string> = new Set(lists.flat().map(({ id }) => id.replace(/\.rows$/, "")));
