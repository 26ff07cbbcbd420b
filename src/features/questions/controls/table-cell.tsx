import type { UseFormRegisterReturn } from "react-hook-form";
import type { Column } from "../../../engine/index.ts";
import { classes } from "../../../ui/classes.ts";
import styles from "./table-control.module.css";

interface TableCellProps {
  readonly column: Column;
  /** Name of the cell: column and row. */
  readonly label: string;
  readonly mono: boolean;
  readonly wrong: boolean;
  readonly errorId: string;
  readonly field: UseFormRegisterReturn;
}

/** One cell of a table: a list for choices, a field for everything else. */
export function TableCell({ column, label, mono, wrong, errorId, field }: TableCellProps) {
  const shared = {
    ...field,
    "aria-label": label,
    "aria-invalid": wrong || undefined,
    "aria-describedby": wrong ? errorId : undefined,
    className: classes(styles.cell, mono && styles.mono),
  };
  if (column.control.type === "choice") {
    return (
      <select {...shared}>
        <option value="">Choose</option>
        {column.control.choices.map(({ value, label: title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    );
  }
  return <input autoComplete="off" spellCheck={false} inputMode={column.control.type === "integer" ? "numeric" : undefined} {...shared} />;
}
