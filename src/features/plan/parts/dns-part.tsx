import { enteredBy, seenApart, writtenApart, type DnsRecord } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { LongName } from "../../../plan-ui/rich-text.tsx";
import { ValueText, valueAsText } from "../../../plan-ui/value-text.tsx";
import { count } from "../../../plan-ui/words.ts";
import { NothingInPart } from "../nothing-in-part.tsx";
import { PartHead } from "../part-head.tsx";
import { PlanTable, type PlanColumn } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";

/** Records that the DNS team enters. */
export function DnsPart() {
  const { plan } = useSession();
  const { records } = plan.dns;
  const required = records.filter(({ need }) => need === "required");
  const recommended = records.filter(({ need }) => need === "recommended");
  const offline = records.filter(({ need }) => need === "offline");
  const waiting = records.filter(({ target }) => target.kind !== "known").length;
  const columns: readonly PlanColumn<DnsRecord>[] = [
    { key: "name", title: "Name", text: ({ name }) => name, cell: ({ name }) => <code><LongName text={name} /></code> },
    { key: "type", title: "Type", text: ({ type }) => type },
    { key: "target", title: "Leads to", text: ({ target }) => valueAsText(plan, target), cell: ({ target }) => <ValueText value={target} /> },
    { key: "purpose", title: "For", text: ({ purpose }) => purpose },
    { key: "when", title: "When", text: ({ when }) => when },
    ...(seenApart(records) ? [{ key: "view", title: "Seen by", text: ({ seenBy }: DnsRecord) => valueAsText(plan, seenBy), cell: ({ seenBy }: DnsRecord) => <ValueText value={seenBy} mono={false} /> }] : []),
    ...(writtenApart(records) ? [{ key: "by", title: "Entered by", text: enteredBy }] : []),
  ];
  return (
    <>
      <PartHead title="DNS">
        {records.length === 0
          ? <NothingInPart part="dns" />
          : `${count(required.length, "record")} to enter${recommended.length > 0 ? `, ${recommended.length} recommended` : ""}${offline.length > 0 ? `, and ${offline.length} outside the domain` : ""}.${waiting > 0 ? ` ${count(waiting, "target is", "targets are")} not known yet.` : ""}`}
      </PartHead>
      <PlanTable title="Records" rows={required} columns={columns} value={({ name }) => name} name={({ purpose }) => purpose} />
      <PlanTable title="Recommended" rows={recommended} columns={columns} value={({ name }) => name} name={({ purpose }) => purpose} />
      <PlanTable title="Names of the internet that lead to the mirror" rows={offline} columns={columns} value={({ name }) => name} name={({ purpose }) => purpose} />
      <SettingsTable topic="dns" />
    </>
  );
}
