import { useId, type ReactNode, type SelectHTMLAttributes } from "react";
import { classes } from "./classes.ts";
import fields from "./field.module.css";
import styles from "./select-field.module.css";

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "className"> {
  readonly label: ReactNode;
  /** Label before the field on the same line, for a switch in a heading. */
  readonly inline?: boolean;
  readonly mono?: boolean;
}

/** A native list of choices with its label; typing finds an entry, also among many. */
export function SelectField({ label, inline = false, mono = false, id, ...rest }: SelectProps) {
  const own = useId();
  const at = id ?? own;
  return (
    <div className={classes(inline ? styles.inline : fields.field, fields.small)}>
      <label className={fields.label} htmlFor={at}>
        {label}
      </label>
      <select {...rest} id={at} className={classes(fields.input, styles.select, inline && styles.compact, mono && fields.mono)} />
    </div>
  );
}
