import { subjectName } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { WhyButton } from "../../../plan-ui/why-button.tsx";
import { count, figure, listed } from "../../../plan-ui/words.ts";
import { Table } from "../../../ui/table.tsx";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";
import { PlanTable } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";

/** Worker machines of each platform cluster with the arithmetic, and the number of user clusters at which limits bind. */
export function SizingPart() {
  const { plan } = useSession();
  const { clusters, ceilings, controlPlanes, hosted, quotas, workers } = plan.sizing;
  const clusterName = (id: string) => subjectName(plan.project.names, "cluster", id);
  return (
    <>
      <PartHead title="Sizing">
        {clusters.length === 0
          ? "No platform cluster can be sized yet. Tell us its machines and how many user clusters there will be."
          : `${listed(clusters.map(({ cluster, workers }) => `${clusterName(cluster)} needs ${count(workers, "worker")}`))}.`}
      </PartHead>
      <PlanTable
        title="Control planes"
        rows={controlPlanes}
        name={({ cluster }) => `Control plane, ${clusterName(cluster)}`}
        columns={[
          { key: "cluster", title: "Cluster", text: ({ cluster }) => clusterName(cluster) },
          { key: "machines", title: "Machines", text: ({ machines }) => figure(machines), align: "right" },
          { key: "cpu", title: "vCPU each", text: ({ cpu }) => figure(cpu), align: "right" },
          { key: "memory", title: "GiB each", text: ({ memory }) => figure(memory), align: "right" },
          { key: "disk", title: "Disk at least, GB", text: ({ disk }) => figure(disk), align: "right" },
          { key: "serves", title: "Its disk serves", text: ({ iops, bandwidth }) => `${figure(iops)} IOPS, ${figure(bandwidth)} MB/s` },
          { key: "why", title: "Because", text: ({ why }) => why, cell: ({ why }) => <RichText text={why} /> },
        ]}
      />
      <PlanTable
        title="Workers"
        rows={workers}
        name={({ cluster }) => `Machines of workers, ${clusterName(cluster)}`}
        columns={[
          { key: "cluster", title: "Cluster", text: ({ cluster }) => clusterName(cluster) },
          { key: "machines", title: "Machines", text: ({ machines }) => figure(machines), align: "right" },
          { key: "cpu", title: "vCPU each", text: ({ cpu }) => figure(cpu), align: "right" },
          { key: "memory", title: "GiB each", text: ({ memory }) => figure(memory), align: "right" },
          { key: "disk", title: "Root disk at least, GB", text: ({ disk }) => figure(disk), align: "right" },
          { key: "why", title: "Because", text: ({ why }) => why, cell: ({ why }) => <RichText text={why} /> },
        ]}
      />
      {clusters.map((cluster) => (
        <section key={cluster.id} id={cluster.id} className={styles.block} aria-label={clusterName(cluster.cluster)}>
          <header className={styles.head}>
            <h2>
              {clusterName(cluster.cluster)}: {count(cluster.workers, "worker")}
            </h2>
            <WhyButton of={cluster} title={`Workers of ${clusterName(cluster.cluster)}`} value={String(cluster.workers)} />
          </header>
          <div className={styles.table}>
            <Table
              caption="Load by part"
              captionHidden
              rowKey={({ title }) => `${cluster.id} ${title}`}
              rows={[...cluster.lines, { title: "Sum", formula: "", cpu: cluster.cpu, memory: cluster.memory, pods: cluster.pods }]}
              columns={[
                { key: "title", title: "Part", cell: ({ title }) => (title === "Sum" ? <strong>Sum</strong> : <RichText text={title} />) },
                { key: "formula", title: "Formula", cell: ({ formula }) => <RichText text={formula} /> },
                { key: "cpu", title: "mCPU", cell: ({ cpu }) => figure(cpu), align: "right" },
                { key: "memory", title: "MiB", cell: ({ memory }) => figure(memory), align: "right" },
                { key: "pods", title: "Pods", cell: ({ pods }) => figure(pods), align: "right" },
              ]}
            />
          </div>
          <ol className={styles.steps}>
            {cluster.arithmetic.map((step) => (
              <li key={step}>
                <RichText text={step} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {hosted.map((room) => {
        const title = `Virtual machines of ${listed([...room.datacenters.map((id) => subjectName(plan.project.names, "datacenter", id)), ...room.clusters.map(clusterName)])}: ${count(room.cores, "core")}, ${figure(room.memory)} GiB, ${figure(room.disk)} GiB of disk`;
        return (
          <section key={room.id} id={room.id} className={styles.block} aria-label={title}>
            <header className={styles.head}>
              <h2>{title}</h2>
              <WhyButton of={room} title={title} value={String(room.cores)} />
            </header>
            <ol className={styles.steps}>
              {room.arithmetic.map((step) => (
                <li key={step}>
                  <RichText text={step} />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      {quotas.map((quota) => {
        const title = `Quota of ${quota.infrastructure} at ${subjectName(plan.project.names, "place", quota.place)}${quota.account === undefined ? "" : `, ${quota.account}`}: ${count(quota.machines + quota.bastions + quota.nodes, "machine")}, ${count(quota.volumes, "volume")}, ${count(quota.balancers, "load balancer")}`;
        return (
          <section key={quota.id} id={quota.id} className={styles.block} aria-label={title}>
            <header className={styles.head}>
              <h2>{title}</h2>
              <WhyButton of={quota} title={title} value={String(quota.machines + quota.bastions + quota.nodes)} />
            </header>
            <ol className={styles.steps}>
              {quota.arithmetic.map((step) => (
                <li key={step}>
                  <RichText text={step} />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      <SettingsTable topic="control-planes" />
      <PlanTable
        title="Ceilings"
        note="Where a Seed ends, whichever comes first."
        rows={ceilings}
        columns={[
          { key: "title", title: "Limit", text: ({ title }) => title },
          { key: "cluster", title: "Cluster", text: ({ cluster, heldBy }) => heldBy ?? clusterName(cluster) },
          { key: "used", title: "Used", text: ({ used, limit, unit }) => `${figure(used)} of ${figure(limit)} ${unit}`, align: "right" },
          { key: "max", title: "User clusters at most", text: ({ maxUserClusters }) => (maxUserClusters === "unlimited" ? "no limit" : figure(maxUserClusters)), align: "right" },
        ]}
      />
    </>
  );
}
