import { choice } from "./kinds.ts";

/** Who chooses the id by which an issuer knows a client. */
export type ClientIds = "chosen" | "assigned";

/** Asks who chooses the ids of clients at an issuer. */
export const clientIds = ({ section, title, short }: { readonly section: string; readonly title: string; readonly short: string }) =>
  choice<ClientIds>(
    [
      { value: "chosen", label: "Whoever registers the client", help: "Clients get the ids of this plan, as in Keycloak." },
      { value: "assigned", label: "The issuer itself", help: "It makes an id for each client, as Entra ID and Auth0 do; files wait for it." },
    ],
    {
      section,
      label: `Who chooses the ids of clients at ${title}?`,
      short,
      help: "Fields of KKP and of the logins in front of monitoring name clients by their ids.",
      source: "rfc.6749",
      team: "identity",
    },
  );
