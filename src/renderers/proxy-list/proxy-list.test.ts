import { describe, expect, it } from "vitest";
import { goldenAnswers } from "../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { planFrom, planId, withAnswer, withSubject, type Answers, type ExternalHost } from "../../engine/index.ts";
import { hostLines } from "./host-lines.ts";
import { render } from "./index.ts";

const row = (host: string, source: string, purpose = "Images", ports = "443"): ExternalHost => ({ id: `${host} ${source}`, host, source, ports, purpose, from: "firewall.external", why: "" });
const written = (answers: Answers): Promise<string> => render({ answers, plan: planFrom(answers), planId: planId(answers) });
const names = (list: string): readonly string[] => list.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
const proxied = starterAnswers("behind-a-proxy");

describe("names of the list", () => {
  it("have a leading dot for a wildcard, no path, and stand once", () => {
    expect(hostLines([row("*.quay.io", "a"), row("docker.io/envoyproxy/gateway", "a", "Envoy Gateway"), row("docker.io", "b")])).toEqual([
      { name: ".quay.io", purposes: ["Images (443)"], sources: ["a"] },
      { name: "docker.io", purposes: ["envoyproxy/gateway: Envoy Gateway (443)", "Images (443)"], sources: ["a", "b"] },
    ]);
  });

  it("leave out what a wildcard holds, and tell it there", () => {
    expect(hostLines([row("docker.io", "a"), row("*.docker.io", "b", "Login"), row("x.auth.docker.io", "c"), row("mydocker.io", "c")])).toEqual([
      { name: ".docker.io", purposes: ["Images (443)", "Login (443)"], sources: ["a", "b", "c"] },
      { name: "mydocker.io", purposes: ["Images (443)"], sources: ["c"] },
    ]);
  });
});

describe("the list of a proxy", () => {
  it("names proxy, sources and purposes in comments of their own", async () => {
    const lines = (await written(proxied)).split("\n");
    expect(lines).toContain("# HTTP proxy, Cologne: proxy.corp.example.com, port 3128");
    const at = lines.indexOf(".quay.io");
    expect(lines.slice(at - 1, at)).toEqual(["# Images of KKP, cert-manager, Calico and the monitoring (443); Content hosts behind quay.io (443); kubermatic-mirror/helm-charts: Charts of Cilium and other system applications (443); kubermatic: Images whose names end in -ee, with a pull secret (443)"]);
    expect(lines.some((line) => line.startsWith("# From: ") && line.includes("; "))).toBe(true);
  });

  it("holds no line that is neither comment nor name, and each name once", async () => {
    const found = names(await written(proxied));
    expect(found.filter((name) => !/^\.?[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/.test(name))).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining([".docker.io", "dl.k8s.io", "registry.terraform.io"]));
    expect(found).not.toContain("docker.io");
  });

  it("takes no name from what people type", async () => {
    const before = names(await written(proxied));
    const after = await written(withAnswer(withAnswer(proxied, "project.title", "Plan\nevil.example"), "infrastructure.places.cgn.name", "Cologne\r\n.evil.example\u2028evil.example"));
    expect(names(after)).toEqual(before);
    expect(after).toContain("# Plan evil.example, plan ");
  });

  it("is told apart for proxies that differ, and shared by places behind one", async () => {
    const at = (address: string): Answers => {
      const more: readonly (readonly [string, string | number])[] = [["infrastructure.places.cgn2.name", "Aachen"], ["network.places.cgn2.internet", "proxy"], ["network.places.cgn2.proxyAddress", address], ["network.places.cgn2.proxyPort", 3128], ["infrastructure.datacenters.cgn-vsphere.place", "cgn2"]];
      return more.reduce((so, [path, value]) => withAnswer(so, path, value), withSubject(proxied, "place", "cgn2"));
    };
    const [apart, shared] = [await written(at("proxy2.corp.example.com")), await written(at("proxy.corp.example.com"))];
    expect(apart.match(/^# HTTP proxy, .*$/gm)).toEqual(["# HTTP proxy, Cologne: proxy.corp.example.com, port 3128", "# HTTP proxy, Aachen: proxy2.corp.example.com, port 3128"]);
    expect(apart).toContain("Each proxy has a list of its own");
    expect(shared.match(/^# HTTP proxy, .*$/gm)).toEqual(["# HTTP proxy, Cologne; HTTP proxy, Aachen: proxy.corp.example.com, port 3128"]);
    expect(new Set(names(shared)).size).toBe(names(shared).length);
  });

  it("says so where no machine asks a proxy", async () => {
    const list = await written(starterAnswers("reference-setup"));
    expect(names(list)).toEqual([]);
    expect(list).toContain("# No machine of this plan reaches the internet through a proxy.");
  });
});

describe.each([...goldenAnswers()].filter(([, answers]) => planFrom(answers).firewall.endpoints.some(({ kind }) => kind === "proxy")))("the list of %s", (_name, answers) => {
  it("holds every host that machines behind the proxy ask for", async () => {
    const { firewall } = planFrom(answers);
    const list = names(await written(answers));
    const proxies = new Set(firewall.endpoints.filter(({ kind }) => kind === "proxy").map(({ id }) => id));
    const sources = new Set(firewall.flows.filter(({ destination }) => proxies.has(destination)).map(({ source }) => source));
    const lets = (host: string): boolean => list.some((name) => (name.startsWith(".") ? `.${host}`.endsWith(name) : name === host));
    const hosts = firewall.external.filter(({ source }) => sources.has(source)).map(({ host }) => host.split("/")[0]!.replace(/^\*\./, "any."));
    expect(hosts.length).toBeGreaterThan(0);
    expect(hosts.filter((host) => !lets(host))).toEqual([]);
  });
});
