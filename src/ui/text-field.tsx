import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes } from "react";
import { classes } from "./classes.ts";
import styles from "./field.module.css";
import { Sign } from "./signs.tsx";

interface FieldProps {
  readonly label: ReactNode;
  /** Keep the label for those who listen only; something else on the screen says it. */
  readonly labelHidden?: boolean;
  readonly help?: ReactNode;
  /** What is wrong with the text, as a sentence that says the remedy. */
  readonly error?: ReactNode;
  /** For addresses, names, ports: what a machine will read. */
  readonly mono?: boolean;
  /** Label in the small type of a form inside a card. */
  readonly small?: boolean;
}

function describe(id: string, help: ReactNode, error: ReactNode, more: string | undefined): string | undefined {
  return [help && `${id}-help`, error && `${id}-error`, more].filter(Boolean).join(" ") || undefined;
}

function Around({ id, label, labelHidden, help, error, small, children }: Omit<FieldProps, "mono"> & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={classes(styles.field, small && styles.small)}>
      {!labelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      {help && (
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The sentence below a field that says what is wrong with its text. */
export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className={styles.error} id={id}>
      <Sign name="blocker" />
      <span>{children}</span>
    </p>
  );
}

/** What ties a control to its label, help and error; both kinds of it look alike. */
const tied = (id: string, { label, labelHidden, help, error, mono }: FieldProps, more: string | undefined) => ({
  id,
  className: classes(styles.input, mono && styles.mono),
  "aria-label": labelHidden && typeof label === "string" ? label : undefined,
  "aria-invalid": error ? true : undefined,
  "aria-describedby": describe(id, help, error, more),
});

type InputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "className"> & { readonly ref?: Ref<HTMLInputElement> };

/** One line of text with its label, help and error tied to it. */
export function TextField({ label, labelHidden = false, help, error, mono = false, small = false, id, ...rest }: InputProps) {
  const own = useId();
  const at = id ?? own;
  return (
    <Around id={at} {...{ label, labelHidden, help, error, small }}>
      <input
        autoComplete="off"
        spellCheck={false}
        {...rest}
        {...tied(at, { label, labelHidden, help, error, mono }, rest["aria-describedby"])}
      />
    </Around>
  );
}

type AreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className"> & { readonly ref?: Ref<HTMLTextAreaElement> };

/** Several lines of text with label, help and error tied to it. */
export function TextArea({ label, labelHidden = false, help, error, mono = false, small = false, id, ...rest }: AreaProps) {
  const own = useId();
  const at = id ?? own;
  return (
    <Around id={at} {...{ label, labelHidden, help, error, small }}>
      <textarea
        autoComplete="off"
        {...rest}
        {...tied(at, { label, labelHidden, help, error, mono }, rest["aria-describedby"])}
      />
    </Around>
  );
}
