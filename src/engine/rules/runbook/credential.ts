import type { CredentialSecret } from "../../dns-services/dns-service.ts";
import type { Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { thenRemoved } from "../../values/shell.ts";
import { clusterName } from "../basics/platform.ts";
import { applied, folderOf } from "./step.ts";

/** A Secret with a credential out of the secret store. */
export interface Credential extends CredentialSecret {
  readonly namespace: string;
  /** First word of the names of the files that it is made of. */
  readonly files: string;
  /** Its name in the secret store. */
  readonly stored: string;
}

/** Makes the Secret of files that hold one value each, or lines where a webhook or plug-in of the customer names the keys; they go afterwards. */
export function credentialSecret(read: Reader, cluster: string, { name, keys, namespace, files: word, stored }: Credential): { readonly files: string; readonly commands: readonly string[] } {
  const files = keys === undefined ? [`${word}.env`] : Object.keys(keys).map((key) => `${word}-${key}`);
  const paths = files.map((file) => `${folderOf(read, cluster)}/${file}`);
  const from = keys === undefined ? paths.map((path) => `--from-env-file=${path}`) : Object.keys(keys).map((key, at) => `--from-file=${key}=${paths[at] ?? ""}`);
  const told = listed(files.map((file) => `${clusterName(read, cluster)}/${file}`));
  const one = files.length === 1;
  const held = keys === undefined ? `${stored}, one line KEY=value each` : `${one ? "the" : "one"} value of ${stored}${one ? "" : " each"} and nothing else, no newline at the end either`;
  return {
    files: `${told} ${one ? "holds" : "hold"} ${held}; ${one ? "it is" : files.length === 2 ? "both are" : "all are"} deleted afterwards.`,
    commands: [thenRemoved(applied(`kubectl -n ${namespace} create secret generic ${name} ${from.join(" ")}`), paths)],
  };
}

/** What an installed platform has under each key of a Secret. */
export const heldBy = ({ keys, asks = "the webhook" }: CredentialSecret): string => (keys === undefined ? `what ${asks} asks for` : listed(Object.keys(keys)));

/** How a root of the customer's own reaches a program, as the beginning of a sentence whose end says when. */
export const ownRoot = ({ configMap, signsFor }: { readonly configMap: string; readonly signsFor: string }, namespace: string): string =>
  `Where a root of your own signs for ${signsFor}, \`kubectl -n ${namespace} create configmap ${configMap} --from-file=ca.crt\` comes before`;
