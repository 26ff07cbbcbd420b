import { parseAddress } from "./address.ts";
import { isHostname } from "./hostname.ts";

/** Ways in which Git reaches a repository. */
export type GitTransport = "https" | "http" | "ssh" | "git";

/** Machine that serves a repository, how Git reaches it, and a port where one is written. */
export interface RepositoryHost {
  readonly host: string;
  readonly transport: GitTransport;
  readonly port?: string;
}

const URL_FORM = /^(https?|ssh|git):\/\/(?:[^@/\s]*@)?([^/:\s]+)(?::(\d+))?(?:\/|$)/i;
const SHORT_FORM = /^[^@/\s]+@([^:/\s]+):/;
const BARE_FORM = /^([^/:\s@]+)(?::(\d+))?\//;

/**
 * Host of a Git repository as people write it; undefined where the text names none.
 * @example repositoryHost("git@git.example.com:platform/kkp.git") // { host: "git.example.com", transport: "ssh" }
 */
export function repositoryHost(text: string): RepositoryHost | undefined {
  const url = URL_FORM.exec(text);
  if (url) return named(url[2], (url[1]?.toLowerCase() ?? "https") as GitTransport, url[3]);
  const short = SHORT_FORM.exec(text);
  if (short) return named(short[1], "ssh", undefined);
  const bare = BARE_FORM.exec(text);
  return bare ? named(bare[1], "https", bare[2]) : undefined;
}

/**
 * The same repository over HTTPS, as services on the internet serve it; undefined where the text names none.
 * @example overHttps("git@github.com:corp/kkp.git") // "https://github.com/corp/kkp.git"
 */
export function overHttps(text: string): string | undefined {
  const found = repositoryHost(text);
  const path = text.replace(URL_FORM, "").replace(SHORT_FORM, "").replace(/^\/+/, "");
  return found === undefined || path === text ? undefined : `https://${found.host}/${path}`;
}

function named(host: string | undefined, transport: GitTransport, port: string | undefined): RepositoryHost | undefined {
  const name = host?.toLowerCase() ?? "";
  if (!isHostname(name) && parseAddress(name) === undefined) return undefined;
  return { host: name, transport, ...(port === undefined ? {} : { port }) };
}
