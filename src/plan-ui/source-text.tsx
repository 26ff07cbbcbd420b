import { isStandard, RELEASE_IDS, type Source } from "../engine/index.ts";
import { LongName } from "./rich-text.tsx";
import styles from "./source-text.module.css";

/** A citation: title as a link that opens beside the plan, the releases it was read for, and its address if wanted. */
export function SourceText({ source, withAddress = false }: { readonly source: Source; readonly withAddress?: boolean }) {
  return (
    <span className={styles.source}>
      <a href={source.url} target="_blank" rel="noopener noreferrer">
        {source.title}
      </a>
      {!isStandard(source.id) && <span className={styles.releases}>, checked for KKP {releasesText(source)}</span>}
      {withAddress && (
        <code className={styles.address}>
          <LongName text={source.url} />
        </code>
      )}
    </span>
  );
}

/** "2.28 to 2.31" for a run of releases, the releases themselves otherwise. */
export function releasesText({ releases }: Source): string {
  const [first] = releases;
  const last = releases.at(-1);
  if (first === undefined || last === undefined) return "no release";
  const run = RELEASE_IDS.slice(RELEASE_IDS.indexOf(first), RELEASE_IDS.indexOf(last) + 1);
  return releases.length > 2 && run.length === releases.length ? `${first} to ${last}` : releases.join(", ");
}
