import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planId } from "../engine/index.ts";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { nodeAssets, rootAbove } from "./assets.ts";
import type { Io } from "./io.ts";
import { EXIT, run } from "./run.ts";

const root = rootAbove(import.meta.url);
const reference = readFileSync(join(root, "templates/plans/reference-setup.yaml"), "utf8");
const id = planId(starterAnswers("reference-setup"));
const BLOCKED = reference.replace("pool: 10.20.30.0/28", "pool: 10.20.0.208/28").replace("kind: metallb-bgp", "kind: metallb-l2");

class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A world of files in memory. */
function aWorld(files: Readonly<Record<string, string>> = {}, broken: Partial<Io> = {}) {
  const written = new Map<string, string | Uint8Array>();
  const output: string[] = [];
  const said: string[] = [];
  const io: Io = {
    read: (path) => (Object.hasOwn(files, path) ? Promise.resolve(files[path]!) : Promise.reject(new Refused("ENOENT"))),
    write: (folder, name, content) => {
      written.set(`${folder}/${name}`, content);
      return Promise.resolve(`${folder}/${name}`);
    },
    out: (text) => Promise.resolve(void output.push(text)),
    say: (text) => void said.push(text),
    assets: nodeAssets(root),
    ...broken,
  };
  return {
    run: (...argv: string[]) => run(argv, io),
    written,
    out: () => output.join(""),
    said: () => said.join("\n"),
  };
}

describe("without --out", () => {
  it("writes Markdown to standard output and a summary to standard error", async () => {
    const world = aWorld({ "plan.yaml": reference });
    expect(await world.run("plan.yaml")).toBe(EXIT.sound);
    expect(world.out()).toContain(`plan: ${id}`);
    expect(world.said()).toMatch(/^0 blockers, .* open points, .*\.$/);
  });

  it.each([
    ["json", `{\n  "planId": "${id}"`],
    ["plan", `# Groundplan plan ${id}`],
    ["yaml", `# Groundplan plan ${id}`],
    ["md", "---\ntitle:"],
    ["markdown", "---\ntitle:"],
  ])("writes %s where it is named", async (format, start) => {
    const world = aWorld({ "plan.yaml": reference });
    expect(await world.run("plan.yaml", "--format", format)).toBe(EXIT.sound);
    expect(world.out().startsWith(start)).toBe(true);
  });

  it("gives the same bytes every time", async () => {
    const [first, second] = [aWorld({ "plan.yaml": reference }), aWorld({ "plan.yaml": reference })];
    await Promise.all([first.run("plan.yaml"), second.run("plan.yaml")]);
    expect(first.out()).toBe(second.out());
  });
});

describe("with --out", () => {
  it("writes only the formats named, and nothing to standard output", async () => {
    const world = aWorld({ "plan.yaml": reference });
    expect(await world.run("plan.yaml", "--out", "there", "--format", "json,plan", "--format", "md")).toBe(EXIT.sound);
    expect([...world.written.keys()]).toEqual([`there/groundplan-${id}.json`, `there/groundplan-${id}.yaml`, `there/groundplan-${id}.md`]);
    expect(world.out()).toBe("");
  });

  it("says why a folder takes no files", async () => {
    const world = aWorld({ "plan.yaml": reference }, { write: () => Promise.reject(new Refused("EACCES")) });
    expect(await world.run("plan.yaml", "--out", "there", "--format", "json")).toBe(EXIT.unusable);
    expect(world.said()).toBe("there takes no files: permission was refused.");
  });
});

describe("a plan with blockers", () => {
  it("is written all the same and ends with 1", async () => {
    const world = aWorld({ "plan.yaml": BLOCKED });
    expect(await world.run("plan.yaml", "--out", "there", "--format", "md")).toBe(EXIT.blockers);
    expect(world.written.size).toBe(1);
  });

  it("ends with 1 with --check too", async () => {
    const world = aWorld({ "plan.yaml": BLOCKED });
    expect(await world.run("plan.yaml", "--check")).toBe(EXIT.blockers);
    expect(world.out()).toMatch(/^blocker: /);
  });
});

describe("--check", () => {
  it("prints findings and open points, and no artifact", async () => {
    const world = aWorld({ "plan.yaml": reference });
    expect(await world.run("plan.yaml", "--check")).toBe(EXIT.sound);
    expect(world.out()).toContain("open: Address of Vault [access.vaultAddress] – Security team");
    expect(world.out()).not.toContain("---");
  });

  it("leaves standard output to the artifact that was named", async () => {
    const world = aWorld({ "plan.yaml": reference });
    await world.run("plan.yaml", "--check", "--format", "json");
    expect(() => JSON.parse(world.out()) as unknown).not.toThrow();
    expect(world.said()).toContain("open: Address of Vault");
  });
});

describe("unreadable input and wrong use", () => {
  it.each([
    ["no file named", [], "Name the plan file."],
    ["two files", ["plan.yaml", "other.yaml"], "One plan file at a time"],
    ["an unknown option", ["plan.yaml", "--force"], "--force"],
    ["an unknown format", ["plan.yaml", "--format", "docx"], "There is no format `docx`. Choose from md, pdf, plan, json, proxy."],
    ["a PDF to standard output", ["plan.yaml", "--format", "pdf"], "PDF is no text and does not go to standard output. Add `--out <folder>`."],
    ["two formats to standard output", ["plan.yaml", "--format", "md,json"], "Only one format fits on standard output."],
    ["a file that is not there", ["nowhere.yaml"], "nowhere.yaml cannot be read: there is no such file or folder."],
    ["a foreign file", ["foreign.yaml"], "foreign.yaml: This is no Groundplan plan"],
    ["broken YAML", ["broken.yaml"], "broken.yaml: Line 2"],
  ])("%s ends with 2 and a sentence", async (_case, argv, sentence) => {
    const world = aWorld({ "plan.yaml": reference, "foreign.yaml": "kind: Pod", "broken.yaml": "groundplan: 1\nproject: {" });
    expect(await world.run(...argv)).toBe(EXIT.unusable);
    expect(world.said()).toContain(sentence);
    expect(world.out()).toBe("");
  });

  it("says what to do with a file of another encoding", async () => {
    const world = aWorld({}, { read: () => Promise.reject(new Refused("ERR_ENCODING_INVALID_ENCODED_DATA")) });
    expect(await world.run("latin.yaml")).toBe(EXIT.unusable);
    expect(world.said()).toBe("latin.yaml cannot be read: it is not UTF-8. Save it as UTF-8.");
  });

  it("tells of a value that an open mark keeps from counting", async () => {
    const both = reference.replace("      usedAddresses: []", "      usedAddresses: []\n      dnsServers: [172.25.0.10]");
    const world = aWorld({ "plan.yaml": both });
    expect(await world.run("plan.yaml", "--check")).toBe(EXIT.sound);
    expect(world.said()).toBe(
      "plan.yaml: network.places.main.dnsServers is marked open; the value in the file is kept but does not count. Remove the mark under `open` if the value holds.",
    );
    expect(world.out()).toContain("[network.places.main.dnsServers]");
  });

  it("lists what was dropped and goes on", async () => {
    const world = aWorld({ "plan.yaml": `${reference}\nweather: fine` });
    expect(await world.run("plan.yaml", "--check")).toBe(EXIT.sound);
    expect(world.said()).toContain("plan.yaml: dropped weather: No chapter is called `weather`.");
  });
});

it("explains itself", async () => {
  const world = aWorld();
  expect(await world.run("--help")).toBe(EXIT.sound);
  expect(world.out()).toContain("Usage: npm run -s plan --");
});

it("ends with 3 when the fault is ours", async () => {
  const world = aWorld({ "plan.yaml": reference }, { assets: { ...nodeAssets(root), template: () => Promise.resolve("# A\n\n:value[nonsense]") } });
  expect(await world.run("plan.yaml")).toBe(EXIT.bug);
  expect(world.said()).toContain("This is a fault in Groundplan, not in your plan");
});
