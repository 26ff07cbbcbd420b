import { parseAddress } from "./address.ts";

/** A host as URLs and `host:port` carry it: an IPv6 address stands in brackets (RFC 3986). */
export const urlHost = (host: string): string => (parseAddress(host)?.family === 6 ? `[${host}]` : host);

/** A host and its port in one, as programs split it: at the last colon, outside brackets (RFC 3986). */
export const hostPort = (host: string, port: number | string): string => `${urlHost(host)}:${port}`;
