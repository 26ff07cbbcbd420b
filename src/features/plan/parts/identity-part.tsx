import { useSession } from "../../../lib/session/index.ts";
import { LongName, RichText } from "../../../plan-ui/rich-text.tsx";
import { count } from "../../../plan-ui/words.ts";
import { NothingInPart } from "../nothing-in-part.tsx";
import { PartHead } from "../part-head.tsx";
import { PlanTable } from "../plan-table.tsx";
import { SettingsTable } from "../settings-table.tsx";

/** Redirect URIs, and what the identity team prepares. */
export function IdentityPart() {
  const { redirectUris, preparations } = useSession().plan.identity;
  const atProvider = redirectUris.filter(({ registeredAt }) => registeredAt === "identity-provider").length;
  return (
    <>
      <PartHead title="Identity">
        {redirectUris.length === 0
          ? <NothingInPart part="identity" />
          : `${count(redirectUris.length, "redirect URI")}; ${atProvider === 0 ? "none has to be registered at your identity source" : `${count(atProvider, "one is", "are")} registered at your identity provider`}.`}
      </PartHead>
      <PlanTable
        title="Redirect URIs"
        rows={redirectUris}
        name={({ purpose }) => purpose}
        value={({ uri }) => uri}
        columns={[
          { key: "uri", title: "URI", text: ({ uri }) => uri, cell: ({ uri }) => <code><LongName text={uri} /></code> },
          { key: "client", title: "Client", text: ({ client }) => client, cell: ({ client }) => <code>{client}</code> },
          { key: "purpose", title: "For", text: ({ purpose }) => purpose },
          { key: "at", title: "Registered at", text: ({ registeredAt, issuerHost }) => issuerHost ?? (registeredAt === "dex" ? "Dex" : "identity provider") },
          { key: "optional", title: "Needed", text: ({ optional }) => (optional ? "only with kubelogin" : "always") },
        ]}
      />
      <PlanTable
        title="To prepare"
        rows={preparations}
        columns={[
          { key: "title", title: "What", text: ({ title }) => title, cell: ({ title }) => <RichText text={title} /> },
          { key: "why", title: "Because", text: ({ why }) => why, cell: ({ why }) => <RichText text={why} /> },
        ]}
      />
      <SettingsTable topic="login" />
    </>
  );
}
