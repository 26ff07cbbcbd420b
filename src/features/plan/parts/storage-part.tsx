import { subjectName } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { LongName, RichText } from "../../../plan-ui/rich-text.tsx";
import { ValueText, valueAsText } from "../../../plan-ui/value-text.tsx";
import { count, figure } from "../../../plan-ui/words.ts";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";
import { PlanTable } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";

const gib = (value: number) => `${figure(value)} GiB`;

/** Storage classes, volumes and backups to ask the storage team for. */
export function StoragePart() {
  const { plan } = useSession();
  const { classes, volumes, backups } = plan.storage;
  const clusterName = (id: string) => subjectName(plan.project.names, "cluster", id);
  return (
    <>
      <PartHead title="Storage and backup">
        {classes.length === 0 ? "No storage class can be sized yet." : `${count(classes.length, "storage class", "storage classes")} with ${gib(Math.round(classes.reduce((sum, each) => sum + each.capacity, 0) * 10) / 10)} in all.`}
      </PartHead>
      <PlanTable
        title="Storage classes"
        rows={classes}
        value={({ capacity }) => gib(capacity)}
        columns={[
          { key: "name", title: "Class", text: ({ name }) => name, cell: ({ name }) => <code><LongName text={name} /></code> },
          { key: "cluster", title: "Cluster", text: ({ cluster }) => clusterName(cluster) },
          { key: "provisioner", title: "Provisioner", text: ({ provisioner }) => valueAsText(plan, provisioner), cell: ({ provisioner }) => <ValueText value={provisioner} /> },
          { key: "media", title: "Media", text: ({ media }) => media },
          {
            key: "demands",
            title: "Demand",
            text: ({ demands }) => demands.join("; "),
            cell: ({ demands }) => (
              <ul className={styles.list}>
                {demands.map((demand) => (
                  <li key={demand}>
                    <RichText text={demand} />
                  </li>
                ))}
              </ul>
            ),
          },
          { key: "capacity", title: "Capacity", text: ({ capacity }) => gib(capacity), align: "right" },
        ]}
      />
      <PlanTable
        title="Volumes"
        rows={volumes}
        columns={[
          { key: "title", title: "Volume", text: ({ title }) => title },
          { key: "cluster", title: "Cluster", text: ({ cluster }) => clusterName(cluster) },
          { key: "class", title: "Class", text: ({ storageClass }) => storageClass, cell: ({ storageClass }) => <code><LongName text={storageClass} /></code> },
          { key: "count", title: "Number", text: (row) => figure(row.count), align: "right" },
          { key: "size", title: "GiB each", text: ({ size }) => figure(size), align: "right" },
          { key: "total", title: "GiB in all", text: ({ total }) => figure(total), align: "right" },
        ]}
      />
      <PlanTable
        title="Backups"
        rows={backups}
        name={({ cluster }) => `etcd backups, ${clusterName(cluster)}`}
        value={({ needed }) => gib(needed)}
        columns={[
          { key: "cluster", title: "Cluster", text: ({ cluster }) => clusterName(cluster) },
          { key: "target", title: "Target", text: ({ target }) => target },
          { key: "rhythm", title: "Snapshots", text: ({ interval, kept }) => `every ${interval} min, ${kept} kept` },
          { key: "arithmetic", title: "Arithmetic", text: ({ arithmetic }) => arithmetic, cell: ({ arithmetic }) => <RichText text={arithmetic} /> },
          { key: "needed", title: "Needed", text: ({ needed, offered }) => (offered === undefined ? gib(needed) : `${figure(needed)} of ${gib(offered)}`), align: "right" },
        ]}
      />
      <SettingsTable topic="storage" />
    </>
  );
}
