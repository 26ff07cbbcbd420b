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
  const [open, setOpen] = useState<boolean | "never">("never");
  const look = { kind: "quiet", size: "small", square: true, className: styles.button, "aria-label": `Why: ${title}${value === undefined ? "" : ` ${value}`}` } as const;
  // Tables hold thousands of these; the popover is made when it is first asked for.
  if (open === "never") {
    return (
      <Button {...look} aria-haspopup="dialog" aria-expanded={false} onClick={() => setOpen(true)}>
        <Sign name="why" />
      </Button>
    );
  }
  const trigger = (
    <Button {...look}>
      <Sign name="why" />
    </Button>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger={trigger} heading={title}>
      <WhyContent of={row} value={value} onLeave={() => setOpen(false)} />
    </Popover>
  );
}
