// Numbers and codes: personal numbers, customer numbers, postcodes, house numbers, phones.

import { apart, bare, end, type Kind, start, whole } from "./kind.rules.ts";

const compact = (raw: string): string => raw.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const inOrder = {
  name: "characters in order",
  of: (value: string) => (value.length > 3 ? [...value].sort().join("") : ""),
};
const half = {
  name: "first half",
  of: (value: string) => (value.length > 5 ? value.slice(0, value.length >> 1) : ""),
};
const otherHalf = {
  name: "second half",
  of: (value: string) => (value.length > 5 ? value.slice(value.length >> 1) : ""),
};

/** Long codes: two edits still mean something. */
export const codeKind: Kind = {
  name: "code",
  levels: ["same", "one character", "two characters", "same beginning or end", "different"],
  swaps: false,
  keys: [whole, half, otherHalf, inOrder],
  fits: (profile) =>
    profile.withDigit > 0.8 && profile.words < 1.3 && profile.length >= 5.5 && profile.length < 24,
  normalise: compact,
  prepare: bare,
  compare(one, other) {
    const distance = apart(one, other, 2);
    if (distance <= 2) return distance;
    const [a, b] = [one.text, other.text];
    const part = Math.max(3, Math.ceil(Math.min(a.length, b.length) / 2));
    return a.slice(0, part) === b.slice(0, part) || a.slice(-part) === b.slice(-part) ? 3 : 4;
  },
};

/** Short numbers: postcodes, house numbers, years. */
export const numberKind: Kind = {
  name: "number",
  levels: ["same", "digits changed places", "one digit", "different"],
  swaps: false,
  keys: [whole, start(2), inOrder],
  fits: (profile) => profile.withDigit > 0.8 && profile.words < 1.6 && profile.length < 9,
  normalise: (raw) => compact(raw).replace(/^0+(?=.)/, ""),
  prepare: bare,
  compare(one, other) {
    const [a, b] = [one.text, other.text];
    if (a === b) return 0;
    if (one.letters === other.letters && a.length === b.length && inOrderOf(a) === inOrderOf(b)) return 1;
    return Math.max(a.length, b.length) > 1 && apart(one, other, 1) === 1 ? 2 : 3;
  },
};
const inOrderOf = (value: string): string => [...value].sort().join("");

export const phoneKind: Kind = {
  name: "phone",
  levels: ["same", "one digit", "two digits", "different"],
  swaps: true,
  keys: [whole, end(6), start(5), inOrder],
  fits: (profile) =>
    profile.phones > 0.15 && profile.dialled > 0.75 && profile.length > 6.5 && profile.length < 20,
  // The last eight digits: with or without country and area zero it is the same line.
  normalise: (raw) => raw.replace(/\D/g, "").slice(-8),
  prepare: bare,
  compare: (a, b) => apart(a, b, 2),
};
