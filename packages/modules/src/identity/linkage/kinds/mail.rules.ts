// E-mail addresses.

import { edits, jaroWinkler } from "../text.rules.ts";
import { apart, bare, type Kind, start, whole } from "./kind.rules.ts";

const nameOf = (mail: string): string =>
  mail.slice(0, mail.includes("@") ? mail.lastIndexOf("@") : mail.length);

export const mailKind: Kind = {
  name: "e-mail",
  levels: ["same", "one or two characters", "same name, other host", "similar name", "different"],
  swaps: false,
  keys: [whole, { name: "name", of: nameOf }, start(4)],
  fits: (profile) => profile.mails > 0.6,
  normalise: (raw) =>
    raw
      .toLowerCase()
      .replace(/\s+/g, "")
      .replace(/\+[^@]*(?=@)/, ""),
  // `fold` is what stands before the @.
  prepare: (text) => ({ ...bare(text), fold: nameOf(text) }),
  compare(a, b) {
    if (a.text === b.text) return 0;
    if (apart(a, b, 2) <= 2) return 1;
    const [left, right] = [a.fold, b.fold];
    if (left === right) return 2;
    return edits(left, right, 2) <= 2 || jaroWinkler(left, right) >= 0.9 ? 3 : 4;
  },
};
