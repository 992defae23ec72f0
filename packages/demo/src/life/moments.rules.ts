// When people do things: each at their own hours, in a store only while it is open.
import { DAY_MS, dayOf, isWeekend, MINUTE_MS, momentOf, weekdayOf } from "../calendar.rules.ts";
import { openingOf, type Store } from "../chain.rules.ts";
import type { Chance } from "../chance.rules.ts";
import type { Person } from "../people.rules.ts";

const within = (low: number, minute: number, high: number): number => Math.min(high, Math.max(low, minute));

/** On the way to or from work on a weekday; else at breakfast. */
export function onTheWay(chance: Chance, person: Person, day: number): { at: number; rides: boolean } {
  const rides = person.habits.rides && !isWeekend(day);
  const { morning } = person.habits;
  const minute = !rides
    ? chance.around(morning + 70, 35)
    : chance.yes(0.6)
      ? chance.around(morning, 18)
      : chance.around(1010, 35);
  return { at: momentOf(day, within(330, minute, 1150)) + chance.whole(0, 59_999), rides };
}

/** Minutes that one of them holds the tablet, at most; three grown-ups share an hour. */
const TABLET_VISIT = 13;

/** On the sofa. On a shared tablet everybody at home has their own part of the hour. */
export function inTheEvening(chance: Chance, person: Person, day: number, onTablet: boolean): number {
  const minute = within(1050, chance.around(person.habits.evening, 38), 1400);
  if (!onTablet) return momentOf(day, minute) + chance.whole(0, 59_999);
  const turn = Math.floor(60 / Math.max(1, person.adults));
  const start = person.place * turn + ((person.household * 13) % (turn - TABLET_VISIT));
  return momentOf(day, Math.floor(minute / 60) * 60 + start) + chance.whole(0, 59_999);
}

/** Whenever they are awake. */
export const someTime = (chance: Chance, person: Person, day: number): number =>
  chance.yes(0.35)
    ? onTheWay(chance, person, day).at
    : chance.yes(0.3)
      ? momentOf(day, chance.whole(705, 800)) + chance.whole(0, 59_999)
      : inTheEvening(chance, person, day, false);

/** Longest visit to a store, in minutes: nobody is still inside when it closes. */
export const STORE_VISIT = 40;

/** When they come to the store next, not before a moment: many on Saturdays, on weekdays after work. */
export function inTheStore(chance: Chance, person: Person, store: Store, from: number): number {
  const saturday = chance.yes(person.habits.saturday);
  const first = dayOf(from) + (saturday ? (6 - weekdayOf(dayOf(from)) + 7) % 7 : chance.whole(0, 3));
  for (let day = first; ; day++) {
    const opening = openingOf(store, day);
    if (opening === undefined) continue;
    const [opens, closes] = opening;
    const liked = isWeekend(day)
      ? chance.around(800, 90)
      : chance.yes(0.6)
        ? chance.around(1025, 55)
        : chance.around(750, 80);
    const at = momentOf(day, within(opens + 6, liked, closes - STORE_VISIT - 5)) + chance.whole(0, 59_999);
    if (at > from) return at;
  }
}

/** The next moment of a kind after a moment: today if it is not too late, else tomorrow. */
export function after(from: number, moment: (day: number) => number): number {
  const today = moment(dayOf(from));
  return today > from + 20 * MINUTE_MS ? today : moment(dayOf(from) + 1);
}

export const daysLater = (ms: number, days: number): number => ms + days * DAY_MS;
