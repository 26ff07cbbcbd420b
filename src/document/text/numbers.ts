/** A number for people: thousands apart by commas, a real minus sign; `2768` → `2,768`. */
export function formatNumber(value: number): string {
  const [whole = "", fraction] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${value < 0 ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A number as it reads in a sentence: in words up to twelve. */
export const countInWords = (value: number): string => WORDS[value] ?? formatNumber(value);

/** The text with a capital first letter. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ranges with an en dash: `30000-32767` → `30000–32767`. Names with hyphens stay as they are. */
export const withDashes = (text: string): string => text.replace(/(?<![\w.:-])([\d.]+|[\da-f:]+:[\da-f:]*)-([\d.]+|[\da-f:]+:[\da-f:]*)(?![\w.:-])/g, "$1–$2");

/** Minutes as people say them: `1440` → `1 day`, `400` → `6 h 40 min`. */
export function formatMinutes(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), minutes >= 2880 ? "days" : "day"],
    [Math.floor((minutes % 1440) / 60), "h"],
    [minutes % 60, "min"],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return said.length > 0 ? said.join(" ") : "0 min";
}
