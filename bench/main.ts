import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeDocument } from "../src/document/index.ts";
import { planFrom, planId, planner, PLAN_FILE_FORMAT, withAnswer, type AnswerPath, type Answers, type AnswerValue, type Plan } from "../src/engine/index.ts";
import { nodeAssets, rootAbove } from "../src/cli/assets.ts";
import { exporters, loadPlanReader } from "../src/renderers/registry.ts";
import { largeAnswers } from "./large-answers.ts";
import { pageFor, type Edit, type Figures, type Scale } from "./page.ts";
import { buildIn, sizesOf } from "./sizes.ts";
import { timed } from "./stopwatch.ts";

const root = rootAbove(import.meta.url);
const assets = nodeAssets(root);
const template = await assets.template("handover");

const rowsOf = (plan: Plan): number =>
  plan.addresses.assignments.length + plan.dns.records.length + plan.firewall.flows.length + plan.certificates.hosts.length + plan.findings.length;

/** How long a plan of so many Seeds takes, and how much it is. */
async function scaleOf(seeds: number): Promise<Scale> {
  const answers = largeAnswers(seeds);
  const plan = planFrom(answers);
  const { median, fastest } = await timed(15, () => planFrom(answers));
  return { seeds, datacenters: answers.subjects.datacenter.length, userClusters: seeds * 100, rows: rowsOf(plan), cells: plan.cells.size, median, fastest };
}

/** What somebody types into the plan of 50 Seeds: other values of one answer, one after the other. */
const EDITS: readonly { readonly title: string; readonly path: AnswerPath; readonly value: (at: number) => AnswerValue }[] = [
  { title: "title of the plan", path: "project.title", value: (at) => `Large platform ${at}` },
  { title: "gateway of one place", path: "network.places.place-7.gateway", value: (at) => `10.0.28.${at + 20}` },
  { title: "user clusters of one datacenter", path: "infrastructure.datacenters.seed-7-dc-3.smallClusters", value: (at) => 10 + at },
  { title: "virtual addresses of one Seed", path: "loadBalancer.clusters.seed-3.pool", value: (at) => `10.80.3.${16 * (at % 15)}/28` },
  { title: "base domain, of which every name is made", path: "project.domain", value: (at) => `kubermatic-${at}.example.com` },
];

/** How long the plan of 50 Seeds takes after each edit. */
async function editsOf(): Promise<readonly Edit[]> {
  const answers = largeAnswers(50);
  const edits: Edit[] = [];
  for (const { title, path, value } of EDITS) {
    const derive = planner();
    derive(answers);
    let at = 0;
    edits.push({ title, ...(await timed(25, () => derive(withAnswer(answers, path, value((at += 1)))))) });
  }
  return edits;
}

/** Times of the document and its two forms, and the number of its pages. */
async function documentOf(answers: Answers, runs: number): Promise<Figures["reference"]["document"]> {
  const input = { answers, plan: planFrom(answers), planId: planId(answers) };
  const [markdown, pdf] = await Promise.all([exporters.markdown.load(), exporters.pdf.load()]);
  const bytes = await pdf.render(input, assets);
  const pages = (Buffer.from(bytes).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  return {
    pages,
    compose: await timed(runs, () => composeDocument({ ...input, format: PLAN_FILE_FORMAT }, template)),
    markdown: await timed(runs, () => markdown.render(input, assets)),
    pdf: await timed(runs, () => pdf.render(input, assets)),
  };
}

/** The smallest of our large plans whose PDF has at least so many pages. */
async function planOfPages(pages: number): Promise<Answers> {
  const pdf = await exporters.pdf.load();
  for (let seeds = 1; ; seeds += 1) {
    const answers = largeAnswers(seeds);
    const bytes = await pdf.render({ answers, plan: planFrom(answers), planId: planId(answers) }, assets);
    if ((Buffer.from(bytes).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length >= pages) return answers;
  }
}

/** The answers of a starter plan. */
async function starterAnswers(name: string): Promise<Answers> {
  const { readPlanText } = await loadPlanReader();
  const parsed = readPlanText(readFileSync(join(root, `templates/plans/${name}.yaml`), "utf8"));
  if (parsed.kind === "refused") throw new Error(parsed.reason);
  return parsed.answers;
}

const reference = await starterAnswers("reference-setup");
const figures: Figures = {
  reference: { plan: await timed(300, () => planFrom(reference)), document: await documentOf(reference, 10) },
  long: await documentOf(await planOfPages(40), 5),
  scales: [await scaleOf(25), await scaleOf(50), await scaleOf(100)],
  edits: await editsOf(),
  sizes: sizesOf(buildIn(join(root, "dist")), buildIn(join(root, "build/bench/app"))),
};
const page = pageFor(figures);
writeFileSync(join(root, "docs/benchmarks.md"), page);
console.log(page);
