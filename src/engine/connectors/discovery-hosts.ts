import { hostsOrNone } from "../answers/kinds.ts";

/** The question for hosts beside the issuer's own that its discovery document names; `issuer` is how a sentence calls it. */
export const discoveryHosts = ({ section, issuer, short }: { readonly section: string; readonly issuer: string; readonly short: string }) =>
  hostsOrNone({
    section,
    label: `Which other hosts does the discovery document of ${issuer} name?`,
    short,
    help: "See its URLs in `curl https://<issuer>/.well-known/openid-configuration`. The firewall and proxies must let through all that are not the issuer's own host.",
    example: "example.auth.eu-central-1.amazoncognito.com",
    source: "openid.discovery",
    team: "identity",
    server: { title: "Endpoint of the issuer", dialledBy: ["platform"] },
  });
