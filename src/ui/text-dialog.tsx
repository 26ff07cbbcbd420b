import { useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./text-field.tsx";
import styles from "./text-dialog.module.css";

interface TextDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  /** Words of the button: verb and object. */
  readonly action: string;
  readonly onDone: (text: string) => void;
}

/** Asks for one short text. */
export function TextDialog({ open, onClose, title, ...form }: TextDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <TextForm {...form} onClose={onClose} />
    </Dialog>
  );
}

function TextForm({ label, initial, action, onDone, onClose }: Omit<TextDialogProps, "open" | "title">) {
  const [text, setText] = useState(initial);
  const trimmed = text.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed === "") return;
        onDone(trimmed);
        onClose();
      }}
    >
      <TextField label={label} small value={text} maxLength={120} onChange={(event) => setText(event.target.value)} autoFocus onFocus={(event) => event.target.select()} />
      <Button type="submit" kind="primary" disabled={trimmed === ""}>
        {action}
      </Button>
    </form>
  );
}
