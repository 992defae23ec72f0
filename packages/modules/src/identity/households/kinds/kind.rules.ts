// What a thing is that one member of a household may let another see.
import type { Language } from "@somlos/contract";

export type ShareKind = {
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  /** What it is called by who is let see it. */
  readonly theirs: Readonly<Record<Language, string>>;
  /** What somebody sees with whom it is shared, and what not. */
  readonly sees: Readonly<Record<Language, string>>;
  /** Whether there is something to open; else it shows where the room that reads it says. */
  readonly opens: boolean;
};
