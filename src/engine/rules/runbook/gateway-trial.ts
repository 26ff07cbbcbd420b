import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { quote } from "../../values/shell.ts";
import { gatewayOf, serviceOf } from "../basics/entry-names.ts";
import { applied } from "./step.ts";

/** Waits until the Gateway of an entry is there and until its certificates are, and keeps its address for `askedUnder`. */
export function readyGateway(read: Reader, entry: PlatformEntry, address: Value<string> | undefined, certificates: readonly string[]): readonly string[] {
  const { namespace = "", name = "" } = gatewayOf(read, entry) ?? {};
  const told = address?.kind === "known" ? quote(address.value) : `"$(kubectl -n ${quote(namespace)} get gateway ${quote(name)} -o jsonpath='{.status.addresses[0].value}')"`;
  return [`kubectl -n ${quote(namespace)} wait ${quote(`gateway/${name}`)} --for=condition=Programmed --timeout=5m`, ...certificates, `ADDRESS=${told}`];
}

/** Waits until cert-manager has filled a Secret. */
export const certificateReady = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  `kubectl -n ${quote(namespace)} wait ${quote(`certificate/${name}`)} --for=condition=Ready --timeout=15m`;

/** The certificate with which NGINX serves, put beside a Gateway; cert-manager writes over it when the new one is there. */
export function servingMeanwhile(namespace: string, secret: string, from: { readonly namespace: string; readonly name: string }): string {
  const part = (key: string) => `<(kubectl -n ${quote(from.namespace)} get secret ${quote(from.name)} -o jsonpath='{.data.tls\\.${key}}' | base64 -d)`;
  return applied(`kubectl -n ${quote(namespace)} create secret tls ${quote(secret)} --cert=${part("crt")} --key=${part("key")}`);
}

/** Asks an entry under names before what stands in front of the nodes leads to it: through the API of its cluster, which the workplace reaches anyway. */
export function askedBehindFront(read: Reader, entry: PlatformEntry, certificates: readonly string[], hosts: readonly string[], flags: string): readonly string[] {
  const { namespace = "", name = "" } = gatewayOf(read, entry) ?? {};
  const service = serviceOf(read, entry);
  const at = `kubectl -n ${quote(service.namespace)}`;
  return [
    `kubectl -n ${quote(namespace)} wait ${quote(`gateway/${name}`)} --for=condition=Programmed --timeout=5m`,
    ...certificates,
    `SERVICE=$(${at} get services -o name | grep ${quote(service.name.replace("<suffix>", ""))} | head -n 1)`,
    `${at} port-forward "$SERVICE" 8443:443 >/dev/null & FORWARD=$!`,
    "sleep 3",
    ...hosts.map((host) => `curl -${flags} --connect-to ${host}:443:127.0.0.1:8443 https://${host} | head -n 1`),
    'kill "$FORWARD"',
  ];
}

/**
 * Asks the entry at `$ADDRESS` under a name, whatever the records say.
 * @param host As the shell takes it.
 * @param suffix Port of the URL with its colon; empty for 443.
 * @param flags Of curl.
 */
export function askedUnder(host: string, suffix: string, flags: string): string {
  const port = (suffix || ":443").slice(1);
  return `curl -${flags} --connect-to ${host}:${port}:"$ADDRESS":${port} https://${host}${suffix} | head -n 1`;
}
