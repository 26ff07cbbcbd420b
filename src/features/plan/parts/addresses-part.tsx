import { shownAddress, subjectName, type Plan } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { BlockView } from "../../../plan-ui/block-view.tsx";
import { isAssumed } from "../../../plan-ui/derived.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { ValueText, valueAsText } from "../../../plan-ui/value-text.tsx";
import { WhyButton } from "../../../plan-ui/why-button.tsx";
import { count, figure } from "../../../plan-ui/words.ts";
import { clashesOf } from "../clashes.ts";
import { NothingInPart } from "../nothing-in-part.tsx";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";
import { PlanTable } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";
import { RangeMap } from "../range-map.tsx";

/** Names of the records that lead to each assignment. */
function namesByTarget({ dns }: Plan): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { leadsTo, name } of dns.records) {
    const list = leadsTo === undefined ? undefined : names.get(leadsTo);
    if (list) list.push(name);
    else if (leadsTo !== undefined) names.set(leadsTo, [name]);
  }
  return names;
}

/** Every range against every other, each block of virtual addresses, and who has which address. */
export function AddressesPart() {
  const { plan } = useSession();
  const { ranges, pools, assignments, dhcp, workloads } = plan.addresses;
  const { names } = plan.project;
  const clashes = clashesOf(plan).length;
  const free = pools.reduce((sum, pool) => sum + Math.max(0, pool.free), 0);
  const usable = pools.reduce((sum, pool) => sum + pool.usable, 0);
  const byTarget = namesByTarget(plan);
  const namesTo = (id: string) => byTarget.get(id) ?? [];
  return (
    <>
      <PartHead title="Address map">
        {ranges.length === 0
          ? <NothingInPart part="addresses" />
          : `${count(ranges.length, "range")}. ${clashes === 0 ? "None is claimed twice." : `${count(clashes, "stretch is", "stretches are")} claimed twice.`}${pools.length > 0 ? ` ${figure(free)} of ${figure(usable)} virtual addresses are free.` : ""}`}
      </PartHead>
      <RangeMap />
      {pools.map((pool) => (
        <section key={pool.id} id={pool.id} className={styles.card} aria-label={`Virtual addresses ${pool.block}`}>
          <header className={styles.head}>
            <h2>
              Virtual addresses <code>{pool.block}</code>
            </h2>
            <span className={styles.small}>
              <strong>{figure(pool.needed)}</strong> of {figure(pool.usable)} needed <WhyButton of={pool} title={`Block of ${subjectName(names, "cluster", pool.cluster)}`} value={pool.block} />
            </span>
          </header>
          <p className={styles.small}>
            <RichText text={pool.why} />{" "}
            {pool.maxUserClusters === "unlimited" ? "No number of user clusters exhausts it." : `It ends at ${count(pool.maxUserClusters, "user cluster")}${pool.assuming === undefined ? "" : `, where ${pool.assuming}`}.`}
          </p>
          <BlockView pool={pool} labelled />
        </section>
      ))}
      <PlanTable
        title="Assignments"
        rows={assignments}
        name={({ title }) => title}
        value={(row) => {
          const shown = shownAddress(row);
          return shown.kind === "known" ? shown.value : undefined;
        }}
        columns={[
          { key: "address", title: "Address", text: (row) => valueAsText(plan, shownAddress(row)), cell: (row) => <ValueText value={shownAddress(row)} assumed={isAssumed(plan, row)} /> },
          { key: "title", title: "Purpose", text: ({ title }) => title },
          { key: "cluster", title: "Cluster", text: ({ cluster }) => subjectName(names, "cluster", cluster) },
          {
            key: "names",
            title: "Names that lead here",
            text: ({ id }) => namesTo(id).join(" ") || "–",
            cell: ({ id }) => {
              const [first, ...others] = namesTo(id);
              return first === undefined ? "–" : <span><RichText text={`\`${first}\``} />{others.length > 0 && ` and ${others.length} more`}</span>;
            },
          },
          { key: "from", title: "Taken from", text: ({ pool, until }) => `${pool === undefined ? "an answer" : "the block"}${until === undefined ? "" : `, until ${until}`}` },
        ]}
      />
      <PlanTable
        title="DHCP"
        rows={dhcp}
        name={({ place }) => `DHCP range, ${subjectName(names, "place", place)}`}
        value={({ leases, capacity }) => `${leases} of ${capacity}`}
        columns={[
          { key: "range", title: "Range", text: ({ range }) => range, cell: ({ range }) => <code>{range}</code> },
          { key: "place", title: "Place", text: ({ place }) => subjectName(names, "place", place) },
          { key: "lines", title: "Leases", text: ({ lines }) => lines.map(({ title, leases }) => `${title}: ${figure(leases)}`).join("; ") },
          { key: "sum", title: "Used", text: ({ leases, capacity }) => `${figure(leases)} of ${figure(capacity)}`, align: "right" },
        ]}
      />
      <PlanTable
        title="Workloads of user clusters"
        rows={workloads}
        name={({ datacenter }) => `Block for workloads, ${subjectName(names, "datacenter", datacenter)}`}
        columns={[
          { key: "datacenter", title: "Datacenter", text: ({ datacenter }) => subjectName(names, "datacenter", datacenter) },
          { key: "block", title: "Block", text: ({ block }) => valueAsText(plan, block), cell: ({ block }) => <ValueText value={block} /> },
          { key: "out", title: "Never handed out", text: ({ excluded }) => excluded.map(({ address, why }) => `${address} (${why})`).join("; ") || "–" },
          { key: "least", title: "Addresses at least", text: ({ atLeast }) => figure(atLeast), align: "right" },
        ]}
      />
      <SettingsTable topic="balancers" />
      <SettingsTable topic="families" title="Fields for both address families" />
    </>
  );
}
