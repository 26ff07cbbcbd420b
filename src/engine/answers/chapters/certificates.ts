import { address, choice } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { loadBalancerKinds } from "../../load-balancers/registry.ts";
import { providers } from "../../providers/registry.ts";
import { infrastructure } from "./infrastructure.ts";
import { loadBalancer } from "./load-balancer.ts";

/** Whether the platform entry gets an address that the internet reaches: a cloud load balancer of a public kind. */
const entryIsPublic = (look: Look): boolean => {
  const master = look.subjects("cluster").find((id) => look(infrastructure.cluster.role, id)?.startsWith("master"));
  const kind = loadBalancerKinds.find(({ id }) => master !== undefined && id === look(loadBalancer.cluster.kind, master));
  if (kind?.addressesFrom !== "provider") return false;
  return providers.find(({ id }) => id === look(infrastructure.cluster.provider, master))?.publicLoadBalancer === true;
};

export const certificates = chapter("certificates", "Certificates", "Who signs the names that browsers ask for.", {
  plan: {
    issuance: choice(
      [
        { value: "supplied", label: "A certificate that your PKI supplies", help: "Renewed by hand; works without internet." },
        { value: "http01", label: "Let's Encrypt by HTTP-01", help: "The entry must be reachable from the internet on TCP 80; no wildcard names." },
        { value: "dns01", label: "Let's Encrypt by DNS-01", help: "No inbound port; cert-manager must be able to change a public zone." },
      ],
      {
        section: "Issuer",
        label: "Where do the certificates come from?",
        short: "Issuance",
        help: "User-cluster API servers have a private CA of their own and need nothing here.",
        source: "kkp.certificates",
        team: "pki",
      },
    ),
    names: choice(
      [
        { value: "listed", label: "Every name listed", help: "The request holds exactly the served names." },
        { value: "wildcard", label: "Wildcards", help: "A wildcard stands for one label; the base domain and each Seed need entries of their own." },
      ],
      {
        section: "Names",
        label: "Which names may the certificate hold?",
        short: "Names in the certificate",
        help: "A certificate wildcard never covers two labels.",
        source: "rfc.9525",
        team: "pki",
        asked: (look): boolean => look(certificates.plan.issuance) === "supplied" || look(certificates.plan.issuance) === "dns01",
      },
    ),
    publicAddress: address({
      section: "Reachability",
      label: "Under which public address does the internet reach the platform entry?",
      short: "Public address of the entry",
      help: "Let's Encrypt connects to it on TCP 80 for every name.",
      source: "letsencrypt.challenges",
      team: "network",
      asked: (look): boolean => look(certificates.plan.issuance) === "http01" && !entryIsPublic(look),
    }),
  },
});
