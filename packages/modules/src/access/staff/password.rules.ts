// What a password must hold against: a guesser who knows common words, keyboards and the colleague's own names. Pure.
import { Refusal } from "@somlos/contract";
import { commonWords } from "./common-words.rules.ts";

const LEAST = 12;
/** About ten thousand million guesses: above it, five tries a minute and a slow hash carry the rest. */
const LEAST_BITS = 33;
const WORD_BITS = 9;
const OWN_BITS = 2;
const RUN_BITS = 6;
const SIGN_BITS = 4.5;
const SHORTEST_WORD = 4;

const rows = [
  "abcdefghijklmnopqrstuvwxyzåäö",
  "1234567890",
  "qwertyuiopå",
  "asdfghjklöä",
  "zxcvbnm",
  "qazwsxedcrfvtgb",
];
const runs = rows.flatMap((row) => [row, [...row].reverse().join("")]);
const leet: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const unleet = (text: string): string => [...text].map((sign) => leet[sign] ?? sign).join("");

/** Length of the keyboard or alphabet run, or the repeated sign, at a place. */
function runAt(text: string, from: number): number {
  let longest = 0;
  for (let end = from + 3; end <= text.length; end++) {
    const piece = text.slice(from, end);
    const same = piece === text.charAt(from).repeat(piece.length);
    if (!same && !runs.some((run) => run.includes(piece))) break;
    longest = piece.length;
  }
  return longest;
}

/** Length of the pattern before a place that begins there again: abcabc is abc said twice. */
function echoAt(text: string, from: number): number {
  for (let length = Math.min(from, text.length - from); length >= 3; length--)
    if (text.slice(0, from).includes(text.slice(from, from + length))) return length;
  return 0;
}

const wordAt = (plain: string, from: number, words: readonly string[]): number =>
  words.reduce((best, word) => (word.length > best && plain.startsWith(word, from) ? word.length : best), 0);

type Part = { readonly length: number; readonly bits: number };

function partAt(text: string, plain: string, from: number, own: readonly string[]): Part {
  const parts: Part[] = [
    { length: wordAt(plain, from, own), bits: OWN_BITS },
    { length: echoAt(text, from), bits: OWN_BITS },
    { length: runAt(text, from), bits: RUN_BITS },
    { length: wordAt(plain, from, commonWords), bits: WORD_BITS },
    { length: /^(19|20)\d\d/.test(text.slice(from)) ? 4 : 0, bits: RUN_BITS },
  ];
  const best = parts.reduce((a, b) => (b.length > a.length ? b : a));
  return best.length === 0 ? { length: 1, bits: SIGN_BITS } : best;
}

/** Bits a guesser must find, taken greedily from the left: words and runs are cheap, other signs are not. */
function bitsOf(password: string, own: readonly string[]): { bits: number; ownSigns: number } {
  const text = password.normalize("NFKC").toLowerCase();
  const plain = unleet(text);
  let bits = 0;
  let ownSigns = 0;
  for (let at = 0; at < text.length; ) {
    const part = partAt(text, plain, at, own);
    if (wordAt(plain, at, own) === part.length) ownSigns += part.length;
    bits += part.bits;
    at += part.length;
  }
  return { bits, ownSigns };
}

/** Refuses a password that is short, mostly the colleague's own names, or among the first to be tried. */
export function checkPassword(password: string, about: readonly string[]): void {
  if ([...password.normalize("NFKC")].length < LEAST) throw new Refusal("password.too_short");
  const own = about
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map((text) => unleet(text.normalize("NFKC").toLowerCase()))
    .filter((text) => text.length >= SHORTEST_WORD);
  const { bits, ownSigns } = bitsOf(password, own);
  if (bits >= LEAST_BITS) return;
  throw new Refusal(ownSigns * 2 >= password.length ? "password.about_you" : "password.easy");
}
