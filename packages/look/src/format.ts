// Figures and times as look.md writes them: 1 249 kr, 14.07 (sv, da), 14:07 (en), narrow space, true minus.

type Language = "en" | "sv" | "da";
const locales: Readonly<Record<Language, string>> = { en: "en-GB", sv: "sv-SE", da: "da-DK" };
const narrow = "\u202f";
const nowWords: Readonly<Record<Language, string>> = { en: "just now", sv: "nyss", da: "lige nu" };

export type Formats = {
  readonly number: (value: number, decimals?: number) => string;
  readonly percent: (share: number) => string;
  readonly money: (amount: number, currency: string) => string;
  readonly ms: (value: number) => string;
  readonly time: (at: string | Date) => string;
  readonly timeMs: (at: string | Date) => string;
  /** Today, Yesterday, Thursday 19 November, 19 November 2025. */
  readonly day: (at: string | Date, now: Date) => string;
  readonly date: (at: string | Date) => string;
  readonly month: (at: string | Date) => string;
  readonly moment: (at: string | Date) => string;
  readonly ago: (at: string | Date, now: Date) => string;
  /** Room on a disk: 840 kB, 2.3 GB. */
  readonly bytes: (value: number) => string;
  /** How long, in the largest unit that says it: 3 s, 12 min, 2 h. */
  readonly span: (seconds: number) => string;
  /** The name of a day of the week; Monday is 1. */
  readonly weekday: (day: number, width?: "long" | "short") => string;
};

const asDate = (at: string | Date): Date => (typeof at === "string" ? new Date(at) : at);

function respace(parts: readonly Intl.NumberFormatPart[]): string {
  return parts
    .map((part) => {
      if (part.type === "group") return narrow;
      if (part.type === "minusSign") return "−";
      return part.type === "literal" ? part.value.replace(/\s/g, "\u00a0") : part.value;
    })
    .join("");
}

/** Midnights between two times, by the calendar of the one who looks. */
export function daysBetween(at: Date, now: Date): number {
  const midnight = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ["minute", 60, 3600],
  ["hour", 3600, 86_400],
  ["day", 86_400, 86_400 * 30],
  ["month", 86_400 * 30.44, 86_400 * 365],
  ["year", 86_400 * 365.25, Number.POSITIVE_INFINITY],
];

function agoOf(relative: Intl.RelativeTimeFormat, language: Language, at: Date, now: Date): string {
  const seconds = (now.getTime() - at.getTime()) / 1000;
  const size = Math.abs(seconds);
  if (size < 45) return nowWords[language];
  const step = steps.find(([, , until]) => size < until) ?? steps[4];
  if (step === undefined) return "";
  const count = Math.max(1, Math.round(size / step[1]));
  return relative.format(seconds < 0 ? count : -count, step[0]).replace(/(\d)\s/g, "$1\u00a0");
}

function spanOf(number: Formats["number"], seconds: number): string {
  if (seconds < 90) return `${number(Math.max(1, Math.round(seconds)))}\u00a0s`;
  if (seconds < 5400) return `${number(Math.round(seconds / 60))}\u00a0min`;
  return `${number(Math.round(seconds / 3600))}\u00a0h`;
}

const units = ["B", "kB", "MB", "GB", "TB"];

function bytesOf(number: Formats["number"], value: number): string {
  const size = Math.abs(value);
  const power = Math.min(units.length - 1, size < 1 ? 0 : Math.floor(Math.log10(size) / 3));
  const scaled = value / 1000 ** power;
  return `${number(scaled, power > 0 && Math.abs(scaled) < 10 ? 1 : 0)}\u00a0${units[power]}`;
}

function moneyOf(number: Formats["number"], amount: number, currency: string): string {
  const decimals = Number.isInteger(amount) ? 0 : 2;
  const unit = ["SEK", "DKK", "NOK"].includes(currency.toUpperCase()) ? "kr" : currency.toUpperCase();
  return `${number(amount, decimals)}\u00a0${unit}`;
}

function numbersOf(locale: string): Pick<Formats, "number" | "percent"> {
  const formats = new Map<number, Intl.NumberFormat>();
  const number = (value: number, decimals = 0): string => {
    const known = formats.get(decimals);
    const format =
      known ??
      new Intl.NumberFormat(locale, {
        useGrouping: "always",
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
    if (known === undefined) formats.set(decimals, format);
    return respace(format.formatToParts(value === 0 ? 0 : value));
  };
  return { number, percent: (share) => `${number(Math.round(share * 100))}\u00a0%` };
}

function make(language: Language): Formats {
  const locale = locales[language];
  const { number, percent } = numbersOf(locale);
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const fine = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    hourCycle: "h23",
  });
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (date: Date): string => format.format(date).replace(",", "").replace(/\.$/, "");
  };
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const weekdays = {
    long: new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }),
    short: new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }),
  };
  const weekday = dated({ weekday: "long", day: "numeric", month: "long" });
  const yearly = dated({ day: "numeric", month: "long", year: "numeric" });
  const short = dated({ day: "numeric", month: "short", year: "numeric" });
  const monthly = dated({ month: "short", year: "numeric" });
  const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  const dots = (text: string): string => (language === "en" ? text : text.replaceAll(":", "."));
  const time = (at: string | Date): string => dots(clock.format(asDate(at)));
  const date = (at: string | Date): string => short(asDate(at));
  return {
    number,
    percent,
    bytes: (value) => bytesOf(number, value),
    money: (amount, currency) => moneyOf(number, amount, currency),
    ms: (value) => `${number(value, value < 10 && !Number.isInteger(value) ? 1 : 0)}\u00a0ms`,
    time,
    timeMs: (at) => {
      const text = fine.format(asDate(at));
      return language === "en" ? text : dots(text.replace(".", ","));
    },
    day: (at, now) => {
      const days = daysBetween(asDate(at), now);
      if (days === 0 || days === 1) return capital(relative.format(-days, "day"));
      return days > 1 && days < 300 ? capital(weekday(asDate(at))) : yearly(asDate(at));
    },
    date,
    month: (at) => monthly(asDate(at)),
    moment: (at) => `${date(at)} ${time(at)}`,
    ago: (at, now) => agoOf(relative, language, asDate(at), now),
    span: (seconds) => spanOf(number, seconds),
    weekday: (day, width = "long") => weekdays[width].format(Date.UTC(2024, 0, day)), // the first was a Monday
  };
}

const made = new Map<Language, Formats>();

export function formatsOf(language: Language): Formats {
  const known = made.get(language);
  if (known !== undefined) return known;
  const formats = make(language);
  made.set(language, formats);
  return formats;
}
