// The customers: households with grown-ups, children, a home, devices they share or not. The first n people are the same
// whatever number is asked for.
import { dayOfCivil, momentOf } from "./calendar.rules.ts";
import { type Country, type Store, stores } from "./chain.rules.ts";
import { type Chance, chanceOf, type Weighted } from "./chance.rules.ts";
import { menDa, surnamesDa, womenDa } from "./data/names-da.ts";
import { menSv, surnamesSv, womenSv } from "./data/names-sv.ts";
import { streetFirst, streetLast, type Town, towns } from "./data/places.ts";
import { type Habits, habitsOf, type Standing, standingOf } from "./habits.rules.ts";
import { makeMailBook, makePhoneBook, uuidFrom } from "./numbers.rules.ts";

export type Address = {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: Country;
};
export type Devices = {
  readonly phone: string;
  readonly laptop: string | undefined;
  /** Shared with everybody at home. */
  readonly tablet: string | undefined;
  readonly app: string;
};
export type Person = {
  readonly index: number;
  readonly household: number;
  /** Place among the grown-ups at home, from 0, and how many they are. */
  readonly place: number;
  readonly adults: number;
  readonly country: Country;
  readonly woman: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly born: number;
  readonly email: string;
  readonly phone: string | undefined;
  readonly address: Address;
  readonly town: Town;
  readonly store: Store | undefined;
  readonly standing: Standing;
  /** When they joined the club; for guests and strangers never. */
  readonly joinedAt: number | undefined;
  readonly clubCard: string;
  readonly login: string | undefined;
  readonly devices: Devices;
  readonly cardToken: string;
  readonly habits: Habits;
  /** Years in which the children at home were born. */
  readonly children: readonly number[];
  readonly garden: boolean;
};

const OLD_FROM = dayOfCivil(2016, 1, 1);
const NEW_FROM = dayOfCivil(2026, 9, 1);
const NEW_DAYS = 730;

const NAMES = {
  SE: { women: womenSv, men: menSv, last: surnamesSv },
  DK: { women: womenDa, men: menDa, last: surnamesDa },
} as const;

type Home = {
  readonly number: number;
  readonly town: Town;
  readonly address: Address;
  readonly lastName: string;
  readonly children: readonly number[];
  readonly garden: boolean;
  readonly tablet: string | undefined;
  readonly oldest: number;
  readonly adults: number;
};

function homeOf(seed: number, number: number): Home {
  const chance = chanceOf(seed, "home", number);
  const town = chance.weigh(towns.map((t): Weighted<Town> => [t, t.weight]));
  const oldest = 1942 + Math.floor(chance.next() ** 0.8 * 64);
  const couple = oldest < 2001 && chance.yes(0.58);
  const parents = oldest > 1974 && oldest < 1999 && couple;
  const children = parents
    ? Array.from(
        {
          length: chance.weigh([
            [0, 2],
            [1, 3],
            [2, 4],
            [3, 1],
          ]),
        },
        () => chance.whole(Math.max(2010, oldest + 24), 2025),
      )
    : [];
  const grown = couple && oldest > 1955 && oldest < 1975 && chance.yes(0.2) ? 1 : 0;
  const garden = chance.yes(couple ? 0.5 : 0.2);
  return {
    number,
    town,
    address: addressOf(chance, town, garden),
    lastName: chance.weigh(NAMES[town.country].last),
    children: [...children].sort((x, y) => x - y),
    garden,
    tablet: chance.yes(children.length > 0 ? 0.75 : 0.35) ? uuidFrom(chance.next) : undefined,
    oldest,
    adults: (couple ? 2 : 1) + grown,
  };
}

function addressOf(chance: Chance, town: Town, house: boolean): Address {
  const { country } = town;
  const name = `${chance.weigh(streetFirst[country])}${chance.weigh(streetLast[country])}`;
  const number = chance.whole(1, house ? 60 : 140);
  const floor =
    house || country === "SE"
      ? chance.yes(0.15)
        ? ` ${chance.pick(["A", "B", "C"])}`
        : ""
      : `, ${chance.whole(1, 5)}. ${chance.pick(["tv", "th", "mf"])}`;
  return {
    street: `${name} ${number}${floor}`,
    postalCode: chance.pick(town.codes),
    city: town.name,
    country,
  };
}

function bornIn(chance: Chance, home: Home, place: number): number {
  if (place === 2) return home.oldest + chance.whole(22, 30);
  return place === 0 ? home.oldest : Math.min(2006, Math.max(1942, home.oldest + chance.whole(-2, 7)));
}

function joinedWhen(chance: Chance, standing: Standing, born: number): number | undefined {
  if (standing === "guest" || standing === "stranger") return undefined;
  const from = Math.max(OLD_FROM, dayOfCivil(Math.min(born + 17, 2025), 1, 1));
  const day = chance.yes(0.3) ? NEW_FROM + chance.whole(0, NEW_DAYS) : chance.whole(from, NEW_FROM - 1);
  return momentOf(day, chance.whole(10 * 60 + 20, 15 * 60 + 30));
}

type Books = {
  readonly mail: ReturnType<typeof makeMailBook>;
  readonly phone: ReturnType<typeof makePhoneBook>;
};

/** Who they are on paper: year of birth, name, how far they tell us. */
function selfOf(chance: Chance, home: Home, place: number) {
  const names = NAMES[home.town.country];
  const born = bornIn(chance, home, place);
  const woman = chance.yes(place === 1 ? 0.5 : 0.52);
  const decade = Math.min(6, Math.max(0, Math.floor((born - 1940) / 10)));
  const firstName = chance.weigh((woman ? names.women : names.men)[decade] ?? names.last);
  const lastName = place === 1 && chance.yes(0.35) ? chance.weigh(names.last) : home.lastName;
  return { born, woman, firstName, lastName, standing: standingOf(chance, born) };
}

const devicesOf = (chance: Chance, home: Home): Devices => ({
  phone: uuidFrom(chance.next),
  laptop: chance.yes(0.8) ? uuidFrom(chance.next) : undefined,
  tablet: home.tablet,
  app: uuidFrom(chance.next),
});

function personOf(seed: number, index: number, home: Home, place: number, books: Books): Person {
  const chance = chanceOf(seed, "person", index);
  const { country } = home.town;
  const self = selfOf(chance, home, place);
  const { born, standing } = self;
  const store = home.town.store === undefined ? undefined : stores[home.town.store];
  const tells = standing !== "stranger" && chance.yes(country === "SE" ? 0.5 : 0.7);
  const wire = born < 1972 && chance.yes(0.6);
  return {
    ...self,
    index,
    household: home.number,
    place,
    adults: home.adults,
    country,
    email: books.mail(self.firstName, self.lastName, born, chance.whole(0, 3)),
    phone: tells ? books.phone({ index, country, town: home.town.name, old: wire }) : undefined,
    address: home.address,
    town: home.town,
    store,
    joinedAt: joinedWhen(chance, standing, born),
    clubCard: `${country === "SE" ? "7310" : "7320"}${String(100_000 + index * 7).padStart(8, "0")}`,
    login: standing === "login" || standing === "app" ? `almvik-${40_000 + index * 3}` : undefined,
    devices: devicesOf(chance, home),
    cardToken: `tok_${uuidFrom(chance.next).replaceAll("-", "").slice(0, 24)}`,
    habits: habitsOf(chance, born, store !== undefined),
    children: home.children,
    garden: home.garden,
  };
}

/** So many people, household by household. */
export function makePeople(seed: number, count: number): Person[] {
  const books: Books = { mail: makeMailBook(), phone: makePhoneBook() };
  const people: Person[] = [];
  for (let number = 0; people.length < count; number++) {
    const home = homeOf(seed, number);
    for (let place = 0; place < home.adults && people.length < count; place++)
      people.push(personOf(seed, people.length, home, place, books));
  }
  return people;
}

/** True when they are in the club at that moment. */
export const isMember = (person: Person, at: number): boolean =>
  person.joinedAt !== undefined && at >= person.joinedAt;

/** The login they have at that moment. */
export const loginAt = (person: Person, at: number): string | undefined =>
  isMember(person, at) ? person.login : undefined;
