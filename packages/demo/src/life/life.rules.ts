// All that happens to everybody between two moments, in the order of time. The same seed, the same life: every event is
// a function of the seed, the person and the calendar, so it does not matter in which pieces it is asked for.
import { dayOf } from "../calendar.rules.ts";
import { chanceOf } from "../chance.rules.ts";
import type { Person } from "../people.rules.ts";
import { joining, longMember } from "./club.rules.ts";
import { slipsOn } from "./clumsy.rules.ts";
import { idleOn, letterOn } from "./idle.rules.ts";
import { LONGEST_DAYS, needOf, SLOT_DAYS } from "./need.rules.ts";
import { LONGEST_PART_MS, type Part } from "./part.rules.ts";
import { type Happening, Scene } from "./scene.rules.ts";
import { storyOf } from "./story.rules.ts";

/** Grows when the life is written differently: then its events are others, and get other ids. */
export const EDITION = 1;

export type World = { readonly seed: number; readonly people: readonly Person[] };

const prefixOf = (seed: number): string => `almvik${EDITION}.${seed}`;

function play(seed: number, person: Person, id: string, part: Part): Happening[] {
  const full = `${prefixOf(seed)}-${id}`;
  const scene = new Scene({ person, id: full, at: part.at, chance: chanceOf(full), way: part.way });
  part.play(scene);
  return scene.happenings;
}

type Named = readonly [id: string, part: Part];

/** The stories of people's needs, kept from piece to piece: a month of asking day by day would make them thirty times. */
export class Stories {
  readonly #world: World;
  readonly #slots = new Map<number, Map<Person, Named[]>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Parts of stories that may have something to say between two moments. */
  *between(from: number, to: number): Generator<readonly [Person, Named]> {
    const first = Math.floor((dayOf(from) - LONGEST_DAYS) / SLOT_DAYS);
    const last = Math.floor(dayOf(to) / SLOT_DAYS);
    for (const old of this.#slots.keys()) if (old < first) this.#slots.delete(old);
    const isDue = ([, part]: Named) => part.at < to && part.at > from - LONGEST_PART_MS;
    for (let slot = first; slot <= last; slot++)
      for (const [person, parts] of this.#slot(slot))
        for (const named of parts.filter(isDue)) yield [person, named];
  }

  #slot(slot: number): Map<Person, Named[]> {
    const known = this.#slots.get(slot);
    if (known !== undefined) return known;
    const made = new Map<Person, Named[]>();
    for (const person of this.#world.people) {
      const need = needOf(this.#world.seed, person, slot);
      if (need === undefined) continue;
      made.set(
        person,
        storyOf(this.#world.seed, person, need).map((part, i): Named => [`${need.id}-${i + 1}`, part]),
      );
    }
    this.#slots.set(slot, made);
    return made;
  }
}

function* small(world: World, person: Person, from: number, to: number): Generator<Named> {
  const join = joining(person);
  if (join !== undefined && join.at < to && join.at > from - LONGEST_PART_MS)
    yield [`p${person.index}-club`, join];
  for (let day = dayOf(from - LONGEST_PART_MS); day <= dayOf(to); day++) {
    const idle = idleOn(world.seed, person, day);
    if (idle !== undefined) yield [`p${person.index}-i${day}`, idle];
    const letter = letterOn(world.seed, person, day);
    if (letter !== undefined) yield [`p${person.index}-l${day}`, letter];
  }
}

/** What happens from `from` (included) to `to` (not included). */
export function happenings(world: World, stories: Stories, from: number, to: number): Happening[] {
  const all: Happening[] = [];
  const take = (some: readonly Happening[]) => {
    for (const one of some) if (one.at >= from && one.at < to) all.push(one);
  };
  for (const [person, [id, part]] of stories.between(from, to)) take(play(world.seed, person, id, part));
  for (const person of world.people)
    for (const [id, part] of small(world, person, from, to)) take(play(world.seed, person, id, part));
  for (let day = dayOf(from); day <= dayOf(to); day++)
    take(slipsOn(world.seed, world.people, prefixOf(world.seed), day));
  return all.sort((x, y) => x.at - y.at || (x.message.messageId < y.message.messageId ? -1 : 1));
}

/** The club's register as it stands before a moment: sent once, first of all. */
export function registerBefore(world: World, moment: number): Happening[] {
  return world.people.flatMap((person) => {
    const part = longMember(person, moment);
    return part === undefined ? [] : play(world.seed, person, `p${person.index}-club`, part);
  });
}
