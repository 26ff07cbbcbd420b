import { expect, test } from "vitest";
import { repositoryHost } from "./repository.ts";

test.each([
  ["https://git.example.com/platform/kkp.git", { host: "git.example.com", transport: "https" }],
  ["https://user@Git.Example.com:8443/kkp.git", { host: "git.example.com", transport: "https", port: "8443" }],
  ["http://10.20.0.9/kkp.git", { host: "10.20.0.9", transport: "http" }],
  ["git@git.example.com:platform/kkp.git", { host: "git.example.com", transport: "ssh" }],
  ["ssh://git@git.example.com:2222/platform/kkp.git", { host: "git.example.com", transport: "ssh", port: "2222" }],
  ["github.com/example/kkp", { host: "github.com", transport: "https" }],
  ["git://git.example.com", { host: "git.example.com", transport: "git" }],
  ["none", undefined],
  ["the repository of the platform team", undefined],
  ["platform/kkp", undefined],
])("%s", (text, host) => expect(repositoryHost(text)).toEqual(host));
