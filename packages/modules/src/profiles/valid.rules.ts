// What a fact of a kind may be: a day of birth is a day that has been, an address of mail one that mail reaches. Pure.
import { normalEmail } from "@somlos/rules/identifiers";

const OLDEST_YEARS = 130;
const DAY_MS = 86_400_000;
/** A day begins a day earlier somewhere on earth. */
const EARLY_MS = DAY_MS;
const TIME = /[t ]\d{1,2}:\d{2}.*$/i;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/;

/** Undefined: no such day in any calendar. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? at : undefined;
}

/** A day and a month are read either way round, as people write them; a month may be a word, and the year may be left out. */
function isBirthday(value: unknown, now: number): boolean {
  const raw = typeof value === "number" ? String(value) : value;
  if (typeof raw !== "string" || raw.length > 40) return false;
  const text = raw.trim().replace(TIME, "");
  const numbers = (PACKED.exec(text)?.slice(1) ?? text.match(/\d+/g) ?? []).map(Number);
  const thisYear = new Date(now).getUTCFullYear();
  const years = numbers.filter((one) => one > 31);
  const [a = 0, b] = numbers.filter((one) => one <= 31);
  const [year = 1972] = years; // that had every day
  if (years.length > 1 || numbers.length > 3 || year < thisYear - OLDEST_YEARS) return false;
  if (b === undefined) return years.length === 1 && /\p{L}{3}/u.test(text) && a >= 1 && year <= thisYear;
  const days = [dayOf(year, a, b), dayOf(year, b, a)].filter((one) => one !== undefined);
  return days.some((day) => day <= now + EARLY_MS);
}

const isEmail = (value: unknown): boolean => typeof value === "string" && normalEmail(value) !== undefined;

const kinds: Readonly<Record<string, (value: unknown, now: number) => boolean>> = {
  ...Object.fromEntries(
    ["birthday", "birthDate", "birth_date", "dateOfBirth", "date_of_birth"].map((name) => [name, isBirthday]),
  ),
  email: isEmail,
};

/** Whether it can be what its name says. `null` takes a fact back, whatever it was. */
export const fitsKind = (name: string, value: unknown, now: number): boolean =>
  value === null || !Object.hasOwn(kinds, name) || kinds[name]?.(value, now) === true;
