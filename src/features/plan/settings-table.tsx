import type { Setting } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { LongName, RichText } from "../../plan-ui/rich-text.tsx";
import { ValueText, valueAsText } from "../../plan-ui/value-text.tsx";
import { PlanTable } from "./plan-table.tsx";

/** Fields of one topic that these answers decide; nothing where there are none. */
export function SettingsTable({ topic, title = "Fields" }: { readonly topic: Setting["topic"]; readonly title?: string }) {
  const { plan } = useSession();
  const rows = plan.settings.filter((row) => row.topic === topic);
  const shown = ({ value }: Setting) => valueAsText(plan, value);
  if (rows.length === 0) return undefined;
  return (
    <PlanTable
      title={title}
      note="What these answers decide and no default of the product would set."
      rows={rows}
      name={({ field }) => field}
      value={shown}
      columns={[
        { key: "field", title: "Field", text: ({ field }) => field, cell: ({ field }) => <code><LongName text={field} /></code> },
        { key: "value", title: "Value", text: shown, cell: ({ value }) => <ValueText value={value} /> },
        { key: "object", title: "Object", text: ({ object }) => object },
        { key: "why", title: "Because", text: ({ why }) => why, cell: ({ why }) => <RichText text={why} /> },
      ]}
    />
  );
}
