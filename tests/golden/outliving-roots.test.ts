import { describe, expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { changed } from "../../src/engine/testing/reference.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { linesOf } from "../support/shell-lines.ts";

/** A variable that holds a file of certificates, by its name or by its value. */
const EXPORTED = /\bexport (?:[A-Z_]+=\S+ )*?([A-Z_]*(?:CERT|CAINFO|CA_BUNDLE|CACERT)[A-Z_]*|[A-Z_]+(?==\S*\.(?:pem|crt|cer)\b))=/g;

/** Variables with certificates that lines export and leave set behind them. */
function outliving(commands: readonly string[]): readonly string[] {
  const lines = linesOf(commands);
  return lines.flatMap((line, at) => [...line.matchAll(EXPORTED)].flatMap(([, name = ""]) => (lines.slice(at + 1).some((later) => new RegExp(`^unset (?:\\S+ )*${name}\\b`).test(later)) ? [] : [name])));
}

describe("a file of roots for one command", () => {
  test("is told from other variables", () => {
    expect(outliving(['export SSL_CERT_FILE="$PWD"/seed/ca-bundle.pem', "terraform plan"])).toEqual(["SSL_CERT_FILE"]);
    expect(outliving(['export TRUSTED="$PWD"/root.crt'])).toEqual(["TRUSTED"]);
    expect(outliving(['export SSL_CERT_FILE="$PWD"/ca-bundle.pem', "terraform plan", "unset SSL_CERT_FILE"])).toEqual([]);
    expect(outliving(['SSL_CERT_FILE="$PWD"/ca-bundle.pem terraform plan', 'export KUBECONFIG="$PWD"/seed/kubeconfig'])).toEqual([]);
  });

  test("does not outlive its step: what runs later may need other roots", () => {
    const all = [...goldenAnswers()].flatMap(([name, answers]) => {
      const behindOwnRoot = changed(answers, { "project.upgradeFrom": "none", ...Object.fromEntries(answers.subjects.place.map((place) => [`infrastructure.places.${place}.apiRoot`, "private"])) });
      return [answers, behindOwnRoot].flatMap((one) => planFrom(one).runbook.map(({ id, commands }) => ({ of: `${name} ${id}`, commands })));
    });
    expect(all.filter(({ commands }) => outliving(commands).length > 0).map(({ of }) => of)).toEqual([]);
    // A file for one command is there to be looked at.
    expect(all.some(({ commands }) => commands.some((line) => line.startsWith("SSL_CERT_FILE=") || line.includes(" SSL_CERT_FILE=")))).toBe(true);
  });
});
