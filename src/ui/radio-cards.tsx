import { useId, type ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./option-cards.module.css";

export interface Option {
  readonly value: string;
  readonly title: ReactNode;
  /** At most one. */
  readonly chip?: ReactNode;
  /** What choosing it means: help, figures, what it rules out. */
  readonly detail?: ReactNode;
}

interface GroupProps {
  readonly legend?: ReactNode;
  readonly help?: ReactNode;
  /** Id of something that names the group, where no legend is given. */
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** A native group of controls with legend and help. */
export function ControlGroup({ legend, help, labelledBy, describedBy, disabled = false, children }: GroupProps) {
  const id = useId();
  return (
    <fieldset
      className={styles.group}
      disabled={disabled}
      aria-labelledby={labelledBy}
      aria-describedby={[help && `${id}-help`, describedBy].filter(Boolean).join(" ") || undefined}
    >
      {legend && <legend className={styles.legend}>{legend}</legend>}
      {help && (
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
    </fieldset>
  );
}

interface OptionCardProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly option: Option;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Without edges, for short lists whose choices need no figures. */
  readonly plain?: boolean;
}

/** A native radio button or checkbox whose whole card is its label. */
export function OptionCard({ type, name, option, checked, onChange, plain = false }: OptionCardProps) {
  const id = useId();
  return (
    <label className={classes(styles.card, plain && styles.plain)}>
      <input
        type={type}
        name={name}
        value={option.value}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-labelledby={`${id}-title`}
        aria-describedby={option.detail ? `${id}-detail` : undefined}
      />
      <span className={styles.title} id={`${id}-title`}>
        {option.title}
        {option.chip}
      </span>
      {option.detail && (
        <span className={styles.detail} id={`${id}-detail`}>
          {option.detail}
        </span>
      )}
    </label>
  );
}

interface RadioCardsProps extends Omit<GroupProps, "children"> {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly plain?: boolean;
}

/** A radio group; arrows move and choose, as browsers do it. */
export function RadioCards({ options, value, onChange, plain = false, ...group }: RadioCardsProps) {
  const name = useId();
  return (
    <ControlGroup {...group}>
      {options.map((option) => (
        <OptionCard key={option.value} type="radio" name={name} option={option} checked={option.value === value} onChange={() => onChange(option.value)} plain={plain} />
      ))}
    </ControlGroup>
  );
}

interface CheckboxListProps extends Omit<GroupProps, "children"> {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  /** The chosen values in the order of the options. */
  readonly onChange: (values: readonly string[]) => void;
}

/** Checkboxes of which any number may be chosen. */
export function CheckboxList({ options, values, onChange, ...group }: CheckboxListProps) {
  const name = useId();
  return (
    <ControlGroup {...group}>
      {options.map((option) => (
        <OptionCard
          key={option.value}
          type="checkbox"
          name={name}
          option={option}
          checked={values.includes(option.value)}
          onChange={(checked) => onChange(options.map((each) => each.value).filter((each) => (each === option.value ? checked : values.includes(each))))}
          plain
        />
      ))}
    </ControlGroup>
  );
}
