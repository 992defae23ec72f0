// Canaries: a text that stands nowhere else, in every field of every event that a client family can send.
import type { Server } from "./harness.ts";

export const CANARY = "zqcanary";
let planted = 0;
export const canary = (): string => `${CANARY}${++planted}x`;

type Shape = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly pattern?: string;
  readonly format?: string;
};

/** A value of a shape, with a canary in every text. */
function filled(shape: Shape): unknown {
  if (shape.properties !== undefined)
    return Object.fromEntries(Object.entries(shape.properties).map(([name, of]) => [name, filled(of)]));
  if (shape.items !== undefined) return [filled(shape.items), filled(shape.items)];
  if (shape.pattern !== undefined) return "SEK";
  if (shape.format === "uri") return `https://${canary()}.example/${canary()}?q=${canary()}#${canary()}`;
  if (shape.type === "integer") return 2;
  return Array.isArray(shape.type) ? "12.50" : canary();
}

const context = () => ({
  ...{ ip: canary(), userAgent: canary(), locale: canary(), timezone: canary(), groupId: canary() },
  page: { path: canary(), referrer: canary(), search: canary(), title: canary(), url: canary() },
  campaign: { name: canary(), source: canary(), medium: canary(), term: canary(), content: canary() },
  device: { id: canary(), advertisingId: canary(), manufacturer: canary(), name: canary(), token: canary() },
  library: { name: canary(), version: canary() },
  app: { name: canary(), build: canary() },
  location: { code: canary(), city: canary(), country: canary() },
  network: { carrier: canary() },
  os: { name: canary() },
  referrer: { id: canary(), type: canary() },
  traits: traits(),
  externalIds: [{ id: canary(), type: canary(), collection: canary(), encoding: canary() }],
});
const traits = () => ({
  ...{
    email: `${canary()}@exempel.se`,
    phone: canary(),
    name: canary(),
    firstName: canary(),
    club_card: canary(),
  },
  address: { street: canary(), city: canary(), postalCode: canary(), country: canary() },
  company: { name: canary(), id: canary() },
});
const common = (userId: string) => ({
  ...{ userId, messageId: canary(), anonymousId: canary(), context: context(), channel: "store" },
  ...{ integrations: { All: true, [canary()]: { id: canary() } }, [canary()]: canary() },
});

/** The 28 events of the specification, in every field of which sits a canary; and all other kinds of message. */
export async function messagesOf(at: Server, userId: string): Promise<object[]> {
  const { body } = await at.ask<{ items: { name: string; schema: Shape }[] }>("/api/schemas/templates");
  const tracks = body.items.map(({ name, schema }) => ({
    ...common(userId),
    ...{
      type: "track",
      event: name,
      properties: { ...(filled(schema) as object), more: [{ deep: canary() }] },
    },
  }));
  const others = [
    { type: "identify", traits: traits() },
    { type: "page", name: canary(), category: canary(), properties: { url: canary(), title: canary() } },
    { type: "screen", name: canary(), properties: { name: canary() } },
    { type: "group", groupId: canary(), traits: traits() },
    { type: "alias", previousId: canary() },
    { type: "track", event: canary(), properties: { zone: canary() } },
    { type: "track", event: "Beacon Detected", properties: { beacon: canary() } },
  ];
  const unfit = [
    { type: "track", event: "Order Completed", timestamp: canary() },
    { type: canary() },
    { type: "track", event: "Product Viewed", properties: canary() },
    { type: "track", event: "Order Completed", properties: { revenue: canary(), currency: "SEK" } },
    { type: "track", event: "Product Viewed", properties: { long: canary().repeat(4000) } },
    { type: "track", event: "Product Viewed", messageId: canary().repeat(30) },
    { type: "track", event: "Product Viewed", context: { channel: "store", note: `\u0000${canary()}` } },
  ];
  return [...tracks, ...[...others, ...unfit].map((message) => ({ ...common(userId), ...message }))];
}

/** What PostHog's, Snowplow's and Jitsu's clients would send about the same person: address and body, or address alone. */
export const foreignOf = (key: string, userId: string): { path: string; body?: object }[] => [
  ...["Product Viewed", "$identify", "$pageview"].map((event) => ({
    path: "/e/",
    body: {
      ...{ api_key: key, event, distinct_id: userId, uuid: crypto.randomUUID() },
      properties: {
        ...{
          $ip: canary(),
          $current_url: canary(),
          $user_agent: canary(),
          $device_id: canary(),
          note: canary(),
        },
        ...{ $set: { email: `${canary()}@exempel.se`, name: canary() }, $session_id: canary() },
      },
    },
  })),
  {
    path: "/com.snowplowanalytics.snowplow/tp2",
    body: {
      schema: "iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4",
      data: [
        {
          ...{ e: "se", aid: key, uid: userId, duid: canary(), ip: canary(), ua: canary(), url: canary() },
          ...{
            se_ca: canary(),
            se_ac: canary(),
            se_la: canary(),
            refr: canary(),
            page: canary(),
            eid: canary(),
          },
        },
      ],
    },
  },
  {
    path: `/i?${new URLSearchParams({ e: "pv", aid: key, uid: userId, url: canary(), page: canary(), eid: canary() })}`,
  },
  {
    path: `/api/s/track?writeKey=${key}`,
    body: { ...common(userId), type: "track", event: "Product Viewed", properties: { note: canary() } },
  },
];
