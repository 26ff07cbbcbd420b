export { listed } from "../engine/index.ts";

const SMALL = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"] as const;

/** A figure with thousands separated by commas, the same in every locale; decimals as they come. */
export function figure(value: number | bigint): string {
  const [whole = "", fraction] = String(value).replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${value < 0 ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** A difference with its sign: `+1`, `−24`. */
export function signed(value: number): string {
  return value > 0 ? `+${figure(value)}` : figure(value);
}

/** "1 address", "2 addresses". */
export function count(value: number | bigint, one: string, many = `${one}s`): string {
  return `${figure(value)} ${value === 1 || value === 1n ? one : many}`;
}

/** Like `count`, with a word for small numbers, for the start of a sentence: "Two blockers". */
export function countInWords(value: number, one: string, many = `${one}s`): string {
  return `${SMALL[value] ?? figure(value)} ${value === 1 ? one : many}`;
}

/** Units of which one is not written by leaving out an "s". */
const ONE_OF: Readonly<Record<string, string>> = { addresses: "address", series: "series" };

/** A unit as it follows a figure: "1 zone", "2 zones"; abbreviations such as GiB stay. */
export function unitAfter(value: unknown, unit: string): string {
  return Number(value) === 1 ? (ONE_OF[unit] ?? unit.replace(/s$/, "")) : unit;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026-12-03` as "3 Dec 2026"; other texts stay. */
export function day(iso: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(date)} ${name} ${year}`;
}

/** Ports and ranges with an en dash. */
export function dashed(text: string): string {
  return text.replace(/(\d)-(?=\d)/g, "$1–");
}

/** First letter as a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
