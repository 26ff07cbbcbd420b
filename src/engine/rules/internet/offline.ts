import { mirrors } from "../../answers/chapters/mirrors.ts";
import { network } from "../../answers/chapters/network.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { hostPort, urlHost } from "../../values/url-host.ts";

/** Places whose machines reach nothing on the internet; not applicable where there are none. */
export const offlinePlaces = rule<readonly string[]>({
  id: "internet.offline-places",
  title: "Places without internet",
  per: "plan",
  sources: ["kkp.offline"],
  derive: (read) => {
    const places = read.subjects("place").filter((place) => read.optional(network.place.internet, place) === "offline");
    return places.length > 0 ? places : read.notApplicable("Every place reaches the internet, directly or through a proxy.");
  },
});

/** Whether the release is carried in, its images and charts to a private registry: as soon as one place reaches nothing on the internet. */
export const releaseIsCarried = (read: Reader): boolean => read.optionalRule(offlinePlaces) !== undefined;

/** Whether no place leads the whole platform to a private registry; false also while one has not said how it reaches the internet. */
export const pullsFromInternet = rule<boolean>({
  id: "internet.platform-pulls",
  title: "Whether the platform pulls from the internet",
  per: "plan",
  sources: ["kkp.proxy-allow-list"],
  derive: (read) =>
    read.subjects("place").every((place) => {
      const way = read.maybe(network.place.internet, place);
      return way.kind === "known" && way.value !== "offline";
    }),
});

/** What comes after the registry in the name of an image or of a repository of charts, with its slash: mirrors keep it. */
export const pathOf = (name: string): string => name.slice(name.indexOf("/"));

/** The private registry as image names carry it: with its port unless that is the one of HTTPS. */
export function registryName(read: Reader): Value<string> {
  const [host, port] = [read.maybe(mirrors.plan.mirrorRegistry), read.maybe(mirrors.plan.mirrorPort)];
  if (host.kind !== "known") return host;
  if (port.kind !== "known") return port;
  return known(port.value === 443 ? urlHost(host.value) : hostPort(host.value, port.value));
}

/** The private registry as sentences and commands carry it while it may be open. */
export const registryInWords = (read: Reader): string => {
  const name = registryName(read);
  return name.kind === "known" ? name.value : "<private registry>";
};
