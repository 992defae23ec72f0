// Who Almvik is: two legal entities that share customers, three stores with their hours and zones, a warehouse and a place where
// parcels wait, entered by the staff's own doors.
// What is there already is left as it is: somebody may have changed it to see what happens.
import { civilOf, dayOf, isHoliday } from "../calendar.rules.ts";
import {
  type Country,
  currencyOf,
  entityOf,
  pickupPoint,
  type Store,
  storeList,
  warehouse,
} from "../chain.rules.ts";
import { warehouseZones, zonesOf } from "../goods/shelves.rules.ts";
import type { Json } from "../life/way.rules.ts";
import { CannotGoOn, call, type House } from "./doors.ts";

const HOLIDAYS_AHEAD_DAYS = 120;
const UNNAMED = "Sömlös";

const entities: Readonly<Record<Country, Json>> = {
  SE: {
    code: entityOf("SE"),
    name: "Almvik AB",
    organisationNumber: "559999-0017",
    country: "SE",
    currency: currencyOf("SE"),
    languages: ["sv", "en"],
    timeZone: "Europe/Stockholm",
  },
  DK: {
    code: entityOf("DK"),
    name: "Almvik A/S",
    organisationNumber: "99 99 00 17",
    country: "DK",
    currency: currencyOf("DK"),
    languages: ["da", "en"],
    timeZone: "Europe/Copenhagen",
  },
};
/** One customer of Almvik is one in both countries. The act has one id, so that an end that somebody made stays. */
const sharing = {
  actId: "0193d5a0-4c00-7a1e-8a11-a17111c00001",
  ground: "joint_controllers",
  document: "Almvik: agreement between joint controllers, 1 January 2025",
  words: {
    en: "Almvik AB and Almvik A/S look after your details together. You are one and the same customer in Sweden and in Denmark, and either of them answers your questions.",
    sv: "Almvik AB och Almvik A/S tar hand om dina uppgifter tillsammans. Du är en och samma kund i Sverige och i Danmark, och båda svarar på dina frågor.",
    da: "Almvik AB og Almvik A/S passer på dine oplysninger sammen. Du er én og samme kunde i Sverige og Danmark, og begge svarer på dine spørgsmål.",
  },
};
const addresses: Readonly<Record<Store["id"], Json>> = {
  malmo: {
    street: "Segelmakargatan 12",
    postalCode: "211 20",
    position: { latitude: 55.605, longitude: 13.003 },
  },
  goteborg: {
    street: "Repslagargatan 3",
    postalCode: "411 18",
    position: { latitude: 57.703, longitude: 11.967 },
  },
  kobenhavn: {
    street: "Rebslagergade 8",
    postalCode: "1620",
    position: { latitude: 55.672, longitude: 12.562 },
  },
};

async function must(answer: ReturnType<typeof call>, what: string): Promise<Json> {
  const { status, body } = await answer;
  if (status === 200) return body;
  throw new CannotGoOn(
    `${what} was answered with ${status}: ${String(body["sentence"] ?? "no reason given")}`,
  );
}

const itemsOf = (body: Json): readonly Json[] =>
  Array.isArray(body["items"]) ? (body["items"] as Json[]) : [];
const isCode = (code: string) => (one: Json) => String(one["code"]).toLowerCase() === code;

const two = (n: number): string => String(n).padStart(2, "0");
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const dateOf = (day: number): string => {
  const { year, month, date } = civilOf(day);
  return `${year}-${two(month)}-${two(date)}`;
};

/** From Monday on; the chain counts from Sunday. */
const weekOf = (store: Store): Json[] =>
  store.hours.map(([opens, closes], sunday) => ({
    weekday: sunday === 0 ? 7 : sunday,
    opens: clock(opens),
    closes: clock(closes),
  }));

const holidaysOf = (country: Country, now: number): string[] => {
  const today = dayOf(now);
  const ahead = Array.from({ length: HOLIDAYS_AHEAD_DAYS }, (_, n) => today + n);
  return ahead.filter((day) => isHoliday(day, country)).map(dateOf);
};

async function enterStore(house: House, store: Store, entityId: unknown, now: number): Promise<void> {
  const { id: code, name, city, country } = store;
  const place = { code, entityId, name, kind: "store", city, country, firstDay: null, ...addresses[code] };
  const made = await must(call(house, "POST", "/api/locations", place), `The store ${name}`);
  const path = `/api/locations/${String(made["id"])}`;
  let { version } = await must(
    call(house, "PUT", `${path}/hours`, { version: made["version"], week: weekOf(store) }),
    `The hours of ${name}`,
  );
  const note = country === "SE" ? "Helgdag" : "Helligdag";
  for (const date of holidaysOf(country, now))
    ({ version } = await must(
      call(house, "PUT", `${path}/exceptions/${date}`, { version, note, spans: [] }),
      `The holidays of ${name}`,
    ));
}

const elsewhere = [
  {
    ...warehouse,
    ...{ street: "Tegelvägen 40", postalCode: "252 20" },
    position: { latitude: 56.05, longitude: 12.75 },
  },
  {
    ...pickupPoint,
    ...{ street: "Lindgatan 5", postalCode: "222 21" },
    position: { latitude: 55.706, longitude: 13.193 },
  },
] as const;

async function enterElsewhere(
  house: House,
  { id: code, ...place }: (typeof elsewhere)[number],
  entityId: unknown,
): Promise<void> {
  const made = await must(
    call(house, "POST", "/api/locations", { code, entityId, ...place, firstDay: null }),
    place.name,
  );
  if (place.kind !== "pickup_point") return;
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: "08:00", closes: "21:00" }));
  const path = `/api/locations/${String(made["id"])}/hours`;
  await must(call(house, "PUT", path, { version: made["version"], week }), `The hours of ${place.name}`);
}

/** The zones of a place whose settings nobody has touched. */
async function enterZones(house: House, place: Json): Promise<void> {
  const store = storeList.find((one) => isCode(one.id)(place));
  if (store === undefined && !isCode(warehouse.id)(place)) return;
  const path = `/api/stores/${String(place["id"])}/settings`;
  const { mine: _, ...now } = await must(call(house, "GET", path), "The settings of a store");
  if (now["version"] !== 0) return;
  const zones = store === undefined ? warehouseZones : zonesOf(store);
  await must(call(house, "PUT", path, { ...now, zones }), "The zones of a store");
}

/** Name and currency, in a house where nobody has chosen them. */
async function introduce(house: House): Promise<void> {
  const settings = await must(call(house, "GET", "/api/settings"), "The settings");
  const wish = {
    ...(settings["name"] === UNNAMED && { name: "Almvik" }),
    ...(settings["defaultCurrency"] === null && { defaultCurrency: currencyOf("SE") }),
  };
  if (Object.keys(wish).length === 0) return;
  await must(
    call(house, "PATCH", "/api/settings", { version: settings["version"], ...wish }),
    "The settings",
  );
}

/** Before the first event: what is collected without a basis stays apart. */
async function shareCustomers(house: House, entityIds: readonly unknown[]): Promise<void> {
  const path = "/api/company/sharings";
  const known = itemsOf(await must(call(house, "GET", path), "The list of who shares customers"));
  const members = known.flatMap((one) => itemsOf({ items: one["entities"] }));
  if (members.some(({ id }) => entityIds.includes(id))) return;
  await must(call(house, "POST", path, { ...sharing, entityIds }), "The basis for sharing customers");
}

/** Gives how many places were entered now; a house that knows us, or does not let us, gives 0. */
export async function enterCompany(house: House, now: number): Promise<number> {
  const there = await call(house, "GET", "/api/entities");
  if (there.status !== 200) return 0;
  await introduce(house);
  const ids: Partial<Record<Country, unknown>> = {};
  for (const country of ["SE", "DK"] as const) {
    const known = itemsOf(there.body).find(isCode(entityOf(country)));
    const { id } =
      known ?? (await must(call(house, "POST", "/api/entities", entities[country]), "The legal entity"));
    ids[country] = id;
  }
  await shareCustomers(house, Object.values(ids));
  const places = async () => itemsOf(await must(call(house, "GET", "/api/locations"), "The list of stores"));
  const known = await places();
  const isMissing = ({ id }: { readonly id: string }) => !known.some(isCode(id));
  const missing = { stores: storeList.filter(isMissing), others: elsewhere.filter(isMissing) };
  for (const store of missing.stores) await enterStore(house, store, ids[store.country], now);
  for (const place of missing.others) await enterElsewhere(house, place, ids[place.country]);
  for (const place of await places()) await enterZones(house, place);
  return missing.stores.length + missing.others.length;
}
