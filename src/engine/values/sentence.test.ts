import { expect, test } from "vitest";
import { inSentence, listed, listedOr } from "./sentence.ts";

test.each([
  ["Azure API", "the Azure API"],
  ["Kubernetes API of the KubeVirt cluster", "the Kubernetes API of the KubeVirt cluster"],
  ["Identity provider", "the identity provider"],
  ["Token issuer", "the token issuer"],
  ["OAuth 2.0 provider", "the OAuth 2.0 provider"],
  ["SAML identity provider", "the SAML identity provider"],
  ["OpenShift login", "the OpenShift login"],
  ["vCenter", "vCenter"],
  ["Prism Central and Prism Element", "Prism Central and Prism Element"],
  ["LDAP", "LDAP"],
  ["A proxy that has logged people in", "a proxy that has logged people in"],
])("%s reads as %s", (title, words) => {
  expect(inSentence(title)).toBe(words);
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j are listed as %s", (words, text) => {
  expect(listed(words)).toBe(text);
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a or b"],
  [["a", "b", "c"], "a, b or c"],
])("one of %j is called %s", (words, text) => {
  expect(listedOr(words)).toBe(text);
});
