// Forged words, guessed keys and readings; and the list of everything that is tried.
import { type Attempt, basic, batch, facts, joins, lanes, one, raw, type Scene } from "./words.ts";

const forgeries: readonly Attempt[] = [
  one("replays an old public message id with another body", (s) =>
    batch(s, {
      type: "identify",
      userId: s.me.login,
      messageId: s.victim.publicMessage,
      traits: { email: s.victim.email },
    }),
  ),
  one("replays a proven message id with another body", (s) =>
    batch(s, {
      type: "identify",
      userId: s.victim.login,
      messageId: s.victim.provenMessage,
      traits: { name: "Mallory" },
    }),
  ),
  one("says in the body that it is proven", (s) =>
    batch(s, {
      type: "identify",
      userId: s.me.login,
      trust: "proven",
      sourceId: 2,
      claimNeeds: null,
      distinctIds: [s.victim.distinctId, "evil"],
      distinctId: s.victim.distinctId,
      flags: 1,
      context: { trust: "proven", channel: "server" },
      traits: { email: s.victim.email },
    }),
  ),
  one("poisons the prototype of everything", (s) =>
    raw(
      s,
      "POST",
      "/v1/identify",
      `{"userId":"${s.me.login}","__proto__":{"trust":"proven"},"constructor":{"prototype":{"trust":"proven"}},"traits":{"email":"${s.victim.email}","__proto__":{"x":1}}}`,
    ),
  ),
  {
    name: "guesses the server key",
    go: async (s) => {
      const event = { type: "identify", userId: s.me.login, traits: { email: s.victim.email } };
      const guesses = [
        "",
        "sk_",
        s.server.writeKey.replace("pk_", "sk_"),
        `${s.server.writeKey}:server`,
        "null",
      ];
      return Promise.all(
        guesses.map((guess) =>
          raw(s, "POST", "/v1/batch", { batch: [event] }, { authorization: basic(guess) }),
        ),
      );
    },
  },
  one("sends with a forged origin and address", (s) =>
    raw(
      s,
      "POST",
      "/v1/batch",
      { batch: [{ type: "identify", userId: s.me.login, traits: { email: s.victim.email } }] },
      {
        origin: s.server.url,
        "x-forwarded-for": "127.0.0.1",
        "x-real-ip": "127.0.0.1",
        forwarded: "for=127.0.0.1",
      },
    ),
  ),
];

const reads = (s: Scene): readonly (readonly [method: string, path: string, body?: unknown])[] => [
  ["POST", "/api/people/lookup", { kind: "email", value: s.victim.email }],
  ["GET", `/api/people/lookup?kind=email&value=${encodeURIComponent(s.victim.email)}`],
  ["GET", `/api/people/${s.victim.personId}`],
  ["GET", `/api/people/${s.victim.personId}/timeline`],
  ["GET", `/api/people?query=${encodeURIComponent(s.victim.email)}`],
  ["GET", `/api/events/${s.victim.provenMessage}/trace`],
  ["GET", "/api/events/live"],
  ["GET", "/api/events/parked"],
  ["POST", "/api/events/parked/replay", { all: true }],
  ["GET", "/api/keys"],
  ["GET", "/api/audit"],
  ["GET", "/api/mails"],
  ["GET", "/api/session"],
];

const readings: readonly Attempt[] = [
  {
    name: "reads with the public key, in every way a key can be sent",
    go: (s) =>
      Promise.all(
        reads(s).flatMap(([method, path, body]) => [
          raw(s, method, path, body),
          raw(s, method, path, body, { authorization: `Bearer ${s.server.writeKey}` }),
          raw(s, method, path, body, {
            "x-write-key": s.server.writeKey,
            cookie: `somlos=${s.server.writeKey}`,
          }),
          raw(s, method, `${path}${path.includes("?") ? "&" : "?"}writeKey=${s.server.writeKey}`, body),
        ]),
      ),
  },
  {
    name: "reads with the server key, which may write only",
    go: (s) =>
      Promise.all(
        reads(s).map(([method, path, body]) =>
          raw(s, method, path, body, { authorization: `Bearer ${s.server.serverKey}` }),
        ),
      ),
  },
  one("asks the settings door and the questions of the clients", (s) =>
    raw(s, "GET", `/v1/projects/${s.server.writeKey}/settings`),
  ),
  one("asks PostHog's flags about the victim", (s) =>
    raw(s, "POST", "/flags/?v=2", { token: s.server.writeKey, distinct_id: s.victim.distinctId }),
  ),
];

export const attempts: readonly Attempt[] = [...joins, ...lanes, ...facts, ...forgeries, ...readings];
