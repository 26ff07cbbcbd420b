import { describe, expect, test } from "vitest";
import { planFrom, RELEASE_IDS, withAnswer, type Answers, type Plan } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** The same installation with an issuer of the customer in place of Dex. */
function external(answers: Answers, release: string): Answers {
  const given = {
    "authentication.connector": "keycloak",
    "authentication.keycloakHost": "login.example.com",
    "authentication.keycloakRealm": "platform",
    "project.release": release,
  };
  const without = withAnswer(answers, "authentication.furtherSources", undefined);
  return Object.entries(given).reduce((so, [path, value]) => withAnswer(so, path, value), without);
}

const DEX = /\bdex\b/i;

/** A text with the row and field that it stands in. */
interface Spoken {
  readonly row: string;
  readonly text: string;
}

/** Every text of the plan that speaks of Dex. */
function spoken({ cells: _cells, ...plan }: Plan): readonly Spoken[] {
  const walk = (value: unknown, row: string): readonly Spoken[] => {
    if (typeof value === "string") return DEX.test(value) ? [{ row, text: value }] : [];
    if (Array.isArray(value)) return value.flatMap((each) => walk(each, row));
    if (typeof value !== "object" || value === null) return [];
    const named = (value as { readonly id?: unknown; readonly path?: unknown }).id ?? (value as { readonly path?: unknown }).path;
    return Object.entries(value).flatMap(([key, part]) => walk(part, typeof named === "string" ? `${named.replace(/\[.*\]$/, "")} ${key}` : `${row}.${key}`));
  };
  return Object.entries(plan).flatMap(([part, value]) => walk(value, part));
}

/** Where a plan may name Dex all the same, and with which words: it says that Dex is replaced and left out. */
const SAYS_SO: Readonly<Record<string, RegExp>> = {
  "decision.authentication choice": /in place of Dex$/,
  "decision.authentication why": /in place of Dex, which is not installed;/,
  // mirror-images renders all charts of the release, whatever is installed.
  "external.mirror.charts.dexidp.io.mirror-host purpose": /^Chart of Dex$/,
  "setting.login.token-issuer why": /^KKP would take Dex below the base domain;/,
  "step.configuration text": /values\.yaml needs no block dex: [^.]+ signs the tokens, and Dex is not installed\./,
  "step.master text": /Dex is left out: [^.]+ signs the tokens in its place, and warnings of the installer about the clients of Dex mean nothing here\./,
  "step.master commands": /^kubermatic-installer deploy kubermatic-master .*--skip-charts dex/,
  "step.upgrade-master text": /The flag leaves Dex out: nothing here asks one, and one that stands from before is neither upgraded nor removed\./,
  "step.upgrade-master commands": /^kubermatic-installer deploy kubermatic-master .*--skip-charts dex/,
  "step.upgrade-clean commands": /^kubermatic-installer deploy kubermatic-master .*--skip-charts dex/,
};

/** Whether nothing but those words speaks of Dex there. */
const saysSo = ({ row, text }: Spoken): boolean => !DEX.test(text.replace(SAYS_SO[row] ?? "", ""));

describe("an issuer in place of Dex", () => {
  test.each([...goldenAnswers()])("%s speaks of Dex nowhere but where it is left out", (_name, answers) => {
    const plans = RELEASE_IDS.map((release) => planFrom(external(answers, release)));
    expect(plans.flatMap(spoken).filter((said) => !saysSo(said))).toEqual([]);
    for (const { runbook } of plans) {
      const deploys = runbook.flatMap(({ commands }) => commands).filter((line) => line.startsWith("kubermatic-installer deploy kubermatic-master"));
      expect(deploys.filter((line) => !line.includes("--skip-charts dex"))).toEqual([]);
    }
  });

  test("the same plans install Dex and speak of it where it signs the tokens", () => {
    const plan = planFrom(withAnswer(external([...goldenAnswers().values()][0] as Answers, "2.31"), "authentication.connector", "ldap"));
    expect(plan.runbook.flatMap(({ commands }) => commands).join("\n")).toContain("kubermatic-installer deploy kubermatic-master");
    expect(plan.runbook.flatMap(({ commands }) => commands).join("\n")).not.toContain("--skip-charts dex");
    expect(plan.dns.records.find(({ id }) => id === "record.dashboard" || id.startsWith("record.dashboard["))?.purpose).toBe("Platform entry: dashboard, API and Dex");
  });
});
