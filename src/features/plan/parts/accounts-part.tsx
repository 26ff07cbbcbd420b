import { TEAMS } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { valueAsText, ValueText } from "../../../plan-ui/value-text.tsx";
import { count } from "../../../plan-ui/words.ts";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";
import { PlanTable } from "../plan-table.tsx";

/** Accounts to prepare, by name and rights only, and the ways in. */
export function AccountsPart() {
  const { plan } = useSession();
  const { accounts, access, tools } = plan;
  return (
    <>
      <PartHead title="Accounts and access">
        {accounts.length + access.length === 0 ? "No account is needed so far." : `${count(accounts.length, "account")} ${plan.project.former === undefined ? "to prepare" : "of the installed platform to check"}. Secrets stay in the secret store; the plan names only where they go.`}
      </PartHead>
      <PlanTable
        title="Accounts"
        rows={accounts}
        columns={[
          { key: "title", title: "Account", text: ({ title }) => title },
          { key: "where", title: "Where", text: ({ where }) => where },
          {
            key: "permissions",
            title: "Rights",
            text: ({ permissions }) => permissions.join("; "),
            cell: ({ permissions }) => (
              <ul className={styles.list}>
                {permissions.map((permission) => (
                  <li key={permission}>{permission}</li>
                ))}
              </ul>
            ),
          },
          {
            key: "fields",
            title: "Fields",
            text: ({ fields }) => fields.join(", "),
            cell: ({ fields }) => (
              <ul className={styles.list}>
                {fields.map((field) => (
                  <li key={field}>
                    <code>{field}</code>
                  </li>
                ))}
              </ul>
            ),
          },
          { key: "team", title: "Team", text: ({ team }) => TEAMS[team] },
        ]}
      />
      <PlanTable
        title="Access"
        rows={access}
        columns={[
          { key: "title", title: "What", text: ({ title }) => title },
          { key: "detail", title: "Where", text: ({ detail }) => valueAsText(plan, detail), cell: ({ detail }) => <ValueText value={detail} mono={false} /> },
          { key: "why", title: "For", text: ({ why }) => why, cell: ({ why }) => <RichText text={why} /> },
          { key: "team", title: "Team", text: ({ team }) => TEAMS[team] },
        ]}
      />
      <PlanTable
        title="Tools"
        note="What the installing engineers have at hand, and what shows that items of the checklist are done."
        rows={tools}
        columns={[
          { key: "title", title: "Tool", text: ({ title }) => title },
          { key: "version", title: "Version", text: ({ version }) => version },
          { key: "why", title: "Because", text: ({ why }) => why, cell: ({ why }) => <RichText text={why} /> },
        ]}
      />
    </>
  );
}
