import type { Setting } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { LongName, RichText } from "../../../plan-ui/rich-text.tsx";
import { count } from "../../../plan-ui/words.ts";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";
import { PlanTable } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";

/** Topics without a part of their own, by their titles. */
const TOPICS: readonly (readonly [Setting["topic"], string])[] = [
  ["platform", "Platform"],
  ["seeds", "Seeds"],
];

/** Before what makes a secret, where an installed platform has it. */
const IN_USE = "the one in use; where there is none: ";

/** What the answers decide in the files of the installation, and the secrets that go into them. */
export function ConfigurationPart() {
  const { settings, secrets } = useSession().plan;
  const here = settings.filter(({ topic }) => TOPICS.some(([own]) => own === topic)).length;
  return (
    <>
      <PartHead title="Configuration">
        {settings.length === 0
          ? "No field can be named yet."
          : `${count(here, "field")} of KKP and its Seeds, ${count(secrets.length, "secret")}. ${settings.length === here ? "" : `${count(settings.length - here, "field stands", "fields stand")} with load balancers, names, certificates, storage, login and monitoring.`}`}
      </PartHead>
      {TOPICS.map(([topic, title]) => (
        <SettingsTable key={topic} topic={topic} title={title} />
      ))}
      <PlanTable
        title="Secrets"
        note={secrets.some(({ inUse }) => inUse) ? "What the installed platform has keeps its value; what is new is made or handed over once and kept under its name in the secret store." : "Each is made or handed over once and kept under its name in the secret store."}
        rows={secrets}
        name={({ name }) => name}
        columns={[
          { key: "name", title: "Name", text: ({ name }) => name, cell: ({ name }) => <code><LongName text={name} /></code> },
          {
            key: "made",
            title: "Made by, form",
            text: ({ command, form, inUse }) => `${inUse ? IN_USE : ""}${command ?? "handed over"}; ${form}`,
            cell: ({ command, form, inUse }) => (
              <>
                {inUse && IN_USE}
                {command === undefined ? "handed over" : <code>{command}</code>}
                <br />
                <RichText text={form} />
              </>
            ),
          },
          {
            key: "files",
            title: "Stands in",
            text: ({ files }) => files.join(", "),
            cell: ({ files }) => (
              <ul className={styles.list}>
                {files.map((file) => (
                  <li key={file}>
                    <LongName text={file} />
                  </li>
                ))}
              </ul>
            ),
          },
          { key: "why", title: "Because", text: ({ why }) => why, cell: ({ why }) => <RichText text={why} /> },
        ]}
      />
    </>
  );
}
