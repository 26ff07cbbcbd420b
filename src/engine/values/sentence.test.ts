import { expect, test } from "vitest";
import { inSentence } from "./sentence.ts";

test.each([
  ["Azure API", "the Azure API"],
  ["Identity provider", "the identity provider"],
  ["Token issuer", "the token issuer"],
  ["OAuth 2.0 provider", "the OAuth 2.0 provider"],
  ["SAML identity provider", "the SAML identity provider"],
  ["OpenShift login", "the OpenShift login"],
  ["vCenter", "vCenter"],
  ["Prism Central and Prism Element", "Prism Central and Prism Element"],
  ["LDAP", "LDAP"],
])("%s reads as %s", (title, words) => {
  expect(inSentence(title)).toBe(words);
});
