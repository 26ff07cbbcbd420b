import type { Assumption } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { useConfirm } from "../../plan-ui/use-confirm.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./question-card.module.css";

/** What stands in for an answer that nobody gave, with the way to make it one. */
export function AssumedValue({ assumption, shown, onConfirmed, onOther }: { readonly assumption: Assumption; readonly shown: string; readonly onConfirmed: () => void; readonly onOther: (() => void) | undefined }) {
  const { readOnly } = useSession();
  const confirm = useConfirm();
  return (
    <div className={styles.assumed}>
      <p>
        <span className={styles.dashed}>
          <RichText text={shown} />
        </span>
      </p>
      <p className={styles.small}>
        <RichText text={assumption.sentence} />{assumption.empty ? "" : " Nobody confirmed it yet."}
      </p>
      <p className={styles.actions}>
        {!assumption.empty && (
          <Button
            size="small"
            disabled={readOnly}
            onClick={() => {
              onConfirmed();
              confirm(assumption.title, [assumption]);
            }}
          >
            Confirm
          </Button>
        )}
        {onOther && (
          <Button kind="link" disabled={readOnly} onClick={onOther}>
            Write another value
          </Button>
        )}
      </p>
    </div>
  );
}
