// What somebody tries who has the public key out of a page, and every identifier of a victim. Each returns what it was told.
import type { Server } from "../harness.ts";

export type Known = {
  readonly login: string;
  readonly email: string;
  readonly phone: string;
  readonly card: string;
  readonly visitor: string;
  readonly otherVisitor: string;
  readonly order: string;
  readonly distinctId: string;
  readonly provenMessage: string;
  readonly publicMessage: string;
  readonly personId: string;
};
export type Attacker = { readonly login: string; readonly email: string; readonly visitor: string };
export type Told = { readonly status: number; readonly text: string };
export type Scene = { readonly server: Server; readonly victim: Known; readonly me: Attacker };
export type Attempt = { readonly name: string; readonly go: (scene: Scene) => Promise<Told[]> };

/** One request with nothing but what an attacker has. */
export async function raw(
  { server }: Pick<Scene, "server">,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Told> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: { "content-type": "application/json", authorization: basic(server.writeKey), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    redirect: "manual",
  });
  return { status: answer.status, text: await answer.text() };
}

export const basic = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;

export const batch = (scene: Scene, ...events: object[]) =>
  raw(scene, "POST", "/v1/batch", { batch: events });
export const one = (name: string, go: (scene: Scene) => Promise<Told>): Attempt => ({
  name,
  go: async (scene) => [await go(scene)],
});
const many = (count: number, make: (n: number) => object): object[] =>
  Array.from({ length: count }, (_, n) => make(n));
const past = (ms: number) => new Date(Date.now() - ms).toISOString();
const ahead = () => new Date(Date.now() + 23 * 3_600_000).toISOString();

export const joins: readonly Attempt[] = [
  one("joins the victim's e-mail to his own login", (s) =>
    batch(s, { type: "identify", userId: s.me.login, traits: { email: s.victim.email } }),
  ),
  one("joins the victim's phone and card to his own login", (s) =>
    batch(s, {
      type: "identify",
      userId: s.me.login,
      traits: { phone: s.victim.phone, club_card: s.victim.card },
    }),
  ),
  one("joins his own e-mail to the victim's login", (s) =>
    batch(s, { type: "identify", userId: s.victim.login, traits: { email: s.me.email } }),
  ),
  one("merges by alias: the victim's visitor is said to be him", (s) =>
    batch(s, { type: "alias", userId: s.me.login, previousId: s.victim.visitor }),
  ),
  one("merges by alias the other way: his visitor is said to be the victim", (s) =>
    batch(s, { type: "alias", userId: s.victim.login, previousId: s.me.visitor }),
  ),
  one("joins both through a fresh e-mail in the middle", (s) =>
    batch(
      s,
      { type: "identify", userId: s.victim.login, traits: { email: "middle@evil.example" } },
      { type: "identify", userId: s.me.login, traits: { email: "middle@evil.example" } },
    ),
  ),
  one("claims the victim's order as his", (s) =>
    batch(s, {
      type: "track",
      event: "Order Completed",
      userId: s.me.login,
      properties: { order_id: s.victim.order },
    }),
  ),
  one("names the victim's card as an external id of his", (s) =>
    batch(s, {
      type: "track",
      event: "Scanned",
      userId: s.me.login,
      context: { externalIds: [{ type: "club_card", id: s.victim.card }], traits: { email: s.victim.email } },
    }),
  ),
  one("merges through PostHog's dangerous merge", (s) =>
    raw(s, "POST", "/batch/", {
      api_key: s.server.writeKey,
      batch: [
        { event: "$merge_dangerously", distinct_id: "evil", properties: { alias: s.victim.distinctId } },
      ],
    }),
  ),
  one("merges through PostHog's alias and identify", (s) =>
    raw(s, "POST", "/batch/", {
      api_key: s.server.writeKey,
      batch: [
        { event: "$create_alias", distinct_id: "evil", properties: { alias: s.victim.distinctId } },
        {
          event: "$identify",
          distinct_id: "evil",
          properties: { $anon_distinct_id: s.victim.distinctId, $set: { email: s.me.email } },
        },
      ],
    }),
  ),
  one("merges through Snowplow's user and device ids", (s) =>
    raw(s, "POST", "/com.snowplowanalytics.snowplow/tp2", {
      data: [{ e: "pv", aid: s.server.writeKey, uid: s.me.login, duid: s.victim.visitor, eid: "evil-sp" }],
    }),
  ),
  one("merges through the server-to-server door of Jitsu, with the public key", (s) =>
    raw(s, "POST", "/api/s/s2s/identify", {
      userId: s.me.login,
      anonymousId: s.victim.visitor,
      traits: { email: s.victim.email },
    }),
  ),
];

export const lanes: readonly Attempt[] = [
  one("takes over the visitor's lane by signing in on it", (s) =>
    batch(s, { type: "track", event: "Signed In", userId: s.me.login, anonymousId: s.victim.visitor }),
  ),
  one("takes over the lane from before the victim's first sign-in", (s) =>
    batch(s, {
      type: "identify",
      userId: s.me.login,
      anonymousId: s.victim.visitor,
      timestamp: "1990-01-01T00:00:00Z",
    }),
  ),
  one("signs the victim out", (s) =>
    batch(s, { type: "track", event: "Signed Out", anonymousId: s.victim.visitor }),
  ),
  one("signs the victim out in the past, in the victim's own name", (s) =>
    batch(s, {
      type: "track",
      event: "Signed Out",
      userId: s.victim.login,
      anonymousId: s.victim.visitor,
      timestamp: past(3_600_000),
    }),
  ),
  one("takes the device on which the victim only typed an address", (s) =>
    batch(s, { type: "identify", userId: s.me.login, anonymousId: s.victim.otherVisitor }),
  ),
  one("types ten strangers' addresses on the victim's device", (s) =>
    batch(
      s,
      ...many(10, (n) => ({
        type: "identify",
        anonymousId: s.victim.visitor,
        traits: { email: `stranger${n}@evil.example` },
      })),
    ),
  ),
];

export const facts: readonly Attempt[] = [
  one("overwrites proven facts, dated tomorrow", (s) =>
    batch(s, {
      type: "identify",
      userId: s.victim.login,
      timestamp: ahead(),
      traits: { name: "Mallory", city: "Nowhere" },
    }),
  ),
  one("takes proven facts back", (s) =>
    batch(s, {
      type: "identify",
      userId: s.victim.login,
      timestamp: ahead(),
      traits: { name: null, city: null },
    }),
  ),
  one("overwrites proven facts through the victim's device", (s) =>
    batch(s, {
      type: "identify",
      anonymousId: s.victim.visitor,
      timestamp: ahead(),
      traits: { name: "Mallory" },
    }),
  ),
  one("uses up the victim's limit of e-mails, phones and cards", (s) =>
    batch(
      s,
      ...many(30, (n) => ({
        type: "identify",
        userId: s.victim.login,
        timestamp: "1990-01-01T00:00:00Z",
        traits: { email: `full${n}@evil.example`, phone: `+4670999${1000 + n}`, club_card: `EVIL${n}` },
      })),
    ),
  ),
  one("makes the victim's e-mail, phone and card look shared by fifty", (s) =>
    batch(
      s,
      ...many(50, (n) => ({
        type: "identify",
        userId: `crowd${n}`,
        traits: { email: s.victim.email, phone: s.victim.phone, club_card: s.victim.card },
      })),
    ),
  ),
];
