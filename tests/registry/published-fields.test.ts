import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planFrom, RELEASE_IDS, withAnswer, type Answers, type ReleaseId, type Setting } from "../../src/engine/index.ts";
import { installationAnswers, installationNames } from "../support/golden-plans.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

/**
 * Paths of the published CustomResourceDefinitions, one file for each kind, written from KKP 2.28.13, 2.29.10, 2.30.6 and
 * 2.31.0, MetalLB 0.16.1, the Cilium schemas of the CRDs catalog, cert-manager 1.20.3 and Gateway API 1.5.1. `{}` is any key,
 * `[]` any entry; releases stand behind a path that not all of them have. Parts that Kubernetes itself defines are left out.
 */
const FOLDER = join(import.meta.dirname, "../support/published-fields");

const kinds: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map(
  readdirSync(FOLDER).map((file) => {
    const lines = readFileSync(join(FOLDER, file), "utf8").trim().split("\n");
    return [file.replace(".txt", ""), new Map(lines.map((line) => [line.split(" ")[0] ?? "", line.split(" ").slice(1)]))];
  }),
);

/** The fields that a setting names: one path, or one and the last words of its neighbours. */
function pathsOf(field: string): readonly string[] {
  const [first = "", ...others] = (field.split(":")[0] ?? "").split(/, | and /);
  const parent = first.slice(0, first.lastIndexOf("."));
  return [first, ...others.map((other) => `${parent}.${other}`)];
}

/** Whether a kind has a field in a release, keys and entries of whatever name. */
function has(kind: string, path: string, release: string): boolean {
  const list = kinds.get(kind);
  if (!list) return false;
  // Below its configuration a webhook has fields of its own.
  if ([...list.keys()].some((key) => key.endsWith(".**") && path.startsWith(key.slice(0, -"**".length)))) return true;
  let at = "";
  for (const word of path.split(".")) {
    const plain = word.replace("[]", "");
    const next = [at === "" ? plain : `${at}.${plain}`, `${at}{}`].find((candidate) => list.has(candidate));
    if (next === undefined) return false;
    at = next.endsWith("{}") || plain === word ? next : `${next}[]`;
    const since = list.get(at) ?? [];
    if (since.length > 0 && !since.includes(release)) return false;
  }
  return true;
}

/** Kinds whose fields are published, of one object or of each; other objects are files of values and of tools. */
const kindOf = ({ object }: Setting): string | undefined => [...kinds.keys()].find((kind) => object === kind || object.startsWith(`${kind} `) || object.startsWith(`Each ${kind} `));

const inRelease = (answers: Answers, release: ReleaseId): Answers => withAnswer(withAnswer(answers, "project.release", release), "project.upgradeFrom", "none");

/** The same plan where user clusters and platform have both address families. */
const inBoth = (answers: Answers): Answers => withAnswer(withAnswer(answers, "network.ipFamily", "dual"), "network.platformFamily", "dual");

/** Components are named by a star, one for each that has a repository. */
const isPattern = ({ field }: Setting): boolean => field.includes("*");

describe("fields of objects are those that are published", () => {
  it.each(starterNames.flatMap((name) => RELEASE_IDS.map((release) => [name, release] as const)))("%s, KKP %s", (name, release) => {
    const answers = inRelease(starterAnswers(name), release);
    const settings = [...planFrom(answers).settings, ...planFrom(inBoth(answers)).settings];
    const unknown = settings.filter((setting) => !isPattern(setting)).flatMap((setting) => {
      const kind = kindOf(setting);
      return kind === undefined ? [] : pathsOf(setting.field).filter((path) => !has(kind, path, release)).map((path) => `${kind}: ${path}`);
    });
    expect(unknown).toEqual([]);
  });

  it.each(installationNames)("so are those of %s", (name) => {
    const answers = installationAnswers(name);
    const release = String(answers.given["project.release"]);
    // A row that speaks of another object, or of where a field stands, names no path.
    const rows = planFrom(answers).settings.filter((row) => !isPattern(row) && !/ (?:of|on) /.test(row.field));
    const unknown = rows.flatMap((row) => {
      const kind = kindOf(row);
      return kind === undefined ? [] : pathsOf(row.field).filter((path) => !has(kind, path, release)).map((path) => `${kind}: ${path}`);
    });
    expect(unknown).toEqual([]);
  });

  it.each(RELEASE_IDS)("so are those that every peer of MetalLB gets, KKP %s", (release) => {
    const settings = ["single-hop", "multi-hop"].flatMap((bfd) => planFrom(inBoth(withAnswer(inRelease(starterAnswers("reference-setup"), release), "loadBalancer.clusters.seed.bfd", bfd))).settings);
    const peers = settings.filter((setting) => kindOf(setting) === "BGPPeer");
    expect(new Set(peers.map(({ field }) => field))).toEqual(new Set(["spec.peerAddress, peerASN and myASN", "spec.dualStackAddressFamily", "spec.bfdProfile", "spec.ebgpMultiHop"]));
    expect(peers.flatMap(({ field }) => pathsOf(field)).filter((path) => !has("BGPPeer", path, release))).toEqual([]);
  });

  it("no object of a published kind goes by a name that nobody looks up", () => {
    const named = /\b(?:Each|Every|All) +([A-Z]\w+)/;
    const escaped = starterNames.flatMap((name) => planFrom(inBoth(starterAnswers(name))).settings).filter((setting) => kinds.has(named.exec(setting.object)?.[1] ?? "") && kindOf(setting) === undefined);
    expect(escaped.map(({ object }) => object)).toEqual([]);
  });

  it("is no empty promise: a field of another release and one that never was are noticed", () => {
    expect(has("KubermaticConfiguration", "spec.ingress.gateway.tls.secretRef.name", "2.29")).toBe(false);
    expect(has("KubermaticConfiguration", "spec.ingress.gateway.tls.secretRef.name", "2.30")).toBe(true);
    expect(has("Seed", "spec.datacenters.fra.node.httpProxy", "2.28")).toBe(true);
    expect(has("Seed", "spec.datacenters.fra.node.proxy", "2.28")).toBe(false);
    expect(has("KubermaticConfiguration", "spec.auth.caBundle", "2.31")).toBe(false);
  });

  it("meets every kind in some plan", () => {
    const layer2 = withAnswer(starterAnswers("telco-cilium-bgp"), "loadBalancer.clusters.master.kind", "cilium-l2");
    const met = new Set([...starterNames.map((name) => starterAnswers(name)), layer2].flatMap((answers) => planFrom(inRelease(answers, "2.31")).settings.map(kindOf)));
    expect([...kinds.keys()].filter((kind) => !met.has(kind))).toEqual([]);
  });
});
