import type { ConnectorField } from "./connector.ts";

/** Fields by which Dex names itself to a provider that sends browsers back: its client, the secret of it, and its callback. */
export const clientFields = (client: string): readonly ConnectorField[] => [
  { field: "clientID", value: `<fill-in: id of the ${client}>`, why: "The provider knows Dex by it, and hands tokens to registered clients only.", broughtBy: "client" },
  { field: "clientSecret", value: "{secret}", why: `By it the provider knows that the call for a token comes from the ${client} that it has registered.`, broughtBy: "client" },
  { field: "redirectURI", value: "{callback}", why: "The provider sends browsers back there; Dex refuses a login where this differs from its own callback, and the provider where it is not registered." },
];
