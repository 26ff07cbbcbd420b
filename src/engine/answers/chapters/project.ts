import * as z from "zod";
import { RELEASE_IDS, type ReleaseId } from "../../facts/source.ts";
import { releases } from "../../releases/registry.ts";
import { cells, choice, date, hostname, table, text, texts } from "../kinds.ts";
import { chapter, TEAMS, type Look } from "../question.ts";

const teamChoices = Object.entries(TEAMS).map(([value, label]) => ({ value, label }));

export const project = chapter("project", "Project", "Who the plan is for, which KKP it installs and under which name.", {
  plan: {
    customer: text({
      section: "Plan",
      label: "Who is the plan for?",
      short: "Customer",
      help: "Stands on the cover of the plan.",
      example: "Example AG",
      source: "kkp.setup-checklist",
      team: "platform",
    }),
    title: text({
      section: "Plan",
      label: "What is the plan called?",
      short: "Title",
      help: "Head of every page.",
      example: "Production platform",
      source: "kkp.setup-checklist",
      team: "platform",
    }),
    authors: texts({
      section: "Plan",
      label: "Who writes it?",
      short: "Authors",
      help: "One name a line. They answer questions about the plan.",
      source: "kkp.setup-checklist",
      team: "platform",
    }),
    date: date({
      section: "Plan",
      label: "Which date does it bear?",
      short: "Date",
      help: "The files carry this date and no other, so the same answers always give the same bytes.",
      source: "kkp.setup-checklist",
      team: "platform",
    }),
    purpose: choice(
      [
        { value: "production", label: "Production", help: "People rely on it." },
        { value: "proof-of-concept", label: "Proof of concept", help: "It may be thrown away." },
      ],
      {
        section: "Plan",
        label: "What is the installation for?",
        short: "Purpose",
        help: "Stands on the cover, and decides how strictly single points of failure are reported.",
        source: "kkp.setup-checklist",
        team: "platform",
      },
    ),
    edition: choice(
      [
        { value: "CE", label: "Community Edition", help: "One Seed, named kubermatic." },
        { value: "EE", label: "Enterprise Edition", help: "Several Seeds, group bindings, pull secret." },
      ],
      {
        section: "Product",
        label: "Which edition is installed?",
        short: "Edition",
        help: "It decides how many Seeds there may be and how they are named.",
        source: "kkp.editions",
        team: "platform",
      },
    ),
    release: choice(
      releases.map(({ id, entry, gatewayEntry }) => ({ value: id, label: `KKP ${id}`, help: `Platform entry: ${entry.title}${gatewayEntry === undefined ? "" : `, or ${gatewayEntry.title} if you choose it`}.` })),
      {
        section: "Product",
        label: "Which KKP release is installed?",
        short: "KKP release",
        help: "Entry, certificates and redirect URIs differ between releases.",
        source: "kkp.support-policy",
        team: "platform",
      },
    ),
    upgradeFrom: choice(
      [
        { value: "none", label: "New installation" },
        // No upgrade starts from the newest release.
        ...RELEASE_IDS.filter((id) => releases.some(({ upgradesFrom }) => upgradesFrom === id)).map((id) => ({ value: id, label: `Upgrade from KKP ${id}`, fits: isBefore(id) })),
      ],
      {
        section: "Product",
        label: "Is it a new installation or an upgrade?",
        short: "Installation or upgrade",
        help: "An upgrade keeps clusters, storage and records; one that replaces the platform entry needs one address more until the old one is cleaned.",
        source: "kkp.upgrade-2.31",
        team: "platform",
        asked: (look): boolean => releases.find(({ id }) => id === look(project.plan.release))?.upgradesFrom !== undefined,
      },
    ),
    domain: hostname({
      section: "Product",
      label: "Under which base domain does the platform appear?",
      short: "Base domain",
      help: "The dashboard lives at this name; everything else gets names below it.",
      example: "kubermatic.example.com",
      source: "kkp.install-ce",
      team: "dns",
      kept: { says: "User clusters that run keep the names below the base domain under which their nodes dial them.", source: "kkp.code.tls-serving" },
    }),
    contacts: table(
      z.strictObject({ team: z.enum(Object.keys(TEAMS) as [string, ...string[]]), name: cells.text, mail: cells.text.optional() }),
      [
        { key: "team", label: "Team", control: { type: "choice", choices: teamChoices }, required: true },
        { key: "name", label: "Name", control: { type: "text" }, required: true },
        { key: "mail", label: "Mail", control: { type: "text" }, required: false },
      ],
      {
        section: "Teams",
        label: "Who speaks for each team?",
        short: "Contacts",
        help: "Open points and requests carry these names.",
        source: "kkp.setup-checklist",
        team: "platform",
      },
    ),
  },
});

/** Whether a release comes before the one that is planned. */
function isBefore(id: ReleaseId): (look: Look) => boolean {
  return (look) => {
    const target = look(project.plan.release);
    return target === undefined || RELEASE_IDS.indexOf(id) < RELEASE_IDS.indexOf(target);
  };
}

/** Whether the plan brings a platform that runs already to the chosen release. */
export function upgrades(look: Look): boolean {
  const release = releases.find(({ id }) => id === look(project.plan.release));
  const from = look(project.plan.upgradeFrom);
  return release?.upgradesFrom !== undefined && from !== undefined && from !== "none";
}
