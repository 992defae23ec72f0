// Made-up histories of a few people, their devices and what shops do to data: shared tablets, family phones, wrong addresses,
// clocks that agree to the minute, and clients that send things again. All from one seed.
import { type Random, randomFrom } from "@somlos/kernel/testing";
import type { Id, Told, Trust } from "./reference-lanes.ts";

export type Sent = { readonly told: Told; readonly body: Readonly<Record<string, unknown>> };
export type History = {
  readonly prefix: string;
  readonly events: readonly Sent[];
  /** Places of the events that are sent once more, at another time. */
  readonly again: readonly number[];
};
type Being = { readonly login: string; readonly own: readonly Id[]; readonly devices: readonly string[] };
type Scene = {
  readonly r: Random;
  readonly prefix: string;
  readonly beings: readonly Being[];
  readonly strangers: readonly Id[];
  readonly devices: readonly string[];
  readonly from: number;
  /** Times are rounded to this, so that many are equal. */
  readonly grid: number;
  /** How often an event names something of somebody else. */
  readonly mess: number;
  readonly provenShare: number;
};

const HOURS = 3_600_000;

function sceneOf(r: Random, number: number, from: number): Scene {
  const prefix = `h${number}x`;
  const devices = Array.from({ length: 1 + r.below(5) }, (_, i) => `${prefix}-visitor-${i}`);
  const beings = Array.from({ length: 1 + r.below(6) }, (_, i): Being => {
    const mails = 1 + (r.chance(0.3) ? 4 + r.below(5) : r.below(3));
    return {
      login: `${prefix}-login-${i}`,
      own: [
        ...Array.from({ length: mails }, (_, n) => ({
          kind: "email",
          value: `${prefix}.p${i}.${n}@example.se`,
        })),
        ...Array.from({ length: 1 + r.below(2) }, (_, n) => ({
          kind: "phone",
          value: phone(number, i * 10 + n),
        })),
        ...Array.from({ length: r.below(3) }, (_, n) => ({
          kind: "club_card",
          value: `${prefix}C${i}N${n}`.toUpperCase(),
        })),
        ...(r.chance(0.4) ? [{ kind: "card_token", value: `${prefix}-token-${i}` }] : []),
        ...(r.chance(0.3) ? [{ kind: "address", value: `storgatan ${r.below(2)}${number} ${prefix}` }] : []),
        ...(r.chance(0.3) ? [{ kind: "device", value: `${prefix}-phone-${i}` }] : []),
      ],
      devices: devices.filter(() => r.chance(0.5)),
    };
  });
  const strangers = Array.from({ length: 2 + r.below(4) }, (_, n) =>
    r.chance(0.5)
      ? { kind: "email", value: `${prefix}.family.${n}@example.se` }
      : { kind: "phone", value: phone(number, 90 + n) },
  );
  return {
    r,
    prefix,
    beings,
    strangers,
    devices,
    from,
    grid: r.pick([1, 1, 1000, 5 * 60_000, 15 * 60_000]),
    mess: r.pick([0, 0.05, 0.15, 0.4]),
    provenShare: r.pick([0, 0.2, 0.5, 0.8, 1]),
  };
}

/** A Swedish mobile number that no two histories share. */
const phone = (history: number, n: number): string =>
  `+4670${String(history).padStart(4, "0")}${String(100 + n)}`;

type Word = "page" | "track" | "order" | "identify" | "in" | "out" | "alias";

export function makeHistory(seed: number, number: number, size: number, from: number): History {
  const r = randomFrom(seed * 100_003 + number);
  const scene = sceneOf(r, number, from);
  const events = Array.from({ length: size }, (_, i) => makeEvent(scene, i));
  return {
    prefix: scene.prefix,
    events,
    again: r.chance(0.6) ? events.flatMap((_, i) => (r.chance(0.15) ? [i] : [])) : [],
  };
}

function makeEvent(s: Scene, i: number): Sent {
  const { r } = s;
  const being = r.pick(s.beings);
  const trust: Trust = r.chance(s.provenShare) ? "proven" : "stated";
  const at = Math.floor((s.from + r.below(12 * HOURS)) / s.grid) * s.grid;
  const word: Word = r.pick(["page", "page", "track", "order", "identify", "identify", "in", "out", "alias"]);
  const device = deviceOf(s, being, word);
  const login = loginOf(s, being, word, device);
  const ids = otherIds(s, being, word);
  const messageId = `${s.prefix}-${i}`;
  const about = { messageId, at, trust, ids, word, device, login, n: r.below(4) };
  return { told: toldOf(about, s.prefix), body: bodyOf(about, s.prefix) };
}

function deviceOf({ r, devices, mess }: Scene, being: Being, word: Word): string | undefined {
  if (word === "alias" || r.chance(0.85))
    return being.devices.length > 0 && !r.chance(mess) ? r.pick(being.devices) : r.pick(devices);
  return undefined;
}

function loginOf(
  { r, beings, mess }: Scene,
  being: Being,
  word: Word,
  device: string | undefined,
): string | undefined {
  const mine = r.chance(mess / 2) ? r.pick(beings).login : being.login;
  if (word === "in" || word === "alias") return mine;
  if (word === "out") return device === undefined || r.chance(0.4) ? mine : undefined;
  return r.chance(0.45) ? mine : undefined;
}

/** At most one of a kind, as the traits of one event hold them. */
function otherIds({ r, beings, strangers, mess }: Scene, being: Being, word: Word): Id[] {
  const share = word === "identify" ? 0.5 : word === "track" || word === "order" ? 0.12 : 0;
  const found = new Map<string, Id>();
  for (const id of being.own) if (r.chance(share)) found.set(id.kind, id);
  if (share > 0 && r.chance(mess)) {
    const other = r.chance(0.5) ? r.pick(strangers) : r.pick(r.pick(beings).own);
    found.set(other.kind, other);
  }
  return [...found.values()];
}

type About = {
  readonly messageId: string;
  readonly at: number;
  readonly trust: Trust;
  readonly ids: readonly Id[];
  readonly word: Word;
  readonly device: string | undefined;
  readonly login: string | undefined;
  readonly n: number;
};

const TRAITS = new Set(["email", "phone", "club_card", "card_token", "address"]);
const traitsOf = (ids: readonly Id[]) =>
  Object.fromEntries(ids.filter((id) => TRAITS.has(id.kind)).map((id) => [id.kind, id.value]));
/** What somebody says of themselves; now and then they take it back. */
const wordsOf = ({ n, ids }: About): Record<string, unknown> => ({
  ...traitsOf(ids),
  ...(n !== 0 && { city: ["Lund", "Malmö", null, "Umeå"][n] }),
  ...(n > 1 && { shoe_size: 36 + n }),
  ...(n === 3 && { interests: ["tents", "tea"] }),
});
const orderOf = (about: About, prefix: string): Id => ({
  kind: about.n > 1 ? "order" : "receipt",
  value: `${prefix}${about.n > 1 ? "order" : "receipt"}${about.n}`.toUpperCase(),
});

function toldOf(about: About, prefix: string): Told {
  const { messageId, at, trust, device, login, word } = about;
  const says =
    word === "out"
      ? "out"
      : login !== undefined && (word === "in" || word === "identify" || word === "alias")
        ? "in"
        : "none";
  const needsName = device === undefined && login === undefined && about.ids.length === 0;
  return {
    messageId,
    at,
    trust,
    says,
    ids: [...about.ids, ...(word === "order" || needsName ? [orderOf(about, prefix)] : [])],
    ...(device !== undefined && { device }),
    ...(login !== undefined && { login }),
    ...(word === "identify" && { traits: wordsOf(about) }),
  };
}

const CALLS: Readonly<Record<Word, readonly [type: string, name: string]>> = {
  page: ["page", "Home"],
  track: ["track", "Product Viewed"],
  order: ["track", "Order Updated In Shop"],
  identify: ["identify", ""],
  in: ["track", "Signed In"],
  out: ["track", "Signed Out"],
  alias: ["alias", ""],
};

function bodyOf(about: About, prefix: string): Record<string, unknown> {
  const [type, name] = CALLS[about.word];
  const hardware = about.ids.find((id) => id.kind === "device");
  const order = toldOf(about, prefix).ids.find((id) => id.kind === "order" || id.kind === "receipt");
  const context = {
    ...(hardware !== undefined && { device: { id: hardware.value } }),
    ...(about.word !== "identify" && about.ids.length > 0 && { traits: traitsOf(about.ids) }),
  };
  return {
    type,
    messageId: about.messageId,
    timestamp: new Date(about.at).toISOString(),
    ...(type === "track" ? { event: name } : name !== "" && { name }),
    ...(about.login !== undefined && { userId: about.login }),
    ...(about.device !== undefined &&
      (type === "alias" ? { previousId: about.device } : { anonymousId: about.device })),
    ...(about.word === "identify" && { traits: wordsOf(about) }),
    ...(order !== undefined && { properties: { [`${order.kind}_id`]: order.value } }),
    ...(Object.keys(context).length > 0 && { context }),
  };
}
