import { beforeAll, describe, expect, it } from "vitest";
import { type } from "./fragments.ts";
import { breakLines } from "./lines.ts";
import { plain } from "./simple-text.ts";
import { typefacesFromDisk } from "../../../../tests/support/typefaces.ts";
import type { Typefaces } from "./typefaces.ts";

let typefaces: Typefaces;
beforeAll(async () => {
  typefaces = await typefacesFromDisk();
});

const linesOf = (text: string, width: number) =>
  breakLines(plain(text, type.table, typefaces), width, typefaces).map(({ parts }) => parts.map((part) => (part.kind === "text" ? part.text : "")).join(""));

describe("breakLines", () => {
  it.each([
    ["a sentence between its words", "one two three", 40, ["one two", "three"]],
    ["a name after its signs", "kubermatic-s3-credentials", 80, ["kubermatic-s3-", "credentials"]],
    ["a run of addresses between its ends only", "172.20.10.192–172.20.10.207", 80, ["172.20.10.192–", "172.20.10.207"]],
    ["a host before a long label that fits a line", "docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.example.com", 190, ["docker-images-prod.", "6aa30f8b08e16409b46e0173d6de2f56.", "example.com"]],
    ["a server before its port's number never", "vcenter.example.com:8443", 90, ["vcenter.example.", "com:8443"]],
  ])("breaks %s", (_name, text, width, lines) => expect(linesOf(text, width)).toEqual(lines));
});
