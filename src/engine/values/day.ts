/**
 * Days of the Gregorian calendar as numbers, counted from 1 January 1970; pure arithmetic, so that a date never depends
 * on a clock or a time zone. After Howard Hinnant's "chrono-compatible low-level date algorithms".
 */
export type DayNumber = number;

const PER_ERA = 146_097;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The number of a day written as `2026-12-03`; undefined for any other text. */
export function parseDay(text: string): DayNumber | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const number = dayNumber(year, month, day);
  return formatDay(number) === text ? number : undefined;
}

function dayNumber(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * PER_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The day of a number, as `2026-12-03`. */
export function formatDay(number: DayNumber): string {
  const days = number + 719_468;
  const era = Math.floor(days / PER_ERA);
  const dayOfEra = days - era * PER_ERA;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** 0 is Monday, 6 is Sunday. */
const weekday = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

/** The day that many working days later; Saturdays and Sundays are skipped, and with 0 a weekend moves to its Monday. */
export function addWorkingDays(day: DayNumber, count: number): DayNumber {
  const on = weekday(day);
  const start = on >= 5 ? day + 7 - on : day;
  const passed = weekday(start) + count;
  return start + count + Math.floor(passed / 5) * 2;
}
