import { checks, sources } from "../../src/engine/index.ts";

const PER = { plan: "once per plan", place: "for each place", cluster: "for each platform cluster", datacenter: "for each datacenter" } as const;
const SEVERITIES = ["blocker", "warning", "advice"] as const;
const HEADINGS = { blocker: "Blockers", warning: "Warnings", advice: "Advice" } as const;

/** The page that documents every check, written from the registry: `docs/checks.md`. */
export function checksPage(): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const list = checks.filter((check) => check.severity === severity).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (list.length === 0) return [];
    return [`## ${HEADINGS[severity]}`, ...list.map((check) => `${headOf(check)}\n\n${check.sources.map(linkOf).join("\n")}`)];
  });
  const intro =
    "What the plan is examined for. A check waits, silently, until everything that it reads is answered; a *blocker* stops the " +
    "installation, a *warning* will hurt later, *advice* is worth knowing. A check stands under its usual severity, with those " +
    "that it gives some cases. This page is written from the registry by `npm run docs`.";
  return `${["# Checks", intro, ...parts].join("\n\n")}\n`;
}

const SINGLE = { blocker: "a blocker", warning: "a warning", advice: "advice" } as const;

function headOf({ id, title, per, also = [] }: (typeof checks)[number]): string {
  const others = also.map((severity) => SINGLE[severity]).join(" or ");
  return `### \`${id}\`\n\n${title}. Examined ${PER[per]}.${others === "" ? "" : ` In some cases ${others}.`}`;
}

function linkOf(id: string): string {
  const source = sources.get(id);
  if (!source) throw new Error(`A check cites ${id}, which is no source`);
  return `- [${source.title}](${source.url})`;
}
