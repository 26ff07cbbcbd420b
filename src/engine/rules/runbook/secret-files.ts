import { quote } from "../../values/shell.ts";
import { PROVIDERS } from "./mirror.ts";

/** Files of an installation, by kind: what Git takes. Whatever else lies in a working copy is made anew, or comes from the secret store. */
const KINDS = ["*.yaml", "*.yml", "*.tf", "*.tfvars", "*.tpl", "*.sh", "*.toml", "*.crt", "*.pem", "*.pub", "*.md", ".gitattributes", ".gitignore", ".terraform.lock.hcl", "control-planes", "api-machine", "jump"] as const;

/** Names of files that steps, KubeOne and Terraform write from a secret, and of those that hold one for a command; only some are of a kind above. */
const SECRETS = ["*.tar.gz", "*kubeconfig*", "*.jwt", "*.key", "*.env", "*.tfstate*", "tf.json", "tfplan", "credentials.yaml", "presets.yaml", "*-secrets.yaml"] as const;

/** Folders of what is loaded. */
const LOADED = [".terraform/", `${PROVIDERS}/`, "binaries/"] as const;

/** Lines that keep out of Git all but files of an installation, in the order in which Git reads them: the last one that fits decides. */
export const excluded: readonly string[] = ["*", "!*/", ...KINDS.map((kind) => `!${kind}`), ...SECRETS, ...LOADED];

const asPattern = (name: string): string => `${name.startsWith("*") ? "" : "(^|/)"}${name.replace(/^\*/, "").replace(/\*$/, "").replaceAll(".", "\\.")}${name.endsWith("*") ? "" : "$"}`;

/** Patterns as arguments of their own: a printed page goes on below between two of them, and cuts none. */
const anyOf = (patterns: readonly string[]): string => patterns.map((pattern) => `-e ${quote(pattern)}`).join(" ");

/** Prints names of such files among those that are staged, whatever let them in. */
export const stagedNames = `git diff --cached --name-only --diff-filter=d | grep -E ${anyOf(SECRETS.map(asPattern))}`;

/** Keys, tokens and logins of a registry in the clear, or as base64 writes their first letters. */
const FORMS = ["PRIVATE KEY", "LS0tLS1CRUdJTiB[^D]", "client-key-data", "eyJh[bd]", '"auths"', "[$]2[aby][$]"] as const;

/** Keys of values and kubeconfigs whose value is a secret, where it is no placeholder. */
const KEYS = ["token", "[Pp]assword", "bindPW", "[Cc]lient_?[Ss]ecret", "[^A-Za-z]secret", "accessKey", "encryption_key"] as const;

/** What stands behind such a key, or in such a form, and is none: a value that SOPS has closed, and one that nothing reads. */
const NONE = "ENC\\[|not-in-use";

/** Prints lines with a secret among those that are staged, as they go into Git and not as a filter shows them. */
export const stagedSecrets = `git diff --cached --no-textconv -U0 | grep '^[+]' | grep -E ${anyOf([...FORMS, ...KEYS.map((key) => `${key}"?: *[^<{A-Za-z0-9]?[A-Za-z0-9/$]`)])} | grep -vE ${quote(NONE)}`;
