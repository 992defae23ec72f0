// The chain: Almvik, home and leisure, in Sweden and Denmark. Nobody's: the name, the stores and the people are made up.
import { dayOf, isHoliday, minuteOf, momentOf, weekdayOf } from "./calendar.rules.ts";
import type { StoreId } from "./data/places.ts";

export type Country = "SE" | "DK";
export type Store = {
  readonly id: StoreId;
  readonly name: string;
  readonly city: string;
  readonly country: Country;
  readonly tills: number;
  /** Opens and closes, in minutes of the day, from Sunday on. */
  readonly hours: readonly (readonly [opens: number, closes: number])[];
};

const hours = (week: string, saturday: string, sunday: string) => {
  const span = (text: string): readonly [number, number] => {
    const [opens = 0, closes = 0] = text.split("–").map((hour) => Number(hour) * 60);
    return [opens, closes];
  };
  return [sunday, week, week, week, week, week, saturday].map(span);
};

export const stores: Readonly<Record<StoreId, Store>> = {
  malmo: {
    id: "malmo",
    name: "Almvik Malmö",
    city: "Malmö",
    country: "SE",
    tills: 5,
    hours: hours("10–19", "10–17", "11–17"),
  },
  goteborg: {
    id: "goteborg",
    name: "Almvik Göteborg",
    city: "Göteborg",
    country: "SE",
    tills: 6,
    hours: hours("10–20", "10–18", "11–17"),
  },
  kobenhavn: {
    id: "kobenhavn",
    name: "Almvik København",
    city: "København",
    country: "DK",
    tills: 4,
    hours: hours("10–19", "10–17", "11–16"),
  },
};
export const storeList: readonly Store[] = Object.values(stores);

/** Where goods lie besides: what is sent by post comes from the warehouse. */
export const warehouse = {
  id: "lager",
  kind: "warehouse",
  name: "Centrallager Helsingborg",
  city: "Helsingborg",
  country: "SE",
} as const;
/** Where parcels wait. */
export const pickupPoint = {
  id: "lund",
  kind: "pickup_point",
  name: "Almvik Lund, utlämning",
  city: "Lund",
  country: "SE",
} as const;

/** When a store is open on a day; undefined when it stays closed. */
export function openingOf(store: Store, day: number): readonly [opens: number, closes: number] | undefined {
  return isHoliday(day, store.country) ? undefined : store.hours[weekdayOf(day)];
}

export function isOpen(store: Store, ms: number): boolean {
  const opening = openingOf(store, dayOf(ms));
  const minute = minuteOf(ms);
  return opening !== undefined && minute >= opening[0] && minute < opening[1];
}

/** The service desk answers on weekdays 9–17 and Saturdays 10–14. */
const deskHours = (day: number, country: Country): readonly [number, number] | undefined => {
  if (isHoliday(day, country) || weekdayOf(day) === 0) return undefined;
  return weekdayOf(day) === 6 ? [600, 840] : [540, 1020];
};

/** The first moment at or after `ms` when the desk answers. */
export function deskMoment(ms: number, country: Country): number {
  for (let day = dayOf(ms); ; day++) {
    const open = deskHours(day, country);
    if (open === undefined) continue;
    if (ms < momentOf(day, open[1])) return Math.max(ms, momentOf(day, open[0]));
  }
}

export const currencyOf = (country: Country): "SEK" | "DKK" => (country === "SE" ? "SEK" : "DKK");
export const entityOf = (country: Country): string => (country === "SE" ? "almvik-ab" : "almvik-as");
export const siteOf = (country: Country): string =>
  country === "SE" ? "https://www.almvik.example/se" : "https://www.almvik.example/dk";
/** Below it, home delivery costs. */
export const freightOf = (country: Country) =>
  country === "SE" ? { freeFrom: 499, price: 59 } : { freeFrom: 399, price: 45 };
