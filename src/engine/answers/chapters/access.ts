import { repositoryHost } from "../../values/repository.ts";
import { blocksOrNone, choice, host, text, yesNo } from "../kinds.ts";
import { portOfServer } from "../port-of-server.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";

/** Whether a cluster is worked on from the bastion of its own place: it holds the master, or KubeOne makes its machines. */
const worked = (look: Look, cluster: string): boolean => {
  const provisioning = look(infrastructure.cluster.provisioning, cluster);
  return look(infrastructure.cluster.role, cluster) !== "seed" || provisioning === undefined || provisioning === "kubeone";
};

export const access = chapter("access", "Access", "How the installing engineers work, and where configuration and secrets live.", {
  plan: {
    bastion: yesNo(
      { yes: "Through a bastion", no: "Directly" },
      {
        section: "Way in",
        label: "How do the installing engineers reach the machines?",
        short: "Way in",
        help: "SSH to KubeOne nodes and TCP 6443 to their API start there. Directly, KubeOne dials on clouds public addresses, or a bastion, that its Terraform example makes.",
        source: "kubeone.infrastructure",
        team: "security",
      },
    ),
    userNetworks: blocksOrNone({
      section: "Way in",
      label: "From which networks only are users let in?",
      short: "Limits on where users come from",
      help: "Source of every firewall row that begins with users: offices, VPN, or the addresses that a gateway puts in their place.",
      example: "10.0.0.0/8",
      source: "kkp.ports",
      team: "security",
      productDefault: { value: [], sentence: "Nothing in KKP limits where users come from, so firewall rows from users name no network.", source: "kkp.ports" },
    }, "From everywhere"),
    repository: text({
      section: "Configuration",
      label: "Which Git repository holds the configuration?",
      short: "Git repository",
      help: "Everything but secrets is kept there. Without one, write `none`.",
      source: "kkp.setup-checklist",
      team: "platform",
      server: { title: "Git", dialledBy: [], host: (answer) => repositoryHost(answer)?.host },
    }),
    secretStore: choice(
      [
        { value: "vault", label: "HashiCorp Vault", help: "Secrets are fetched when they are needed." },
        { value: "sops", label: "SOPS in the repository", help: "Encrypted files beside the configuration." },
        { value: "git-crypt", label: "git-crypt in the repository", help: "Encrypted files beside the configuration." },
        { value: "other", label: "Another store" },
      ],
      {
        section: "Configuration",
        label: "Where are secrets kept?",
        short: "Secret store",
        help: "The plan never holds a secret, only where it is stored.",
        source: "kkp.setup-checklist",
        team: "security",
      },
    ),
    vaultAddress: host({
      section: "Configuration",
      label: "Under which name or address is Vault reached?",
      short: "Address of Vault",
      help: "The installing engineers fetch credentials from it.",
      example: "vault.example.com",
      source: "hashicorp.vault",
      team: "security",
      server: { title: "Vault", dialledBy: [] },
      asked: (look): boolean => look(access.plan.secretStore) === "vault",
    }),
    vaultPort: portOfServer({
      section: "Configuration",
      title: "Vault",
      port: 8200,
      sentence: "Vault listens on TCP 8200 unless its listener is set up otherwise.",
      help: "The firewall opens it; 443 where a proxy stands before it.",
      source: "hashicorp.vault-listener",
      team: "security",
      asked: (look): boolean => look(access.plan.secretStore) === "vault",
    }),
  },
  place: {
    bastionAddress: host({
      section: "Way in",
      label: "Under which name or address is this place's bastion reached?",
      short: "Address of the bastion",
      help: "The only machine that needs SSH to the nodes. Files of KubeOne's examples on clouds are changed so that it dials no public address and no bastion of theirs.",
      example: "bastion.example.com",
      source: "kubeone.infrastructure",
      team: "security",
      // Nodes answer it, and their answers go where their own ranges lead.
      server: { title: "Bastion", dialledBy: ["platform"], nodesAlone: true },
      asked: (look, place): boolean =>
        look(access.plan.bastion) === true && look.subjects("cluster").some((id) => look(infrastructure.cluster.place, id) === place && worked(look, id)),
    }),
  },
});
