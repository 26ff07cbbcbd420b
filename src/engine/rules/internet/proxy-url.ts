import { network } from "../../answers/chapters/network.ts";
import type { Reader } from "../../kernel/rule.ts";
import { urlHost } from "../../values/url-host.ts";

/** Where programs find the proxy of a place; a hole stands where nobody has named its address or port yet. */
export function proxyUrl(read: Reader, place: string): string {
  const [address, port] = [read.maybe(network.place.proxyAddress, place), read.maybe(network.place.proxyPort, place)];
  const host = address.kind === "known" ? urlHost(address.value) : `<fill-in: ${network.place.proxyAddress.short}>`;
  return `http://${host}:${port.kind === "known" ? port.value : `<fill-in: ${network.place.proxyPort.short}>`}`;
}
