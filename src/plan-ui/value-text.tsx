import { laterLabel, TEAMS, type AnswerPath, type Plan, type Value } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { Sign } from "../ui/signs.tsx";
import { questionHref } from "./links.ts";
import { indexOf } from "./plan-index.ts";
import { LongName } from "./rich-text.tsx";
import { day } from "./words.ts";
import styles from "./value-text.module.css";

const laterWords = (value: Extract<Value<string>, { kind: "later" }>): string => (value.lacking ? laterLabel(value) : `later, from ${value.who}`);

/** A value of a row: known, still open with who and when, or handed out by somebody later. */
export function ValueText({ value, assumed = false, mono = true }: { readonly value: Value<string>; readonly assumed?: boolean; readonly mono?: boolean }) {
  if (value.kind === "open") return <OpenChip path={value.question} />;
  if (value.kind === "later") return <span className={styles.later}>{laterWords(value)}</span>;
  const text = <LongName text={value.value} />;
  const look = assumed ? styles.assumed : undefined;
  return mono ? <code className={look}>{text}</code> : <span className={look}>{text}</span>;
}

/** The same as plain text, for copying. */
export function valueAsText(plan: Plan, value: Value<string>): string {
  if (value.kind === "known") return value.value;
  return value.kind === "later" ? laterWords(value) : `open: ${whoAndWhen(plan, value.question)}`;
}

/** A dotted chip with who will know and when; leads to the question. */
export function OpenChip({ path }: { readonly path: AnswerPath }) {
  const { planKey, plan } = useSession();
  return (
    <a className={styles.open} href={questionHref(planKey, path)}>
      <Sign name="open" />
      {whoAndWhen(plan, path)}
    </a>
  );
}

/** "Network team, 3 Dec 2026": who will know an answer, and by when. */
export function whoAndWhen(plan: Plan, path: AnswerPath): string {
  const point = indexOf(plan).openPoints.get(path);
  if (!point) return "open";
  const owner = ownerName(point.owner ?? point.team);
  return point.due === undefined ? owner : `${owner}, ${day(point.due)}`;
}

/** Name of a team by its id; other owners are names already. */
export function ownerName(owner: string): string {
  return Object.hasOwn(TEAMS, owner) ? TEAMS[owner as keyof typeof TEAMS] : owner;
}
