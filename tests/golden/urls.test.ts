import { describe, expect, test } from "vitest";
import { planFrom, type Answers, type Plan } from "../../src/engine/index.ts";
import { findQuestion } from "../../src/engine/answers/chapters/registry.ts";
import { changed } from "../../src/engine/testing/reference.ts";
import { isHostname } from "../../src/engine/values/hostname.ts";
import { parseAddress } from "../../src/engine/values/address.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

const HOST = "2001:db8:58::1";

const isHost = (text: unknown): boolean => typeof text === "string" && (isHostname(text) || parseAddress(text) !== undefined);

/** The plan with an IPv6 address as every host that may be one. */
function allInSix(answers: Answers): Plan {
  const hosts = Object.entries(answers.given).flatMap(([path, value]) => {
    const six = Array.isArray(value) ? [HOST] : HOST;
    const stated = Array.isArray(value) ? value : [value];
    return stated.length > 0 && stated.every(isHost) && findQuestion(path)?.schema.safeParse(six).success === true ? [[path, six] as const] : [];
  });
  return planFrom(changed(answers, Object.fromEntries<string | string[]>(hosts)));
}

/** Every text of a plan. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) yield* textsOf(one);
}

/** An IPv6 address where a URL has its host, or where restic has it. */
const BARE = /(?::\/\/|\bs3:|\bendpoint )(?:[0-9a-f]{0,4}:){2,}\S*/i;

describe.each([...goldenAnswers()])("%s with IPv6 addresses as hosts", (_name, answers) => {
  test("has brackets around them in every URL", () => {
    expect([...new Set([...textsOf(allInSix(answers))].flatMap((text) => BARE.exec(text)?.[0] ?? []))]).toEqual([]);
  });
});

test("the law knows a bare address from one in brackets", () => {
  for (const bare of [`https://${HOST}`, `http://${HOST}:8080`, `s3:${HOST}/etcd`, `endpoint ${HOST}, insecure`]) expect(bare).toMatch(BARE);
  for (const right of [`https://[${HOST}]`, `s3:[${HOST}]/etcd`, "https://s3.example.com:443/x"]) expect(right).not.toMatch(BARE);
});
