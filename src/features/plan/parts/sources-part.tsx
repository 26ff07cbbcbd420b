import { isStandard, usedFacts, usedSources } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { LongName, RichText } from "../../../plan-ui/rich-text.tsx";
import { SourceText, releasesText } from "../../../plan-ui/source-text.tsx";
import { count } from "../../../plan-ui/words.ts";
import { Table } from "../../../ui/table.tsx";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";

const CERTAINTY = { sourced: "stated by the source", derived: "follows from sources", standard: "general standard", planning: "planning figure of ours", unconfirmed: "not confirmed" } as const;

/** Where everything in this plan can be checked: facts used, and the pages they come from. */
export function SourcesPart() {
  const { plan } = useSession();
  const used = usedSources(plan).toSorted((a, b) => (a.title < b.title ? -1 : 1));
  const told = usedFacts(plan);
  return (
    <>
      <PartHead title="Sources">
        This plan rests on {count(told.length, "fact")} and {count(used.length, "page")}. Links open beside the plan.
      </PartHead>
      {told.length > 0 && (
        <section className={styles.block} aria-label="Facts">
          <h2>Facts</h2>
          <div className={styles.table}>
            <Table
              caption="Facts used in this plan"
              captionHidden
              rows={told}
              rowKey={({ id }) => id}
              columns={[
                { key: "statement", title: "Statement", cell: ({ statement }) => <RichText text={statement} /> },
                { key: "certainty", title: "How sure", cell: ({ certainty }) => CERTAINTY[certainty] },
              ]}
            />
          </div>
        </section>
      )}
      <section className={styles.block} aria-label="Pages">
        <h2>Pages</h2>
        <div className={styles.table}>
          <Table
            caption="Pages"
            captionHidden
            rows={used}
            rowKey={({ id }) => id}
            columns={[
              { key: "title", title: "Page", cell: (source) => <SourceText source={source} /> },
              { key: "url", title: "Address", cell: ({ url }) => <code><LongName text={url} /></code> },
              { key: "releases", title: "Releases", cell: (source) => (isStandard(source.id) ? "–" : releasesText(source)) },
            ]}
          />
        </div>
      </section>
    </>
  );
}
