// The dials of a person: when they are awake to us, where they like to buy, what they do with our mail.
import type { Chance } from "./chance.rules.ts";

/** How far somebody tells us who they are. */
export const standings = ["stranger", "guest", "card", "login", "app"] as const;
export type Standing = (typeof standings)[number];

export type Habits = {
  /** Rides to work on weekdays, phone in hand. */
  readonly rides: boolean;
  /** Minute of the day around which the evening on the sofa lies. */
  readonly evening: number;
  readonly morning: number;
  /** Something begins to be needed so often in two weeks. */
  readonly pace: number;
  /** Looks in without a plan: so often a day. */
  readonly idle: number;
  readonly ends: { readonly store: number; readonly web: number; readonly collect: number };
  readonly opensMail: number;
  readonly wantsMail: boolean;
  readonly wantsSms: boolean;
  readonly leavesCart: number;
  /** Gives back so much more or less than others. */
  readonly sendsBack: number;
  readonly asks: number;
  readonly saturday: number;
  readonly signsOut: number;
};

export const standingOf = (chance: Chance, born: number): Standing =>
  chance.weigh<Standing>(
    born < 1955
      ? [
          ["stranger", 30],
          ["guest", 14],
          ["card", 40],
          ["login", 12],
          ["app", 4],
        ]
      : [
          ["stranger", 20],
          ["guest", 16],
          ["card", 16],
          ["login", 18],
          ["app", 30],
        ],
  );

export function habitsOf(chance: Chance, born: number, hasStore: boolean): Habits {
  const old = born < 1960;
  const young = born > 1990;
  return {
    rides: chance.yes(old ? 0.15 : 0.62),
    evening: Math.round(chance.around(young ? 1275 : old ? 1170 : 1235, 45)),
    morning: Math.round(chance.around(old ? 560 : 460, 35)),
    pace: Math.min(0.95, 0.1 + chance.next() ** 2 * 0.95),
    idle: 0.01 + chance.next() ** 3 * 0.16,
    ends: {
      store: hasStore ? (old ? 6 : 3) + chance.next() * 3 : 0,
      web: (young ? 3 : 2) + chance.next() * 3,
      collect: hasStore ? chance.next() * 2 : 0,
    },
    opensMail: 0.08 + chance.next() * 0.55,
    wantsMail: chance.yes(0.68),
    wantsSms: chance.yes(0.35),
    leavesCart: 0.12 + chance.next() * 0.35,
    sendsBack: 0.4 + chance.next() * 1.4,
    asks: 0.03 + chance.next() * 0.14,
    saturday: 0.3 + chance.next() * 0.5,
    signsOut: chance.next(),
  };
}
