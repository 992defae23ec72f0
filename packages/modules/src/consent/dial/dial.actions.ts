// Setting and reading the dial. It belongs to identifiers: what a person says is written for all that they hold, goes along
// with each of them when they part, and counts for what joins them later.
import { Refusal } from "@somlos/contract";
import { type DialAnswer, type DialKind, type DialSetting, dialKinds } from "@somlos/contract/rooms/dial";
import { type Channel, channels } from "@somlos/contract/rooms/events";
import type { Tx, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { dateAt, dayOf } from "@somlos/rules/calendar";
import { type CompanyView, type KnownPlace, listEntities } from "../../company/index.ts";
import { identifierOf, inCircle, kindOf, type Naming } from "../../events/index.ts";
import { findPerson, watchIdentifiers } from "../../identity/index.ts";
import type { Bearer } from "../ledger/bearers.rules.ts";
import { bearersOf } from "../use/may-use.actions.ts";
import { actsHeldBy, bearersOfDial, stateOf, strictestOf, VISIT_MS } from "./dial.rules.ts";
import { insertActs, listActs, listHistory, type NewAct, saveChannels, type ToldAct } from "./dial.store.ts";
import { type ActThere, othersOf, saidToEach } from "./elsewhere.rules.ts";

export type DialWish = {
  /** All that the person holds. */
  readonly bearers: readonly Bearer[];
  readonly channels: Readonly<Partial<Record<Channel, DialSetting>>>;
  readonly saidIn: Channel;
  readonly place: KnownPlace | undefined;
  readonly by: NewAct["by"];
  readonly saidBy?: string | undefined;
};

const HISTORY_MOST = 200;
/** Where nobody entered a legal entity yet. */
const ZONE = "Europe/Stockholm";

/** Midnight where it was said; online that of the legal entities, the earliest of several. */
async function midnightAt(tx: Tx, now: Date, place: KnownPlace | undefined): Promise<Date> {
  const zones = place === undefined ? (await listEntities(tx)).map(({ timeZone }) => timeZone) : [place.zone];
  const ends = (zones.length === 0 ? [ZONE] : zones).map((zone) => dayOf(dateAt(now, zone), zone).to);
  return new Date(Math.min(...ends.map((end) => end.getTime())));
}

const isRestricting = ({ level, kinds }: DialSetting): boolean => level !== "always" || kinds !== null;

/** Writes what a person said. Call `DialView.refresh` after the commit. */
export async function setDial(work: Work, wish: DialWish): Promise<void> {
  const each = Map.groupBy(wish.bearers, ({ circle = 0 }) => circle);
  const identifiers = [...each.values()].flatMap(bearersOfDial);
  if (identifiers.length === 0) throw new Refusal("dial.nothing_held");
  const settings = Object.entries(wish.channels) as [Channel, DialSetting][];
  const isToday = settings.some(([, { level }]) => level === "today");
  const act = uuid7(work.now.getTime());
  await watchIdentifiers(
    work.tx,
    identifiers.map(({ fp }) => fp),
  );
  await insertActs(work.tx, {
    ...{ act, identifiers, only: null, saidIn: wish.saidIn, by: wish.by, at: work.now },
    saidBy: wish.saidBy ?? null,
    channels: settings.map(([channel, { level, kinds }]) => ({ channel, level, kinds })),
    midnight: isToday ? await midnightAt(work.tx, work.now, wish.place) : null,
    place: wish.place?.code ?? null,
  });
  const restricted = settings.filter(([, setting]) => isRestricting(setting)).map(([channel]) => channel);
  if (restricted.length > 0) await saveChannels(work.tx, restricted, work.now);
  const data = { actId: act, channels: settings.map(([channel]) => channel) };
  work.record({ name: "dial.set", v: 1, data });
}

/** Only this time: a visit at one location, whatever the dial says otherwise. Gives when it ends if nothing happens. */
export async function recogniseOnce(
  work: Work,
  wish: {
    readonly bearers: readonly Bearer[];
    readonly channel: Channel;
    readonly place: KnownPlace;
    readonly by: NewAct["by"];
  },
): Promise<Date> {
  const identifiers = bearersOfDial(wish.bearers);
  if (identifiers.length === 0) throw new Refusal("dial.nothing_held");
  const act = uuid7(work.now.getTime());
  await watchIdentifiers(
    work.tx,
    identifiers.map(({ fp }) => fp),
  );
  await insertActs(work.tx, {
    ...{ act, identifiers, by: wish.by, at: work.now, midnight: null, saidIn: wish.channel, saidBy: null },
    channels: [{ channel: wish.channel, level: "visit", kinds: null }],
    only: wish.place.code.toLowerCase(),
    place: wish.place.code,
  });
  work.record({ name: "dial.once", v: 1, data: { actId: act, channels: [wish.channel] } });
  return new Date(work.now.getTime() + VISIT_MS);
}

type Company = Pick<CompanyView, "saidTo">;

/** Each that they hold, in its own circle and in the others where its legal entities were spoken to. */
const namesOf = (company: Company, bearers: readonly Bearer[]) =>
  bearers.flatMap(({ fp, circle = 0, inCircle: named }) => [
    { fp, circle, own: fp },
    ...othersOf(company, circle).flatMap((other) =>
      named === undefined ? [] : [{ fp: named(other), circle: other, own: fp }],
    ),
  ]);

const fpsOf = (names: ReturnType<typeof namesOf>): string[] => [...new Set(names.map(({ fp }) => fp))];

/** What holds for somebody who holds these now, in each channel. */
export async function readLevels(
  tx: Tx,
  company: Company,
  bearers: readonly Bearer[],
  now: Date,
): Promise<DialAnswer["channels"]> {
  const names = namesOf(company, bearers);
  const fps = fpsOf(names);
  const byFp = Map.groupBy(actsHeldBy(await listActs(tx, fps, channels), new Set(fps)), ({ fp }) => fp);
  const acts = names.flatMap(({ fp, circle, own }) =>
    (byFp.get(fp) ?? []).map((act): ActThere => ({ circle, act: { ...act, fp: own } })),
  );
  const circles = new Set(bearers.map(({ circle = 0 }) => circle));
  const each = [...(circles.size > 0 ? circles : [0])].flatMap((circle) =>
    saidToEach(acts, company.saidTo(circle)),
  );
  const shown = channels.map((channel) => {
    const { level, kinds, since, until } = strictestOf(
      each.map((said) => stateOf(said, channel, now.getTime())),
    );
    return [channel, { level, kinds: kindsShown(kinds), since: isoOf(since), until: isoOf(until) }] as const;
  });
  return Object.fromEntries(shown) as DialAnswer["channels"];
}

/** The same, and how it came to be. */
export async function readDial(
  tx: Tx,
  company: Company,
  bearers: readonly Bearer[],
  now: Date,
): Promise<DialAnswer> {
  const said = await readLevels(tx, company, bearers, now);
  const history = await listHistory(tx, fpsOf(namesOf(company, bearers)), HISTORY_MOST);
  return { channels: said, history: history.map(showAct) };
}

const isoOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const kindsShown = (kinds: readonly string[] | null): DialKind[] | null =>
  kinds === null ? null : dialKinds.filter((kind) => kinds.includes(kind));

const showAct = ({ act, at, until, kinds, place, ...told }: ToldAct): DialAnswer["history"][number] => ({
  ...told,
  id: act,
  at: at.toISOString(),
  until: until?.toISOString() ?? null,
  kinds: kindsShown(kinds),
  location: place,
});

/** Everything held by whoever holds one identifier in a circle; itself, when nobody is known by it. */
export async function bearersBehind(
  tx: Tx,
  naming: Naming,
  circle: number,
  said: { readonly kind: string; readonly value: string },
): Promise<readonly Bearer[]> {
  const kind = kindOf(said.kind);
  const own = kind === undefined ? undefined : identifierOf(inCircle(naming, circle), kind, said.value);
  if (own === undefined) throw new Refusal("dial.identifier_bad");
  const personId = await findPerson(tx, own);
  const held = personId === undefined ? [] : await bearersOf(tx, naming, personId);
  return [...new Map([...held, own].map((bearer) => [bearer.fp, bearer])).values()];
}

/** Said to all legal entities at once, only `never` is taken where different things stand: it loosens nothing. */
export async function refuseLaxer(
  tx: Tx,
  held: readonly (readonly Bearer[])[],
  wished: DialWish["channels"],
  now: Date,
): Promise<void> {
  const laxer = (Object.entries(wished) as [Channel, DialSetting][]).filter(
    ([, { level }]) => level !== "never",
  );
  if (laxer.length === 0) return;
  const stands = new Set<string>();
  for (const bearers of held) {
    const fps = bearers.map(({ fp }) => fp);
    const acts = actsHeldBy(await listActs(tx, fps, channels), new Set(fps));
    stands.add(JSON.stringify(laxer.map(([channel]) => stateOf(acts, channel, now.getTime()))));
  }
  if (stands.size > 1) throw new Refusal("dial.several_entities");
}

export function placeIn(company: CompanyView, code: string): KnownPlace {
  const place = company.place(code);
  if (place === undefined) throw new Refusal("dial.place_unknown");
  return place;
}
