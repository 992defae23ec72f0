// What the dictionary asks of values besides length and characters, by its own names. Lists that others keep (countries,
// currencies, kinds of packages, coupon codes) are checked by their shape only. Pure.
import { endsInCheckDigit } from "../gtin.ts";

export type Check = (text: string) => boolean;

const CSET82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
const CSET32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const PRIMES = [...[2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83]];

/** The pair that ends a global model number (7.9.5). */
const csumalpha: Check = (text) => {
  if (text.length < 3 || text.length - 2 > PRIMES.length) return false;
  const body = [...text.slice(0, -2)].reverse();
  const sum = body.reduce((all, one, i) => all + CSET82.indexOf(one) * (PRIMES[i] ?? 0), 0) % 1021;
  return text.slice(-2) === `${CSET32[sum >> 5]}${CSET32[sum & 31]}`;
};

const companyPrefix =
  (at: number): Check =>
  (text) =>
    /^\d{4}/.test(text.slice(at));

/** Two digits of a year stand for one within fifty years of now; which one says nothing about its months, but for 29 February. */
function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12) return false;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last;
}
const numberAt = (text: string, from: number, length = 2): number => Number(text.slice(from, from + length));
const yymmdd: Check = (text) => isDay(2000 + numberAt(text, 0), numberAt(text, 2), numberAt(text, 4));
const isHour: Check = (text) => numberAt(text, 0) < 24;
const isSixty: Check = (text) => numberAt(text, 0) < 60;

/** Percent signs begin two hexadecimal digits. */
const pcenc: Check = (text) => !/%(?![0-9A-Fa-f]{2})/.test(text);

const iban: Check = (text) => {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/.test(text)) return false;
  const turned = text.slice(4) + text.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (one) => String(one.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
};

const within =
  (most: number): Check =>
  (text) =>
    Number(text) <= most;
const matches =
  (shape: RegExp): Check =>
  (text) =>
    shape.test(text);

export const checks: Readonly<Record<string, Check>> = {
  csum: endsInCheckDigit,
  csumalpha,
  gcppos1: companyPrefix(0),
  gcppos2: companyPrefix(1),
  hasnondigit: matches(/\D/),
  hh: isHour,
  mi: isSixty,
  ss: isSixty,
  hhmi: (text) => isHour(text) && isSixty(text.slice(2)),
  hyphen: matches(/^-$/),
  iban,
  importeridx: matches(/^[-_0-9A-Za-z]$/),
  iso3166: matches(/^\d{3}$/),
  iso3166999: matches(/^\d{3}$/),
  iso3166alpha2: matches(/^[A-Z]{2}$/),
  iso4217: matches(/^\d{3}$/),
  iso5218: matches(/^[0129]$/),
  latitude: within(1_800_000_000),
  longitude: within(3_600_000_000),
  mediatype: (text) => Number(text) >= 1 && (Number(text) <= 10 || Number(text) >= 80),
  nonzero: matches(/[1-9]/),
  nozeroprefix: (text) => text === "0" || !text.startsWith("0"),
  packagetype: matches(/^[0-9A-Z]{1,4}$/),
  pcenc,
  pieceoftotal: (text) => {
    const [piece, total] = [Number(text.slice(0, 2)), Number(text.slice(2))];
    return piece > 0 && total > 0 && piece <= total;
  },
  posinseqslash: (text) => {
    const [place, total] = text.split("/").map(Number);
    return /^[1-9]\/[1-9]$/.test(text) && (place ?? 0) <= (total ?? 0);
  },
  winding: matches(/^[019]$/),
  yesno: matches(/^[01]$/),
  yymmd0: (text) => yymmdd(text.endsWith("00") ? `${text.slice(0, 4)}01` : text),
  yymmdd,
  yyyymmdd: (text) => isDay(numberAt(text, 0, 4), numberAt(text, 4), numberAt(text, 6)),
  zero: matches(/^0$/),
  couponcode: matches(/^\d{6,}$/),
  couponposoffer: matches(/^\d+$/),
};
