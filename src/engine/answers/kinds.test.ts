import { describe, expect, it } from "vitest";
import { findQuestion } from "./chapters/registry.ts";

describe("a date", () => {
  const read = (day: string) => {
    const result = findQuestion("project.date")!.schema.safeParse(day);
    return result.success ? result.data : result.error.issues.map(({ message }) => message);
  };

  it.each(["2000-01-01", "2026-12-03", "2100-12-31"])("takes %s", (day) => expect(read(day)).toBe(day));

  it.each(["0001-01-01", "1999-12-31", "2101-01-01"])("refuses the year of %s", (day) =>
    expect(read(day)).toEqual([`\`${day}\` lies outside the years 2000 to 2100. Look at the year again.`]),
  );

  it("says once what is no date", () => expect(read("3.12.2026")).toEqual(["`3.12.2026` is no date. Write it like 2026-12-03."]));
});

describe("a path of a URL", () => {
  const read = (path: string) => {
    const result = findQuestion("authentication.externalIssuerPath")!.schema.safeParse(path);
    return result.success ? result.data : result.error.issues.map(({ message }) => message);
  };

  it.each(["/", "/oauth2/default", "/realms/my%20realm", "/a.b~c/d_e-f/"])("takes %s", (path) => expect(read(path)).toBe(path));

  it.each(["oauth2/default", "/my realm", "/a?b", "/a#b", "/50%", ""])("refuses `%s`", (path) =>
    expect(read(path)).toEqual([`\`${path}\` is no path. Write it as it stands behind the host, with its first slash and without blanks: /oauth2/default.`]),
  );

  it("is the same kind for the directory of an ACME server", () => expect(findQuestion("certificates.acmePath")!.schema.safeParse("acme/directory").success).toBe(false));
});

describe("labels of a name", () => {
  const takes = (text: string) => findQuestion("dns.clusters.seedDnsOverwrite")!.schema.safeParse(text).success;

  it.each(["fra", "self.seed"])("are taken from %s", (text) => expect(takes(text)).toBe(true));

  it.each(["", "10.0.0.1", ".seed", "self..seed", "Self.seed", "*.seed"])("are refused in `%s`", (text) => expect(takes(text)).toBe(false));
});

describe("addresses that are taken", () => {
  const read = (text: string) => {
    const result = findQuestion("network.places.usedAddresses")!.schema.safeParse([text]);
    return result.success ? result.data : result.error.issues.map(({ message }) => message);
  };

  it.each([["10.20.0.2", "10.20.0.2"], ["10.20.0.2-10.20.0.9", "10.20.0.2-10.20.0.9"], ["10.20.0.16/29", "10.20.0.16-10.20.0.23"], ["2001:DB8:0::5", "2001:db8::5"]])(
    "are read from %s",
    (text, stored) => expect(read(text)).toEqual([stored]),
  );

  it.each([
    ["printer", "`printer` is neither an address nor a range of them. Write 10.20.0.10, or first and last: 10.20.0.50-10.20.0.220."],
    ["10.20.0.9-10.20.0.2", "`10.20.0.9-10.20.0.2` is neither an address nor a range of them. Write 10.20.0.10, or first and last: 10.20.0.50-10.20.0.220."],
    ["10.0.0.0/15", "`10.0.0.0/15` holds more than 65,536 addresses. Write it below the other networks."],
  ])("are refused in `%s`", (text, message) => expect(read(text)).toEqual([message]));
});

describe("a block of IPv6", () => {
  const read = (text: string) => {
    const result = findQuestion("network.places.nodeNetwork6")!.schema.safeParse(text);
    return result.success ? result.data : result.error.issues.map(({ message }) => message);
  };

  it("is stored in canonical form", () => expect(read("2001:DB8:20:0::/64")).toBe("2001:db8:20::/64"));

  it.each([
    ["10.20.31.0/28", "`10.20.31.0/28` is a block of IPv4. Write one of IPv6, like 2001:db8:20::/64."],
    ["2001:db8::5", "`2001:db8::5` is an address. Add the length of the block, for example 2001:db8::5/24."],
  ])("is not `%s`", (text, message) => expect(read(text)).toEqual([message]));
});
