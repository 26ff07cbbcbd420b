import * as z from "zod";
import { parseAddress, formatAddress } from "../values/address.ts";
import { formatBlock, formatRange, networkOf, parseAny, parseBlock, parseRange, sizeOf } from "../values/range.ts";
import { isHostname, isLabel } from "../values/hostname.ts";
import type { Choice, Column, Control, QuestionDefinition } from "./question.ts";
import { looksLikeSecret } from "./secrets.ts";

// The app forbids eval; without this, zod probes for it once and the browser reports a violation.
z.config({ jitless: true });

type Rest<T> = Omit<QuestionDefinition<T>, "control" | "schema">;
type Defined<T> = QuestionDefinition<T>;

const define = <T>(control: Control, schema: z.ZodType<T>, rest: Rest<T>): Defined<T> => ({ control, schema, ...rest });

/** Longest text answer, in characters. */
export const MAX_TEXT = 2000;

const plainText = z
  .string()
  .trim()
  .min(1, "Nothing is written here yet.")
  .max(MAX_TEXT, `At most ${MAX_TEXT} characters fit here.`)
  .refine((text) => !looksLikeSecret(text), {
    error: "This looks like a secret. It was not kept. Write where it is stored instead.",
    params: { secret: true },
  })
  // Control characters cannot be printed; line breaks stay.
  .refine((text) => !/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]/.test(text), "Control characters cannot be printed. Remove them.");

const addressText = z.string().trim().transform((text, context) => {
  const address = parseAddress(text);
  if (address) return formatAddress(address);
  context.addIssue({ code: "custom", message: `\`${text}\` is no IP address. Write it like 10.20.0.10.` });
  return z.NEVER;
});

const blockText = z.string().trim().transform((text, context) => {
  const block = parseBlock(text);
  if (block) return formatBlock(block);
  context.addIssue({ code: "custom", message: blockProblem(text) });
  return z.NEVER;
});

const rangeText = z.string().trim().transform((text, context) => {
  const range = parseRange(text);
  if (range) return formatRange(range);
  context.addIssue({ code: "custom", message: `\`${text}\` is no range. Write first and last address: 10.20.0.50-10.20.0.220.` });
  return z.NEVER;
});

/** Most addresses of one range that is stated as taken; what is larger is a network of its own. */
const MOST_TAKEN = 65_536n;

const takenText = z.string().trim().transform((text, context) => {
  const range = parseAny(text);
  if (range && sizeOf(range) <= MOST_TAKEN) return formatRange(range);
  context.addIssue({
    code: "custom",
    message: range ? `\`${text}\` holds more than 65,536 addresses. Write it below the other networks.` : `\`${text}\` is neither an address nor a range of them. Write 10.20.0.10, or first and last: 10.20.0.50-10.20.0.220.`,
  });
  return z.NEVER;
});

const hostnameText = z
  .string()
  .trim()
  .toLowerCase()
  .refine(isHostname, { error: (issue) => `\`${String(issue.input)}\` is no DNS name. Use letters, digits and hyphens in labels joined by dots.` });

const labelText = z
  .string()
  .trim()
  .refine(isLabel, { error: (issue) => `\`${String(issue.input)}\` is no DNS label. Use lower-case letters, digits and hyphens, at most 63.` });

const labelsText = z
  .string()
  .trim()
  .refine((text) => text.length <= 253 && parseAddress(text) === undefined && text.split(".").every(isLabel), { error: (issue) => `\`${String(issue.input)}\` is neither a DNS label nor several with full stops between. Use lower-case letters, digits and hyphens, at most 63 for each.` });

const hostText = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => parseAddress(text) !== undefined || isHostname(text), {
    error: (issue) => `\`${String(issue.input)}\` is neither an IP address nor a DNS name.`,
  });

/** What RFC 3986 lets a path consist of. */
const PATH = /^\/(?:[\w.~!$&'()*+,;=:@/-]|%[\da-fA-F]{2})*$/;

const pathText = z
  .string()
  .trim()
  .refine((text) => PATH.test(text) && text.length <= MAX_TEXT, {
    error: (issue) => `\`${String(issue.input)}\` is no path. Write it as it stands behind the host, with its first slash and without blanks: /oauth2/default.`,
  });

function blockProblem(text: string): string {
  const network = networkOf(text);
  if (network) return `\`${text}\` lies inside \`${formatBlock(network)}\`. Write the block itself.`;
  const [address = "", prefix] = text.split("/");
  const parsed = parseAddress(address);
  if (parsed && prefix === undefined) return `\`${text}\` is an address. Add the length of the block, for example ${address}/24.`;
  if (parsed) return `\`${text}\` is no block: the length ends at ${parsed.family === 4 ? 32 : 128}.`;
  return `\`${text}\` is no block. Write it like 10.20.30.0/28.`;
}

/** Free text on one line. */
export const text = (rest: Rest<string>): Defined<string> =>
  define({ type: "text" }, plainText.refine((value) => !value.includes("\n"), "This answer has one line."), rest);
/** Free text, several lines allowed. */
export const multiline = (rest: Rest<string>): Defined<string> => define({ type: "text", multiline: true }, plainText, rest);
/** A DNS name of at least two labels. */
export const hostname = (rest: Rest<string>): Defined<string> => define({ type: "text", mono: true }, hostnameText, rest);
/** One DNS label. */
export const label = (rest: Rest<string>): Defined<string> => define({ type: "text", mono: true }, labelText, rest);
/** One DNS label, or several with full stops between. */
export const labels = (rest: Rest<string>): Defined<string> => define({ type: "text", mono: true }, labelsText, rest);
/** An IP address or a DNS name. */
export const host = (rest: Rest<string>): Defined<string> => define({ type: "text", mono: true }, hostText, rest);
/** The path of a URL, with its first slash; RFC 3986, section 3.3. */
export const urlPath = (rest: Rest<string>): Defined<string> => define({ type: "text", mono: true }, pathText, rest);
/** One IP address, stored in canonical form. */
export const address = (rest: Rest<string>): Defined<string> => define({ type: "address" }, addressText, rest);
/** A block in CIDR notation, stored in canonical form. */
export const block = (rest: Rest<string>): Defined<string> => define({ type: "block" }, blockText, rest);
/** A block of IPv6 in CIDR notation, stored in canonical form. */
export const block6 = (rest: Rest<string>): Defined<string> =>
  define(
    { type: "block", family: 6 },
    blockText.refine((text) => parseBlock(text)?.family === 6, { error: (issue) => `\`${String(issue.input)}\` is a block of IPv4. Write one of IPv6, like 2001:db8:20::/64.` }),
    rest,
  );
/** A range of addresses, stored as `first-last`. */
export const range = (rest: Rest<string>): Defined<string> => define({ type: "range" }, rangeText, rest);
/** A day as `2026-12-03`, in the years 2000 to 2100. */
export const date = (rest: Rest<string>): Defined<string> =>
  define(
    { type: "date" },
    z.iso
      .date({ error: (issue) => `\`${String(issue.input)}\` is no date. Write it like 2026-12-03.`, abort: true })
      .refine((day) => day >= "2000-01-01" && day <= "2100-12-31", { error: (issue) => `\`${String(issue.input)}\` lies outside the years 2000 to 2100. Look at the year again.` }),
    rest,
  );
/** A whole number between two bounds, with its unit. */
export const integer = (bounds: { min: number; max: number; unit?: string }, rest: Rest<number>): Defined<number> =>
  define(
    { type: "integer", ...bounds },
    z
      .int("Write a whole number.")
      .min(bounds.min, `The smallest number here is ${bounds.min}.`)
      .max(bounds.max, `The largest number here is ${bounds.max}.`),
    rest,
  );
/** Yes or no, with words for both. */
export const yesNo = (words: { yes: string; no: string }, rest: Rest<boolean>): Defined<boolean> =>
  define({ type: "yes-no", ...words }, z.boolean(), rest);
/** One of a closed list. */
export const choice = <const V extends string>(choices: readonly (Choice & { readonly value: V })[], rest: Rest<V>): Defined<V> =>
  define({ type: "choice", choices }, oneOf<V>(choices), rest);
/** Any number of a closed list, stored in the list's order, without repeats. */
export const choices = <const V extends string>(list: readonly (Choice & { readonly value: V })[], rest: Rest<readonly V[]>): Defined<readonly V[]> =>
  define(
    { type: "choices", choices: list },
    z.array(oneOf<V>(list)).transform((chosen) => list.map(({ value }) => value).filter((value) => chosen.includes(value))),
    rest,
  );
/** Several addresses. */
export const addresses = (rest: Rest<readonly string[]>): Defined<readonly string[]> =>
  define({ type: "list", of: "address" }, z.array(addressText).min(1, "Write at least one address."), rest);
/** Several blocks in CIDR notation. */
export const blocks = (rest: Rest<readonly string[]>): Defined<readonly string[]> =>
  define({ type: "list", of: "block" }, z.array(blockText).min(1, "Write at least one block."), rest);
/** Several blocks in CIDR notation; an empty list says that there are none, or what `none` says in its place. */
export const blocksOrNone = (rest: Rest<readonly string[]>, none?: string): Defined<readonly string[]> =>
  define({ type: "list", of: "block", ...(none === undefined ? {} : { none }) }, z.array(blockText), rest);
/** Several ranges of addresses, each stored as `first-last`; an empty list says that there are none. */
export const rangesOrNone = (rest: Rest<readonly string[]>): Defined<readonly string[]> =>
  define({ type: "list", of: "range" }, z.array(rangeText), rest);
/** Addresses that somebody has, alone, as ranges or as blocks, each stored as one address or as `first-last`; an empty list says that there are none. */
export const takenOrNone = (rest: Rest<readonly string[]>): Defined<readonly string[]> =>
  define({ type: "list", of: "range" }, z.array(takenText), rest);
/** Several hosts, each an address or a DNS name. */
export const hosts = (rest: Rest<readonly string[]>): Defined<readonly string[]> =>
  define({ type: "list", of: "host" }, z.array(hostText).min(1, "Write at least one address or name."), rest);
/** Several hosts; an empty list says that there are none. */
export const hostsOrNone = (rest: Rest<readonly string[]>): Defined<readonly string[]> =>
  define({ type: "list", of: "host" }, z.array(hostText), rest);
/** Several texts. */
export const texts = (rest: Rest<readonly string[]>): Defined<readonly string[]> =>
  define({ type: "list", of: "text" }, z.array(plainText).min(1, "Write at least one line."), rest);
/** A reference to a subject by id; whether it exists is a check, not a form error. */
export const subject = (kind: "place" | "cluster" | "datacenter", rest: Rest<string>): Defined<string> =>
  define({ type: "subject", kind }, z.string().regex(SUBJECT_ID, "Choose one of the list."), rest);

/** Ids of places, platform clusters and datacenters: they stand in paths, so they hold no dot. */
export const SUBJECT_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

function oneOf<V extends string>(choices: readonly { readonly value: V; readonly label: string }[]): z.ZodType<V> {
  const values = choices.map(({ value }) => value);
  return z.enum(values as [V, ...V[]], {
    error: (issue) => `\`${String(issue.input)}\` is not offered here. Choose ${values.map((value) => `\`${value}\``).join(", ")}.`,
  });
}

/** The schemas a table's columns are made of. */
export const cells = { text: plainText, address: addressText, block: blockText, hostname: hostnameText, asn: z.int("Write a whole number.").min(1, "AS numbers start at 1.").max(4294967294, "AS numbers end at 4294967294.") };

/** A table: one answer made of rows. */
export const table = <S extends z.ZodObject>(
  row: S,
  columns: readonly Column[],
  rest: Rest<readonly z.output<S>[]>,
): Defined<readonly z.output<S>[]> =>
  define({ type: "table", columns }, z.array(row) as unknown as z.ZodType<readonly z.output<S>[]>, rest);
