import { describe, expect, it } from "vitest";
import { codeParts } from "../engine/index.ts";
import { piecesOf, sentenceParts } from "./sentence-parts.ts";

/** A sentence with what machines read in brackets. */
const marked = (sentence: string) => sentenceParts(sentence).map(({ text, machine }) => (machine ? `[${text}]` : text)).join("");

describe("the parts of a sentence", () => {
  it.each([
    ["", ""],
    ["Nothing to see.", "Nothing to see."],
    ["The pool `10.20.30.0/28` lies outside `10.20.0.0/24`.", "The pool [10.20.30.0/28] lies outside [10.20.0.0/24]."],
    ["client `kubermatic`, name `seed`", "client [kubermatic], name [seed]"],
    ["(`a`)", "([a])"],
    ["`a`/`b`", "[a]/[b]"],
    ["“`a`”", "“[a]”"],
    ["Run `kubectl get nodes`.", "Run [kubectl get nodes]."],
    // One backtick alone, or inside a value, is a letter like any other.
    ["a ` b", "a ` b"],
    ["a ` b `c`", "a ` b [c]"],
    ["`a ` b` is no block", "[a ` b] is no block"],
    ["`na`me` is no name", "[na`me] is no name"],
    ["``", "``"],
    ["` `", "` `"],
    ["it's `a`s", "it's `a`s"],
    // Without backticks.
    ["From 10.20.0.50-10.20.0.220, by DHCP.", "From [10.20.0.50-10.20.0.220], by DHCP."],
    ["10.20.0.50–10.20.0.220", "[10.20.0.50–10.20.0.220]"],
    ["Peers 10.20.0.2 and 10.20.0.3.", "Peers [10.20.0.2] and [10.20.0.3]."],
    ["fd00:10:20::/64 and fd00::1", "[fd00:10:20::/64] and [fd00::1]"],
    ["at 12:30:15", "at 12:30:15"],
    ["dead:beef", "dead:beef"],
    ["*.seed.kubermatic.example.com: 10.20.30.2", "[*.seed.kubermatic.example.com]: [10.20.30.2]"],
    ["Open https://kubermatic.example.com/dex.", "Open [https://kubermatic.example.com/dex]."],
    ["quay.io/kubermatic/kubermatic:v2.30", "[quay.io/kubermatic/kubermatic:v2.30]"],
    // Words that only look like names.
    ["Node.js, e.g. version 2.30 of KKP", "Node.js, e.g. version 2.30 of KKP"],
    ["team@example.com", "team@example.com"],
    ["Ends.Next", "Ends.Next"],
  ])("%s", (sentence, expected) => {
    expect(marked(sentence)).toBe(expected);
  });

  it.each(["Run `kubectl get nodes`, then `dig`.", "a ` b `c`", "`a ` b` is no block", "`na`me` is no name", "it's `a`s", "(`a`)", "``"])("agree with the engine about code in %s", (sentence) => {
    const plain = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text);
    expect(plain(sentenceParts(sentence).filter(({ machine }) => machine))).toEqual(plain(codeParts(sentence).filter(({ code }) => code)));
  });

  it("are the whole sentence", () => {
    const sentence = "The record *.a.example.com, 10.0.0.0/8 and fd00::/8: see https://example.com/a?b=c (or not).";
    expect(sentenceParts(sentence).map(({ text }) => text).join("")).toBe(sentence);
  });
});

describe("the pieces of a name", () => {
  const shown = (name: string) => piecesOf(name).map(({ text, whole }) => (whole ? text : `~${text}`)).join("|");

  it.each([
    ["10.20.30.0/28", "10.20.30.0/28"],
    ["fd00:1234:5678:9abc:def0:1234:5678:9abc/64", "fd00:1234:5678:9abc:def0:1234:5678:9abc/64"],
    ["255.255.255.100-255.255.255.200", "255.255.255.100-|255.255.255.200"],
    ["kubermatic.example.com", "kubermatic.example.com"],
    ["alertmanager.seed.kubermatic.example.com", "alertmanager.|seed.|kubermatic.|example.|com"],
    ["https://10.20.30.1:6443/healthz/ready", "https://|10.20.30.1:|6443/|healthz/|ready"],
    ["10.20.0.11, 10.20.0.12, 10.20.0.13", "~10.20.0.11, |~10.20.0.12, |10.20.0.13"],
    ["https://kubermatic.example.com/api/v2", "https://|kubermatic.|example.|com/|api/|v2"],
    ["vsphere-cloud-controller-manager.example", "~vsphere-cloud-controller-manager.|example"],
    ["kubectl get nodes --namespace kubermatic", "~kubectl |~get |~nodes |~--namespace |kubermatic"],
  ])("%s", (name, expected) => {
    expect(shown(name)).toBe(expected);
  });
});
