import type { AnswerPath } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { firstNeeded, type Needed } from "./first-needed.ts";
import { questionHref } from "./links.ts";
import { indexOf } from "./plan-index.ts";

/** Named at once; the review lists all. */
const NAMED = 3;

/** In place of rows that cannot follow yet: names what is missing. `missing`: the answers that these rows wait for. */
export function NothingYet({ missing }: { readonly missing?: readonly AnswerPath[] }) {
  const { plan, answers, planKey } = useSession();
  const { openPoints } = indexOf(plan);
  const first = firstNeeded(plan, answers);
  const waited = missing?.flatMap((path): Needed | readonly Needed[] => openPoints.get(path) ?? []) ?? plan.openPoints.filter(({ waiting }) => waiting.length > 0);
  const needed = first.length > 0 ? first : waited;
  if (needed.length === 0) return "Nothing follows from the answers so far.";
  const named = needed.slice(0, NAMED);
  const more = needed.length - named.length;
  return (
    <>
      Nothing yet. Still needed:{" "}
      {named.map(({ title, path }, at) => (
        <span key={path}>
          {at > 0 && (more === 0 && at === named.length - 1 ? " and " : ", ")}
          <a href={questionHref(planKey, path)}>{title}</a>
        </span>
      ))}
      {more > 0 && ` and ${more} more`}.
    </>
  );
}
