import { expect, test } from "vitest";
import { markdownOf } from "../../tests/support/markdown-of.ts";
import { referenceAnswers } from "../engine/testing/reference.ts";

const firstLineOfCertificates = async (changes: Parameters<typeof referenceAnswers>[0]): Promise<string | undefined> =>
  /\n## \d+ Certificates\n\n(.+)\n/.exec(await markdownOf(referenceAnswers(changes)))?.[1];

test("certificates that leave no name out are counted", async () => {
  expect(await firstLineOfCertificates({})).toMatch(/^Browsers ask for \w+ names? over TLS, and \w+ certificates? leaves? none of them out\.$/);
});

test("while none is drawn up, nothing is said to be covered", async () => {
  const line = await firstLineOfCertificates({ "monitoring.seedUis": undefined, "dns.platformNames": "single", "certificates.names": undefined });
  expect(line).toMatch(/over TLS\. No certificate is drawn up before the answers at the end of this chapter are given\.$/);
});
