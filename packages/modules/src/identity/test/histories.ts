// Random shop life: small alphabets and narrow times, so that everything collides with everything.
import { fingerprint } from "@somlos/kernel/ids";
import fc from "fast-check";
import type { Identifier, IdentifierKind, Says, Stand, Told, Trust } from "../../events/index.ts";
import { type IdentitySettings, identitySettings, type NodeKind } from "../limits.rules.ts";
import { peopleOf, type Rule } from "./reference.ts";

export const small: IdentitySettings = {
  ...identitySettings,
  limit: { login: 1, club_card: 2, email: 3, phone: 2 },
  window: { email: { most: 2, spanMs: 6 }, phone: { most: 1, spanMs: 6 } },
  hub: {
    email: { login: 2, club_card: 2 },
    phone: { login: 2 },
    club_card: { login: 2 },
    receipt: { login: 1, email: 2 },
    address: { any: 1 },
    device: { any: 1 },
    lane: { email: 1, club_card: 1 },
  },
  visitMs: 3,
  slotMs: 2,
  silenceMs: 2,
};

export const identifier = (kind: IdentifierKind, value: string): Identifier => ({
  fp: fingerprint(kind, value),
  kind,
  value,
});

const some = (kind: IdentifierKind, n: number) =>
  fc.integer({ min: 1, max: n }).map((i) => identifier(kind, `${kind}-${i}`));
const login = some("login", 4);
const loose = fc.oneof(
  { weight: 4, arbitrary: some("email", 5) },
  { weight: 3, arbitrary: some("phone", 3) },
  { weight: 3, arbitrary: some("club_card", 3) },
  { weight: 1, arbitrary: some("receipt", 2) },
  { weight: 1, arbitrary: some("address", 2) },
  { weight: 1, arbitrary: some("device", 2) },
);
const device = fc.constantFrom("tablet", "phone", "laptop").map((name) => identifier("visitor", name));

type Draft = { device?: Identifier; login?: Identifier; says: Says; ids: Identifier[]; stand?: Stand };
const none = fc.constant("none" as const);
const list = (min: number, max: number) => fc.array(loose, { minLength: min, maxLength: max });
const kinds: Record<string, fc.Arbitrary<Draft>> = {
  browse: fc.record({ device, says: none, ids: list(0, 0) }),
  signIn: fc.record({ device, login, says: fc.constant("in" as const), ids: list(0, 1) }),
  signedIn: fc.record({ device, login, says: none, ids: list(0, 1) }),
  signOut: fc.record({ device, says: fc.constant("out" as const), ids: list(0, 1) }),
  leave: fc.record({ device, login, says: fc.constant("out" as const), ids: list(0, 0) }),
  typed: fc.record({ device, says: none, ids: list(1, 2) }),
  kiosk: fc.record({ device, says: none, ids: list(0, 1), stand: fc.constant("kiosk" as const) }),
  kioskSignedIn: fc.record({
    device,
    login,
    says: none,
    ids: list(0, 0),
    stand: fc.constant("kiosk" as const),
  }),
  counter: fc.record({ device, says: none, ids: list(1, 2), stand: fc.constant("counter" as const) }),
  account: fc.record({ login, says: none, ids: list(0, 2) }),
  guest: fc.record({ says: none, ids: list(1, 3) }),
};

/** What a life is mostly about: a bit of everything, a shared tablet, or shared addresses; and how much of it is proven. */
const flavours: readonly (readonly [Record<keyof typeof kinds, number>, number])[] = [
  [
    {
      browse: 2,
      signIn: 3,
      signedIn: 3,
      signOut: 2,
      leave: 1,
      typed: 3,
      account: 3,
      guest: 3,
      kiosk: 3,
      kioskSignedIn: 1,
      counter: 2,
    },
    0.5,
  ],
  [
    {
      browse: 2,
      signIn: 4,
      signedIn: 4,
      signOut: 3,
      leave: 1,
      typed: 3,
      account: 0,
      guest: 0,
      kiosk: 0,
      kioskSignedIn: 0,
      counter: 0,
    },
    0.5,
  ],
  [
    {
      browse: 1,
      signIn: 4,
      signedIn: 3,
      signOut: 3,
      leave: 1,
      typed: 4,
      account: 0,
      guest: 0,
      kiosk: 0,
      kioskSignedIn: 0,
      counter: 0,
    },
    0,
  ],
  [
    {
      browse: 0,
      signIn: 1,
      signedIn: 1,
      signOut: 0,
      leave: 0,
      typed: 1,
      account: 8,
      guest: 5,
      kiosk: 0,
      kioskSignedIn: 0,
      counter: 0,
    },
    0.3,
  ],
  [
    {
      browse: 0,
      signIn: 0,
      signedIn: 1,
      signOut: 0,
      leave: 0,
      typed: 1,
      account: 8,
      guest: 5,
      kiosk: 0,
      kioskSignedIn: 0,
      counter: 0,
    },
    0.8,
  ],
  [
    {
      browse: 0,
      signIn: 0,
      signedIn: 0,
      signOut: 0,
      leave: 0,
      typed: 0,
      account: 3,
      guest: 9,
      kiosk: 0,
      kioskSignedIn: 0,
      counter: 0,
    },
    0.9,
  ],
  [
    {
      browse: 0,
      signIn: 1,
      signedIn: 1,
      signOut: 1,
      leave: 0,
      typed: 1,
      account: 1,
      guest: 1,
      kiosk: 9,
      kioskSignedIn: 3,
      counter: 2,
    },
    0.4,
  ],
];

const draft = (weights: Record<string, number>) =>
  fc.oneof(
    ...Object.entries(weights)
      .filter(([, weight]) => weight > 0)
      .map(([name, weight]) => ({
        weight,
        arbitrary: kinds[name] ?? fc.constant({ says: "none" as const, ids: [] }),
      })),
  );

function tell(d: Draft, at: number, trust: Trust, n: number): Told {
  const strongest = [...d.ids].sort(
    (x, y) => small.rank[y.kind as NodeKind] - small.rank[x.kind as NodeKind] || (x.fp < y.fp ? -1 : 1),
  )[0];
  const subject =
    d.device && d.login
      ? fingerprint("stream", d.device.fp + d.login.fp)
      : d.device
        ? fingerprint("stream", d.device.fp)
        : (d.login ?? strongest)?.fp;
  return { key: fingerprint("event", String(n)), at, trust, sourceId: 1, subject: subject ?? "", ...d };
}

export const history = (max = 30): fc.Arbitrary<Told[]> =>
  fc.constantFrom(...flavours).chain(([weights, share]) =>
    fc
      .array(fc.tuple(draft(weights), fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 9 })), {
        minLength: 1,
        maxLength: max,
        size: "max",
      })
      .map((all) => all.map(([d, at, luck], n) => tell(d, at, luck < share * 10 ? "proven" : "stated", n))),
  );

/** A history, and the same in another order, in batches. What was told twice comes once: the room hears fresh events only. */
export const retold = (max = 30) =>
  history(max).chain((told) =>
    fc.record({
      told: fc.constant(told),
      heard: fc.shuffledSubarray(told, { minLength: told.length }),
      sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: told.length, maxLength: told.length }),
    }),
  );

export const batches = ({ heard, sizes }: { heard: readonly Told[]; sizes: readonly number[] }): Told[][] => {
  const out: Told[][] = [];
  for (let i = 0, n = 0; i < heard.length; n++) {
    const size = sizes[n] ?? 1;
    out.push(heard.slice(i, i + size));
    i += size;
  }
  return out;
};

const nameOf = (fp: string) => Buffer.from(fp, "latin1").toString("hex").slice(0, 8);

/** People without their ids: who has which identifiers and which events. */
export function portrait(
  told: readonly Told[],
  settings: IdentitySettings = small,
  rules: readonly Rule[] = [],
): string[] {
  const { groups, homes, kinds: kindOf } = peopleOf(told, settings, rules);
  const values = new Map(
    told.flatMap((e) => [...(e.login ? [e.login] : []), ...e.ids]).map((id) => [id.fp, id.value]),
  );
  return groups
    .map((group) => {
      const ids = [...group].filter((fp) => kindOf.get(fp) !== "lane").map((fp) => values.get(fp) ?? "?");
      const events = [...homes]
        .filter(([, home]) => home !== undefined && group.has(home))
        .map(([key]) => nameOf(key));
      return { ids, events };
    })
    .filter(({ ids, events }) => ids.length + events.length > 0)
    .map(({ ids, events }) => `${ids.sort().join(" ")} | ${events.sort().join(" ")}`)
    .sort();
}
export const shortKey = nameOf;
