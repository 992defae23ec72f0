// A part of a story: what happens, when. Nothing is written down until somebody asks for its hours.
import type { Person } from "../people.rules.ts";
import type { Need } from "./need.rules.ts";
import type { Scene } from "./scene.rules.ts";
import type { Way } from "./way.rules.ts";

export type Part = {
  readonly at: number;
  readonly way: Way;
  readonly play: (scene: Scene) => void;
};

/** No part lasts longer. */
export const LONGEST_PART_MS = 3 * 3_600_000;

export type Cast = {
  readonly person: Person;
  readonly need: Need;
  /** Where they met it first, for those who look on: "seen on the bus". */
  readonly met: string;
};

export const tongueOf = (person: Person): "sv" | "da" => (person.country === "SE" ? "sv" : "da");
export const pronoun = (person: Person): "she" | "he" => (person.woman ? "she" : "he");
