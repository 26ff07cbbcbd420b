import { useEffect, useState } from "react";
import { decidedAs, weighWay, type Alternative, type OpenChoice, type Plan } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { stepwise } from "../../../lib/when-idle.ts";
import { planIf } from "../../../plan-ui/plan-if.ts";

/** How far a choice is weighed. */
export interface Weighed {
  readonly alternatives: readonly Alternative[];
  readonly done: boolean;
}

const NOTHING: Weighed = { alternatives: [], done: false };

/** Weighs every other way of a choice, one plan at a time while the browser is idle, and again when answers change. */
export function useWeighed(choice: OpenChoice): Weighed {
  const { answers, plan } = useSession();
  const [weighed, setWeighed] = useState<Weighed & { readonly of: Plan | undefined; readonly id: string }>({ ...NOTHING, of: undefined, id: "" });
  useEffect(() => {
    const alternatives: Alternative[] = [];
    const show = (done: boolean) => setWeighed({ of: plan, id: choice.id, alternatives: [...alternatives], done });
    const steps = choice.others.map((way) => () => {
      alternatives.push(weighWay(plan, planIf(decidedAs(answers, choice, way)), choice, way));
      show(false);
    });
    return stepwise(steps, () => show(true));
  }, [answers, plan, choice]);
  return weighed.of === plan && weighed.id === choice.id ? weighed : NOTHING;
}
