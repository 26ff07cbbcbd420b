import { expect, it } from "vitest";
import { utf8TextOf } from "./utf8-text.ts";

it.each([
  ["UTF-8", [77, 0xc3, 0xbc], "Mü"],
  ["UTF-8 with a byte order mark", [0xef, 0xbb, 0xbf, 77], "M"],
  ["Latin-1", [77, 0xfc, 108], undefined],
  ["UTF-16", [0xff, 0xfe, 77, 0], undefined],
])("%s", async (_case, bytes, text) => expect(await utf8TextOf(new Blob([new Uint8Array(bytes)]))).toBe(text));
