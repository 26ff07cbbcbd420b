import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { useToast } from "../ui/toast.tsx";

/** Puts a text on the clipboard and says so; says what to do instead where the browser does not allow it. */
export function CopyButton({ text, what, label = "Copy" }: { readonly text: string; readonly what: string; readonly label?: string }) {
  const toast = useToast();
  const copy = () => {
    writeText(text).then(
      () => toast({ text: `Copied: ${what}` }),
      () => toast({ text: "This browser does not let the page copy. Select the text and copy it by hand." }),
    );
  };
  return (
    <Button size="small" onClick={copy}>
      <Icon name="copy" /> {label}
    </Button>
  );
}

/** On plain http browsers offer no clipboard. */
async function writeText(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) throw new Error("No clipboard on this page");
  await clipboard.writeText(text);
}
