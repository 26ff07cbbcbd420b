import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";

type Theme = "light" | "dark";

/** Switches between the light and the dark scheme. */
export function ThemeButton({ theme, onChoose }: { readonly theme: Theme; readonly onChoose: (theme: Theme) => void }) {
  const next = theme === "dark" ? "light" : "dark";
  return (
    <Button kind="quiet" square aria-label={`Use the ${next} scheme`} title={`Use the ${next} scheme`} onClick={() => onChoose(next)}>
      <Icon name={theme === "dark" ? "sun" : "moon"} />
    </Button>
  );
}
