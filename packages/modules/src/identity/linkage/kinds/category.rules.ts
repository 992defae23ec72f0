// A value from a short list: sex, state, country, segment.

import { plain } from "../text.rules.ts";
import { apart, bare, type Kind, whole } from "./kind.rules.ts";

/** Above a dozen different ones words are names, of which some are alike; codes stay codes for longer. */
const fewEnough = (distinct: number, length: number): boolean => distinct <= (length <= 3.5 ? 60 : 12);

export const categoryKind: Kind = {
  name: "category",
  levels: ["same", "one character", "different"],
  swaps: false,
  keys: [whole],
  fits: (profile) =>
    fewEnough(profile.distinct, profile.length) &&
    profile.distinct < profile.filled * 0.1 &&
    profile.length < 30,
  normalise: plain,
  prepare: bare,
  compare: (a, b) =>
    a.text === b.text ? 0 : Math.min(a.text.length, b.text.length) > 2 && apart(a, b, 1) === 1 ? 1 : 2,
};
