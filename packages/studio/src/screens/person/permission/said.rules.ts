// What a person's permissions come to, put in the order in which it is read; and which address a yes can hang on. Pure.
import { type PermissionChannel, permissionChannels } from "@somlos/contract/rooms/consent";
import type { PermissionView } from "@somlos/contract/rooms/consent-person";
import type { textVersion } from "@somlos/contract/rooms/consent-purposes";
import { carrierKinds } from "@somlos/contract/rooms/consent-say";
import type { z } from "zod";

export type TextVersion = z.infer<typeof textVersion>;
export type CarrierKind = (typeof carrierKinds)[number];
export type Carrier = { readonly kind: CarrierKind; readonly value: string };
export type Line = PermissionView;
export type PurposeGroup = { readonly purpose: string; readonly kind: Line["kind"]; readonly lines: Line[] };
export type EntityGroup = { readonly entity: Line["entity"]; readonly purposes: PurposeGroup[] };

/** What a new yes begins with, when it is about a line. */
export type About = { readonly purpose: string; readonly channel: PermissionChannel } | undefined;

/** One line of the list: said again it is the same. */
export const keyOf = ({ purpose, channel, entity }: Line): string => `${purpose} ${channel} ${entity.id}`;

const place = (channel: PermissionChannel): number => permissionChannels.indexOf(channel);
const nameOf = ({ name, id }: Line["entity"]): string => name ?? id;

/** By legal entity, then purpose, then channel, each in an order that stays. */
export function groupsOf(items: readonly Line[]): EntityGroup[] {
  const entities = Map.groupBy(items, ({ entity }) => entity.id);
  return [...entities.values()]
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const purposes = [...Map.groupBy(own, ({ purpose }) => purpose)]
        .map(([purpose, lines]) => ({
          purpose,
          kind: lines[0]?.kind ?? null,
          lines: lines.toSorted((a, b) => place(a.channel) - place(b.channel)),
        }))
        .toSorted((a, b) => a.purpose.localeCompare(b.purpose));
      return [{ entity: first.entity, purposes }];
    })
    .toSorted((a, b) => nameOf(a.entity).localeCompare(nameOf(b.entity)));
}

/** May be used now: a yes, or what a purchase allows. */
export const isYes = ({ state }: Pick<Line, "state">): boolean => state === "granted" || state === "soft";
export const countYes = (items: readonly Line[]): number => items.filter(isYes).length;

/** By what one is reached in a channel; all others hang on whatever names the person. */
const reachedBy: Partial<Record<PermissionChannel, CarrierKind>> = {
  ...{ mail: "email", sms: "phone", call: "phone", robot_call: "phone", letter: "address" },
};

export const isCarrier = (one: { readonly kind: string; readonly value: string }): one is Carrier =>
  carrierKinds.some((kind) => kind === one.kind);

/** What of it can carry a permission in all of these channels: a mail goes to an address, a call to a number. */
export const carriersFor = (
  held: readonly { readonly kind: string; readonly value: string }[],
  channels: readonly PermissionChannel[],
): Carrier[] => {
  const wanted = new Set(channels.flatMap((channel) => reachedBy[channel] ?? []));
  return held.filter(isCarrier).filter(({ kind }) => wanted.size === 0 || wanted.has(kind));
};

/** The words that may be asked with now: of each language the newest that ask for consent, in the language of the screen first. */
export function wordsToAsk(items: readonly TextVersion[], language: string): TextVersion[] {
  const newest = new Map<string, TextVersion>();
  for (const one of items.filter(({ basis }) => basis === "consent")) {
    const there = newest.get(one.language);
    if (there === undefined || there.version < one.version) newest.set(one.language, one);
  }
  return [...newest.values()].toSorted(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  );
}

type Act = { readonly at: string; readonly purpose: string | null; readonly channel: string | null };
type OfEntity = { readonly entity: { readonly id: string } | null };

/** What was said once stands once, however many addresses it was written for: the ledger has a line each. */
export function onceEach<T extends Act & OfEntity & { readonly state?: string }>(lines: readonly T[]): T[][] {
  const act = ({ at, purpose, channel, entity, state }: T): string =>
    [at, purpose, channel, entity?.id, state].join(" ");
  return [...Map.groupBy(lines, act).values()];
}
