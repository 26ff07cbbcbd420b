import { useRef } from "react";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import styles from "./start-page.module.css";

/** Opens the browser's own file chooser. */
export function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className={styles.chooser}
        type="file"
        accept=".yaml,.yml,.json,application/yaml,application/json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file can be chosen again after it was changed outside.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button size="large" onClick={() => input.current?.click()}>
        <Icon name="file" />
        Open a plan file
      </Button>
    </>
  );
}
