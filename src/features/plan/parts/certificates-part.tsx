import { subjectName, type CertificateRequest } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { LongName } from "../../../plan-ui/rich-text.tsx";
import { count } from "../../../plan-ui/words.ts";
import { Sign } from "../../../ui/signs.tsx";
import { NothingInPart } from "../nothing-in-part.tsx";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";
import { PlanTable, type PlanColumn } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";

/** What an upgrade keeps is listed apart from what is asked for. */
const LISTS: readonly (readonly [title: string, among: (row: CertificateRequest) => boolean])[] = [
  ["In use", ({ inUse }) => inUse === true],
  ["Requests", ({ inUse }) => !inUse],
];

/** Certificates to request and those that stay, and the proof that every served name is covered. */
export function CertificatesPart() {
  const { plan } = useSession();
  const { requests, coverage, leftOut } = plan.certificates;
  const clusterName = (id: string) => subjectName(plan.project.names, "cluster", id);
  const listened = requests.some((request) => listenersOf(request).length > 0);
  const bare = coverage.filter(({ coveredBy }) => coveredBy === undefined).length;
  const titleOf = (id: string) => {
    const request = requests.find((candidate) => candidate.id === id);
    return request ? clusterName(request.cluster) : id;
  };
  const columns: readonly PlanColumn<CertificateRequest>[] = [
    { key: "cluster", title: "Cluster", text: ({ cluster }) => clusterName(cluster) },
    { key: "names", title: "Names", text: ({ names }) => names.join(" "), cell: ({ names }) => <Names names={names} /> },
    { key: "issuance", title: "Issued by", text: ({ issuer, method }) => `${issuer} (${method})`, cell: ({ issuer }) => issuer },
    {
      key: "secrets",
      title: "Secret",
      text: ({ secrets }) => secrets.map(({ namespace, name }) => `${namespace}/${name}`).join(" "),
      cell: ({ secrets }) => <Names names={secrets.map(({ namespace, name }) => `${namespace}/${name}`)} />,
    },
    ...(listened
      ? [
          {
            key: "listeners",
            title: "Presented by listener",
            text: (row: CertificateRequest) => listenersOf(row).join(" "),
            cell: (row: CertificateRequest) => (listenersOf(row).length === 0 ? "–" : <Names names={listenersOf(row)} />),
          },
        ]
      : []),
  ];
  return (
    <>
      <PartHead title="Certificates">
        {coverage.length === 0
          ? <NothingInPart part="certificates" />
          : `${count(coverage.length, "name is", "names are")} served over TLS. ${bare === 0 ? "Each is covered." : `${count(bare, "is", "are")} covered by no certificate.`}`}
      </PartHead>
      {LISTS.map(([title, among]) => (
        <PlanTable key={title} title={title} rows={requests.filter(among)} name={({ cluster }) => `Certificate, ${clusterName(cluster)}`} columns={columns} />
      ))}
      <PlanTable
        title="Proof"
        note="Each served name against the certificates of the plan, and against a wildcard of the base domain alone."
        rows={coverage}
        columns={[
          { key: "host", title: "Name", text: ({ host }) => host, cell: ({ host }) => <code><LongName text={host} /></code> },
          {
            key: "covered",
            title: "Covered by",
            text: ({ coveredBy, match }) => (coveredBy === undefined ? "nothing" : `${match ?? ""} (${titleOf(coveredBy)})`),
            cell: ({ coveredBy, match }) =>
              coveredBy === undefined ? (
                <span className={styles.no}>
                  <Sign name="blocker" /> nothing
                </span>
              ) : (
                <span>
                  <Sign name="ok" /> {match !== undefined && <code><LongName text={match} /></code>} in the certificate of {titleOf(coveredBy)}
                </span>
              ),
          },
          {
            key: "wildcard",
            title: "Platform wildcard alone",
            text: ({ byPlatformWildcard }) => (byPlatformWildcard ? "would cover it" : "would not"),
            cell: ({ byPlatformWildcard }) => <span className={byPlatformWildcard ? styles.muted : undefined}>{byPlatformWildcard ? "would cover it" : "would not"}</span>,
          },
        ]}
      />
      <PlanTable
        title="Not needed"
        rows={leftOut}
        columns={[
          { key: "name", title: "Name", text: ({ name }) => name, cell: ({ name }) => <code><LongName text={name} /></code> },
          { key: "why", title: "Because", text: ({ why }) => why },
        ]}
      />
      <SettingsTable topic="certificates" />
    </>
  );
}

/** Listeners of the Gateway that present a certificate of this request. */
const listenersOf = ({ secrets }: CertificateRequest): readonly string[] => [...new Set(secrets.flatMap(({ listeners }) => listeners ?? []))];

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {names.map((name) => (
        <li key={name}>
          <code>
            <LongName text={name} />
          </code>
        </li>
      ))}
    </ul>
  );
}
