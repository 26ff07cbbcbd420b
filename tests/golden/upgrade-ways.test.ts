import { describe, expect, test } from "vitest";
import { planFrom, type Answers, type Flow, type Plan } from "../../src/engine/index.ts";
import { asUpgrade } from "../support/as-upgrade.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { linesOf } from "../support/shell-lines.ts";

const BEFORE: Readonly<Record<string, string>> = { "2.29": "2.28", "2.30": "2.29", "2.31": "2.30" };

/** Golden plans as upgrades: those that are ones, and the others where their release has one before it. */
const upgrades: readonly (readonly [string, Answers])[] = [...goldenAnswers()].flatMap(([name, answers]) => {
  const [from, before] = [answers.given["project.upgradeFrom"], BEFORE[String(answers.given["project.release"])]];
  if (typeof from === "string" && from !== "none") return [[name, answers] as const];
  return before === undefined ? [] : [[`${name} as an upgrade`, asUpgrade(answers, { "project.upgradeFrom": before })] as const];
});

/** What a line of a step dials: a cluster by its kubeconfig, its machines by SSH, or a host by name. */
type Dial = { readonly api: string } | { readonly ssh: string } | { readonly host: string };

/** Hosts behind the names of a program's arguments; what a variable or a placeholder holds is known to nobody yet. */
const NAMED = /\b(?:https?|oci|ssh):\/\/(?:[^@/'"\s]*@)?(?<host>[^/:'"\s<$]+)(?=[/:'"\s]|$)/g;

function dialsOf(line: string, at: string | undefined): readonly Dial[] {
  const dials: Dial[] = [];
  const built = /\bkubeone .*-m '?(?<folder>[^/'\s]+)/.exec(line)?.groups?.["folder"];
  if (built !== undefined) dials.push({ api: built }, { ssh: built });
  if (/\bterraform .*\binit\b/.test(line) && !line.includes("-plugin-dir")) dials.push({ host: "registry.terraform.io" });
  if (at !== undefined && /(?:^|[|&;({] ?)(?:kubectl|helm upgrade|kubermatic-installer deploy)\b/.test(line)) dials.push({ api: at });
  if (/\b(?:curl|helm|git clone)\b/.test(line) && !/\b(?:get|set|patch)\b/.test(line)) for (const { groups } of line.matchAll(NAMED)) if (groups?.["host"] !== undefined) dials.push({ host: groups["host"] });
  return dials;
}

const matches = (pattern: string, host: string): boolean => (pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : pattern.replace(/\/.*/, "") === host);

/** What steps of an upgrade dial by a way that no row opens for the upgrade. */
function closed(plan: Plan): readonly string[] {
  const { flows, external, endpoints } = plan.firewall;
  const clusters = new Map(Object.entries(plan.project.names.cluster).map(([id, name]) => [name, id]));
  const places = new Map(Object.entries(plan.project.names.place).map(([id, name]) => [name, id]));
  const bastions = new Set(endpoints.filter(({ id }) => id.startsWith("bastion[")).map(({ id }) => id));
  const work = /^Work on the bastion(?: of (?<place>.+?), where the master stands)?\. /.exec(plan.runbook[0]?.text ?? "")?.groups?.["place"];
  const first = work === undefined ? [...bastions][0] : `bastion[${places.get(work) ?? work}]`;
  const addresses = new Map(endpoints.map((end) => [end.id, end.addresses.flatMap((address) => (address.kind === "known" ? [address.value] : []))]));
  const ends = (host: string): readonly string[] => plan.dns.records.flatMap(({ name, end, cluster }) => (name === host ? [`${end}[${cluster}]`, `node-front[${cluster}]`] : []));
  const leads = (dial: Dial) => ({ destination, hosts, ports, id }: Flow): boolean => {
    // The management cluster of KubeLB is no cluster of the platform.
    if ("api" in dial) return destination === (dial.api === "kubelb-management" ? "kubelb-api" : `api[${clusters.get(dial.api) ?? dial.api}]`) && ports !== "22";
    if ("ssh" in dial) return ports === "22" && id.startsWith("flow.E11[") && id.includes(clusters.get(dial.ssh) ?? dial.ssh);
    return destination.startsWith("proxy[") || hosts?.some((host) => matches(host, dial.host)) === true || addresses.get(destination)?.includes(dial.host) === true || ends(dial.host).includes(destination);
  };
  return plan.runbook.flatMap(({ id, text, commands }) => {
    const place = /Run this step on the bastion of (?<place>.+?): /.exec(text)?.groups?.["place"];
    const source = id === "step.mirror" ? "mirror-host" : bastions.size === 0 ? "engineers" : place === undefined ? (first ?? "") : `bastion[${places.get(place) ?? place}]`;
    let at: string | undefined;
    const dialled = linesOf(commands).flatMap((line) => {
      const pointed = /export KUBECONFIG="\$PWD"\/'?(?<folder>[^/']+)'?\/kubeconfig/.exec(line)?.groups?.["folder"];
      if (pointed !== undefined) at = pointed;
      else if (/\bexport KUBECONFIG=|KUBECONFIG="?\$/.test(line)) at = undefined;
      return dialsOf(line, at);
    });
    const open = (row: Flow): boolean => row.lifetime !== "operation";
    // Rows that wait for an answer are open points; a step may name another machine for what its own does not reach.
    const waits = (name: string): boolean => plan.openPoints.some(({ waiting }) => waiting.includes(`Firewall rows: Installation of ${name}`));
    const excused = (dial: Dial): boolean => ("host" in dial ? text.includes("where this machine does not reach") : waits("api" in dial ? dial.api : dial.ssh));
    // Whoever runs a KubeLB of others runs its step on machines of theirs, and the plan knows no way from there.
    const missing = dialled.filter((dial) => !excused(dial) && !text.startsWith("Whoever runs KubeLB runs this step")).filter((dial) => !flows.some((row) => row.source === source && leads(dial)(row) && open(row)) && !("host" in dial && source === "engineers" && external.some((row) => row.source === source && matches(row.host, dial.host))));
    const session = source.startsWith("bastion[") && commands.length > 0 && !flows.some((row) => row.source === "engineers" && row.destination === source && open(row)) ? [`${id}: nobody comes to ${source}`] : [];
    return [...new Set([...missing.map((dial) => `${id}: ${source} to ${JSON.stringify(dial)}`).toSorted(), ...session])];
  });
}

describe.each(upgrades)("%s", (_name, answers) => {
  test("has a row that says upgrade for whatever a step dials", () => {
    expect(closed(planFrom(answers))).toEqual([]);
  });
});

test("the law knows a way that is closed during the upgrade, and a bastion to which nobody comes", () => {
  const [plan] = upgrades.filter(([name]) => name.startsWith("telco-cilium-bgp")).map(([, answers]) => planFrom(answers));
  if (!plan) throw new Error("There is no such plan.");
  const later = plan.firewall.flows.map((row) => (row.source === "bastion[north]" || row.destination === "bastion[north]" ? { ...row, lifetime: "operation" as const } : row));
  const found = closed({ ...plan, firewall: { ...plan.firewall, flows: later } });
  const step = "step.upgrade-kubernetes[seed-north]";
  expect(found).toEqual([
    `${step}: bastion[north] to {"api":"seed-north"}`,
    `${step}: bastion[north] to {"host":"registry.terraform.io"}`,
    `${step}: bastion[north] to {"ssh":"seed-north"}`,
    `${step}: nobody comes to bastion[north]`,
  ]);
});
