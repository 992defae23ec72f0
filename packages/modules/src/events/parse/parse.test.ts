import { hmac } from "@somlos/kernel/ids";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSuspicious } from "./clean.rules.ts";
import { parseExactly } from "./exactly.rules.ts";
import { type Accepted, type Envelope, parse, type Unfit } from "./parse.rules.ts";

const NOW = Date.UTC(2026, 10, 21, 12);
const envelope: Envelope = {
  naming: { print: (space, text) => hmac("s".repeat(32), `${space}\0${text}`), country: "SE" },
  sourceId: 1,
  trust: "stated",
  channel: "web",
  receivedAt: NOW,
  sentAt: undefined,
  suspicious: true,
  newId: () => "a-new-id",
};
const fit = (message: unknown, more: Partial<Envelope> = {}): Accepted => {
  const parsed = parse(message, { ...envelope, ...more });
  if ("unfit" in parsed) throw new Error(parsed.unfit.code);
  return parsed.fit;
};
const unfit = (message: unknown, more: Partial<Envelope> = {}): Unfit => {
  const parsed = parse(message, { ...envelope, ...more });
  if ("fit" in parsed) throw new Error("it fits");
  return parsed.unfit;
};
const track = { type: "track", event: "Product Viewed", userId: "u1", messageId: "m1" };
const kinds = (e: Accepted) => e.ids.map((i) => `${i.kind} ${i.value}`).sort();

describe("a message that fits", () => {
  it("tells login, device and name, and keeps its body as it came", () => {
    const event = fit({ ...track, anonymousId: "v1", properties: { price: 19.9, currency: "SEK" } });
    expect(event).toMatchObject({
      type: "track",
      name: "Product Viewed",
      channel: "web",
      says: "none",
      at: NOW,
    });
    expect([event.login?.value, event.device?.value]).toEqual(["u1", "v1"]);
    expect(JSON.parse(event.body)).toEqual({
      ...track,
      anonymousId: "v1",
      properties: { price: 19.9, currency: "SEK" },
    });
  });

  it("keeps no token that somebody could sign in with, whether it fits or waits", () => {
    const context = { channel: "app", identityToken: "ey.sign.in" };
    expect(JSON.parse(fit({ ...track, context }).body)).toEqual({ ...track, context: { channel: "app" } });
    expect(fit({ ...track, context }, { suspicious: false }).body).not.toContain("sign.in");
    expect(unfit({ ...track, event: "", context }).body).not.toContain("sign.in");
  });

  it("takes e-mail, phone, card and address of an identify in one form each", () => {
    const event = fit({
      type: "identify",
      userId: "u1",
      traits: {
        email: " Anna@Example.com ",
        phone: "070-174 06 05",
        clubCard: "9752 3104-4471",
        address: { street: "Storgatan 1", postalCode: "211 42", city: "Malmö" },
      },
    });
    expect(kinds(event)).toEqual([
      "address storgatan 1|21142|se",
      "club_card 975231044471",
      "email anna@example.com",
      "phone +46701740605",
    ]);
  });

  it("takes the order and the buyer's own address of a purchase, but not an address in a share", () => {
    expect(
      kinds(fit({ ...track, event: "Order Completed", properties: { order_id: "o-1", email: "a@bo.se" } })),
    ).toEqual(["email a@bo.se", "order o-1"]);
    expect(kinds(fit({ ...track, event: "Product Shared", properties: { email: "friend@bo.se" } }))).toEqual(
      [],
    );
  });

  it("is unknown when its only id means nothing, and still counts", () => {
    const event = fit({ type: "track", event: "X", anonymousId: "anonymousId" });
    expect([event.login, event.device, event.ids.length]).toEqual([undefined, undefined, 0]);
    expect(event.subject).toBe(fit({ type: "track", event: "Y", userId: "null" }).subject);
  });

  it("says in at an identify with a login, out at a sign-out, and nothing otherwise", () => {
    expect(fit({ type: "identify", userId: "u1", anonymousId: "v1" }).says).toBe("in");
    expect(fit({ type: "identify", anonymousId: "v1" }).says).toBe("none");
    expect(fit({ ...track, event: "Signed Out" }).says).toBe("out");
    expect(fit(track).says).toBe("none");
  });

  it("belongs to the stream of its device, its login on its device, its login, or its strongest identifier", () => {
    const subject = (m: object) => fit({ type: "track", event: "X", ...m }).subject;
    expect(subject({ anonymousId: "v1" })).toBe(
      fit({ ...track, userId: undefined, anonymousId: "v1" }).subject,
    );
    expect(subject({ anonymousId: "v1", userId: "u1" })).not.toBe(
      subject({ anonymousId: "v1", userId: "u2" }),
    );
    expect(subject({ userId: "u1" })).not.toBe(subject({ anonymousId: "u1" }));
    const guest = { type: "identify", traits: { email: "a@bo.se", phone: "+46701740605" } };
    expect(fit(guest).subject).toBe(fit({ type: "identify", traits: { email: "A@bo.se" } }).subject);
  });

  it("is the same message again by id and source, and without an id by time and content", () => {
    expect(fit(track).key).toBe(fit({ ...track, event: "Other" }).key);
    expect(fit(track).key).not.toBe(fit(track, { sourceId: 2 }).key);
    const bare = { type: "track", event: "X", userId: "u1", timestamp: "2026-11-20T10:00:00Z" };
    expect(fit(bare).key).toBe(fit({ ...bare }).key);
    expect(fit(bare).key).not.toBe(fit({ ...bare, event: "Y" }).key);
  });

  it("has another digest with another body, but not with another time of sending", () => {
    expect(fit(track).digest).not.toBe(fit({ ...track, event: "Other" }).digest);
    expect(fit({ ...track, sentAt: "2026-11-21T11:00:00Z" }).digest).toBe(
      fit({ ...track, sentAt: "2026-11-21T11:00:09Z" }).digest,
    );
  });
});

describe("event time", () => {
  const at = (timestamp: string, sentAt?: string) =>
    fit({ ...track, timestamp, ...(sentAt === undefined ? {} : { sentAt }) }).at;
  it("is put right by the difference of the sender's clock", () => {
    expect(at("2026-11-21T09:00:00Z", "2026-11-21T10:00:00Z")).toBe(Date.UTC(2026, 10, 21, 11));
  });
  it("is left alone when the difference is no more than the way took", () => {
    expect(at("2026-11-21T11:00:00Z", "2026-11-21T11:59:59.500Z")).toBe(Date.UTC(2026, 10, 21, 11));
  });
  it("is when it was received if the event does not say", () => {
    expect(fit(track).at).toBe(NOW);
  });
});

describe("a message that does not fit waits with its cause", () => {
  const cases: readonly [why: string, message: unknown, code: string][] = [
    ["is no object", 7, "event.not_an_object"],
    ["has no type we know", { ...track, type: "merge" }, "event.type_unknown"],
    ["names nobody", { type: "track", event: "X" }, "event.nobody"],
    ["is a track without a name", { type: "track", userId: "u1" }, "event.name_bad"],
    ["has an id that is no text", { ...track, userId: { id: 1 } }, "event.id_bad"],
    ["has an id of 501 characters", { ...track, userId: "u".repeat(501) }, "event.id_bad"],
    ["has a message id of 201 characters", { ...track, messageId: "m".repeat(201) }, "event.message_id_bad"],
    ["has a time that is none", { ...track, timestamp: "yesterday" }, "event.time_bad"],
    ["lies 25 hours ahead", { ...track, timestamp: "2026-11-22T13:00:01Z" }, "event.from_the_future"],
    ["is over 32 kB", { ...track, properties: { text: "x".repeat(33_000) } }, "event.too_large"],
    [
      "has over 2,000 keys",
      { ...track, properties: Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`k${i}`, i])) },
      "event.too_deep",
    ],
    [
      "is nested over 32 levels",
      { ...track, properties: JSON.parse(`${'{"a":'.repeat(40)}1${"}".repeat(40)}`) },
      "event.too_deep",
    ],
    [
      "carries a card number as a token",
      { ...track, properties: { card_token: "4111 1111 1111 1111" } },
      "event.card_number",
    ],
    [
      "claims what only a server may",
      { type: "alias", userId: "u1", previousId: "u2", claimNeeds: "server" },
      "event.needs_server_key",
    ],
  ];
  for (const [why, message, code] of cases)
    it(`when it ${why}`, () => expect(unfit(message).code).toBe(code));

  it("also when the request held nothing else to clean", () => {
    const many = { ...track, properties: { list: Array.from({ length: 3000 }, (_, i) => i) } };
    expect(unfit(many, { suspicious: false }).code).toBe("event.too_deep");
  });

  it("never keeps a card number in its body", () => {
    expect(unfit({ ...track, properties: { card_token: "4111111111111111" } }).body).not.toContain(
      "4111111111111111",
    );
  });
});

describe("hostile values", () => {
  it("loses poisoned keys and replaces NUL and half characters, and says so", () => {
    const event = fit(
      parseExactly(
        '{"type":"track","event":"X","userId":"u1","properties":{"__proto__":{"a":1},"constructor":1,"t":"a\\u0000b\\ud800"}}',
      ),
    );
    expect(JSON.parse(event.body)).toMatchObject({
      properties: { t: "a\uFFFDb\uFFFD" },
      _noted: ["dropped_key", "replaced_character"],
    });
    expect(event.body).not.toContain("constructor");
  });

  it("keeps numbers that would lose digits as text", () => {
    expect(parseExactly('{"a":9007199254740993,"b":1.10,"c":12345678901234567890.5,"d":12}')).toEqual({
      a: "9007199254740993",
      b: 1.1,
      c: "12345678901234567890.5",
      d: 12,
    });
  });

  it("is suspicious in the text whenever cleaning would change it", () => {
    for (const text of [
      '"\\u0000"',
      '"\\uD83d"',
      '{"__proto__":1}',
      '{"constructor":1}',
      '{"a":9007199254740993}',
      '{"cardNumber":"4111111111111111"}',
    ])
      expect(isSuspicious(Buffer.from(text)), text).toBe(true);
    const plain =
      '{"type":"track","event":"Lampa på väggen","properties":{"price":1249.5,"context":"12345678"}}';
    expect(isSuspicious(Buffer.from(plain))).toBe(false);
  });

  it("is suspicious wherever a sign of it stands, and when it is nested too deep", () => {
    const signs = ["\\u00", "__proto__", '"constructor"', '"prototype"', "card", "Card", "CARD", '"pan"'];
    for (const sign of [...signs, "1234567890123456", "[".repeat(33)])
      for (const around of ["", "x", "å", "__", '"', "c", "1 ", "cac"])
        expect(isSuspicious(Buffer.from(`${around}${sign}`)), around + sign).toBe(true);
    for (const plain of ["car d", "__prot_", "123456789012345 6", "[]".repeat(100), "[".repeat(32), '"pa"n'])
      expect(isSuspicious(Buffer.from(plain)), plain).toBe(false);
  });

  it("is never thrown at us: any JSON at all fits or waits", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (message, suspicious) => {
        const parsed = parse(message, { ...envelope, suspicious });
        expect("fit" in parsed || parsed.unfit.code.startsWith("event.")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same answer each time, whatever the order of keys was before it was read", () => {
    fc.assert(
      fc.property(
        fc.record({
          userId: fc.option(fc.string(), { nil: undefined }),
          anonymousId: fc.option(fc.string(), { nil: undefined }),
          event: fc.string(),
          properties: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
        }),
        (m) => {
          expect(parse({ type: "track", ...m }, envelope)).toEqual(parse({ type: "track", ...m }, envelope));
        },
      ),
      { numRuns: 500 },
    );
  });
});
