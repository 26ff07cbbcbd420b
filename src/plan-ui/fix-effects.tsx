import { useEffect, useRef, useState } from "react";
import type { Finding } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { useSeen } from "../lib/use-seen.ts";
import { stepwise } from "../lib/when-idle.ts";
import { Button } from "../ui/button.tsx";
import styles from "./finding-text.module.css";
import { effectOf, knownEffect, type FixEffect } from "./fix-effect.ts";
import { RichText } from "./rich-text.tsx";

/** Rest after an answer before fixes are tried, in milliseconds: nobody waits for them while typing. */
const REST = 500;
/** Consequences named at once. */
const FIRST = 3;

/** What each fix of a finding sets and what else changes with it, said before it is applied; tried while the browser is idle. */
export function FixEffects({ finding }: { readonly finding: Finding }) {
  const { answers, plan } = useSession();
  const { fixes } = finding;
  const watch = useRef<HTMLDivElement>(null);
  const seen = useSeen(watch);
  const [before, setBefore] = useState<ReadonlyMap<string, FixEffect>>(new Map());
  const known = fixes.every((fix) => knownEffect(plan, fix) !== undefined);
  useEffect(() => {
    if (!seen || known) return;
    let cancel: () => void = () => undefined;
    const timer = setTimeout(() => {
      const effects = new Map<string, FixEffect>();
      cancel = stepwise(fixes.map((fix) => () => void effects.set(fix.title, effectOf(answers, plan, finding, fix))), () => setBefore(effects));
    }, REST);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [seen, known, answers, plan, finding, fixes]);
  return (
    <div className={styles.effects} ref={watch}>
      {fixes.map((fix) => {
        // Until it is tried again, what it came to before the last answer stays.
        const effect = knownEffect(plan, fix) ?? before.get(fix.title);
        return (
          <p key={fix.title}>
            {fixes.length > 1 && (
              <>
                <strong>
                  <RichText text={fix.title} />
                </strong>
                :{" "}
              </>
            )}
            {effect ? <Effect effect={effect} /> : "Trying what else changes …"}
          </p>
        );
      })}
    </div>
  );
}

function Effect({ effect: { sets, also } }: { readonly effect: FixEffect }) {
  const [all, setAll] = useState(false);
  const hidden = all || also.length <= FIRST + 1 ? 0 : also.length - FIRST;
  const shown = also.slice(0, also.length - hidden);
  return (
    <>
      <RichText text={`${sets.join("; ")}. ${shown.length === 0 ? "Nothing else changes." : `Also: ${shown.join("; ")}${hidden > 0 ? "" : "."}`}`} />
      {hidden > 0 && (
        <>
          {" "}
          <Button kind="link" onClick={() => setAll(true)}>
            and {hidden} more
          </Button>
        </>
      )}
    </>
  );
}
