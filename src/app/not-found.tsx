import { useDocumentTitle } from "../lib/document-title.ts";
import { START } from "../lib/routes.ts";
import { LinkButton } from "../ui/button.tsx";
import { Message } from "./message.tsx";

/** Said instead of a page that does not exist, with the way out. */
export function NotFound({ what }: { readonly what: string }) {
  useDocumentTitle("Nothing here");
  return (
    <Message>
      <h1 tabIndex={-1}>Nothing here</h1>
      <p>{what}</p>
      <LinkButton kind="primary" href={START}>
        Go to the start page
      </LinkButton>
    </Message>
  );
}
