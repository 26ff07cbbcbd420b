import { useState } from "react";
import type { Derived } from "../engine/index.ts";
import { Button } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { Sign } from "../ui/signs.tsx";
import { WhyContent } from "./why-content.tsx";
import styles from "./why.module.css";

interface WhyButtonProps {
  readonly of: Derived;
  /** What it is: "Platform entry". */
  readonly title: string;
  /** The value itself, as a machine reads it. */
  readonly value?: string | undefined;
}

/** The branching sign beside a derived value; opens its reason, answers and sources. */
export function WhyButton({ of: row, title, value }: WhyButtonProps) {
  const [open, setOpen] = useState(false);
  const trigger = (
    <Button kind="quiet" size="small" square aria-label={`Why: ${title}${value === undefined ? "" : ` ${value}`}`} className={styles.button}>
      <Sign name="why" />
    </Button>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger={trigger} heading={title}>
      <WhyContent of={row} value={value} onLeave={() => setOpen(false)} />
    </Popover>
  );
}
