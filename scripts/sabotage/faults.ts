// Named faults, each one thing that must not be able to happen unnoticed.

export type Fault = {
  readonly name: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly put: string;
  /** Tests that must turn red. */
  readonly tests: readonly string[];
};

const story = ["packages/server/src/stories/first-line"];
const parse = ["packages/modules/src/events/parse"];
const doors = ["packages/server/src/http/endpoints"];
const events = "packages/modules/src/events";
const profiles = "packages/modules/src/profiles";

export const faults: readonly Fault[] = [
  {
    name: "what the demo said of people stays when it goes",
    file: "packages/modules/src/profiles/demo.actions.ts",
    find: "    await deleteFactsOf(tx, sources);\n",
    put: "",
    tests: ["packages/server/src/stories/demo"],
  },
  {
    name: "another body under an old message id is taken for a duplicate",
    file: `${events}/collect.actions.ts`,
    find: "if (digest === event.digest || digest === undefined) return DUPLICATE;",
    put: "return DUPLICATE;",
    tests: story,
  },
  {
    name: "a retry after a reader was changed is taken for another event",
    file: `${events}/collector.ts`,
    find: "parse(message, envelope, came[i])",
    put: "parse(message, envelope)",
    tests: ["packages/server/src/stories/retry"],
  },
  {
    name: "a repeated message in one batch is counted twice",
    file: `${events}/collect.actions.ts`,
    find: "if (fresh.has(event)) return ACCEPTED;",
    put: "if (fresh.has(event) || first.has(event.key)) return ACCEPTED;",
    tests: story,
  },
  {
    name: "the earlier word about a person wins",
    file: `${profiles}/facts.rules.ts`,
    find: "b.at - a.at",
    put: "a.at - b.at",
    tests: [...story, `${profiles}`],
  },
  {
    name: "a browser's word beats a till's",
    file: `${profiles}/facts.rules.ts`,
    find: "rankOfOrigin(b.origin) - rankOfOrigin(a.origin)",
    put: "rankOfOrigin(a.origin) - rankOfOrigin(b.origin)",
    tests: story,
  },
  {
    name: "a fact taken back stays",
    file: `${profiles}/facts.rules.ts`,
    find: "best !== undefined && best.value !== null",
    put: "best !== undefined",
    tests: story,
  },
  {
    name: "a late fact overwrites a newer one in the table",
    file: `${profiles}/facts.store.ts`,
    find: "where (excluded.at, excluded.key) > (f.at, f.key)",
    put: "where true",
    tests: story,
  },
  {
    name: "the second page of a timeline begins with the first again",
    file: `${events}/timeline.store.ts`,
    find: "and (l.at, l.seq) < ($7::timestamptz, $8::bigint)",
    put: "and ($8::bigint is not null)",
    tests: story,
  },
  {
    name: "a lane leaks what came after it",
    file: `${events}/timeline.store.ts`,
    find: "and (p.to_key is null or (l.at, l.key) < (p.to_at, p.to_key))",
    put: "",
    tests: ["packages/server/src/stories", "packages/server/test/histories.test"],
  },
  {
    name: "an event from the future is taken in",
    file: `${events}/parse/parse.rules.ts`,
    find: 'if (at > envelope.receivedAt + MOST_AHEAD_MS) throw new NotFit("event.from_the_future", "timestamp");',
    put: "",
    tests: parse,
  },
  {
    name: "a wrong clock is believed",
    file: `${events}/parse/time.rules.ts`,
    find: "said + skew",
    put: "said",
    tests: parse,
  },
  {
    name: "a card number is kept as a token",
    file: `${events}/parse/parse.rules.ts`,
    find: "    refuseCardNumber(message as Json);\n",
    put: "",
    tests: parse,
  },
  {
    name: "poisoned keys are kept",
    file: `${events}/parse/clean.rules.ts`,
    find: 'if (POISON.has(k)) notes.add("dropped_key");',
    put: "if (false) return copy;",
    tests: parse,
  },
  {
    name: "a number loses its last digits",
    file: `${events}/parse/exactly.rules.ts`,
    find: "Number.isSafeInteger(value)",
    put: "Number.isFinite(value)",
    tests: parse,
  },
  {
    name: "a word that means nothing becomes an identifier",
    file: `${events}/parse/identifiers.rules.ts`,
    find: "value === undefined || isMeaningless(kind, value)",
    put: "value === undefined",
    tests: parse,
  },
  {
    name: "a word that means nothing becomes an identifier when it is written wide",
    file: "packages/rules/src/meaningless.ts",
    find: 'PLAIN.test(value) ? value : value.normalize("NFKC").replace(UNSEEN, "").trim();',
    put: "value;",
    tests: parse,
  },
  {
    name: "a price in words is taken in",
    file: `${events}/parse/parse.rules.ts`,
    find: 'if (type === "track") refuseMoney(message, name, envelope.terms);',
    put: "",
    tests: parse,
  },
  {
    name: "the last digit of an amount is cut off instead of rounded",
    file: "packages/rules/src/money.ts",
    find: "rest.charCodeAt(0) >= 53 ? 1n : 0n",
    put: "rest.charCodeAt(0) > 999 ? 1n : 0n",
    tests: parse,
  },
  {
    name: "a source's events are counted twice",
    file: `${events}/sources.store.ts`,
    find: "update events.source_place p set tx = n.tx, number = n.number",
    put: "update events.source_place p set tx = p.tx, number = p.number",
    tests: ["packages/server/src/stories/sources"],
  },
  {
    name: "an event that breaks its schema is taken in",
    file: `${events}/parse/parse.rules.ts`,
    find: "const breaks = schema === undefined ? undefined : judge(schema, message);",
    put: "const breaks = undefined;",
    tests: ["packages/server/src/stories/schemas"],
  },
  {
    name: "a schema overwrites another colleague's unseen",
    file: `${events}/schemas/schemas.actions.ts`,
    find: 'if (wish.after !== inForce) throw new Refusal("schemas.saved_by_other");',
    put: "",
    tests: ["packages/server/src/stories/schemas"],
  },
  {
    name: "one pattern is taken for another",
    file: `${events}/schemas/compile.ts`,
    find: "toString: () => String(regExp),",
    put: "",
    tests: [`${events}/schemas`],
  },
  {
    name: "a key is shown to whoever listens to a source",
    file: `${events}/debug.rules.ts`,
    find: 'KEYS.has(name.toLowerCase()) && typeof value === "string" ? "•••" : value',
    put: "value ?? name",
    tests: ["packages/server/src/stories/listen"],
  },
  {
    name: "a friend's address in a share joins the friend",
    file: `${events}/parse/identifiers.rules.ts`,
    find: 'if (type === "track" && statesOwnAddress(name))',
    put: 'if (type === "track")',
    tests: parse,
  },
  {
    name: "every door is open",
    file: "packages/server/src/http/bind.ts",
    find: '  throw new Refusal(takesServerKey ? "door.needs_server_key" : "door.not_allowed");',
    put: "",
    tests: doors,
  },
  {
    name: "nobody is somebody",
    file: "packages/server/src/http/bind.ts",
    find: 'if (caller.kind === "nobody") throw new Refusal("door.not_signed_in");',
    put: 'if (caller.kind === "nobody") return;',
    tests: doors,
  },
  {
    name: "store staff may search people",
    file: "packages/contract/src/permissions.ts",
    find: 'store: ["account.own", ',
    put: 'store: ["people.search", "account.own", ',
    tests: doors,
  },
  {
    name: "any key opens the doors of events",
    file: "packages/server/src/http/collect-doors.ts",
    find: 'if (found === undefined) throw new Refusal("collect.key_unknown");',
    put: 'if (found === undefined) return { keyId: "", trust: "public", sourceId: 1, origins: [] };',
    tests: [...doors, ...story],
  },
  {
    name: "what was parked is replayed for ever",
    file: `${events}/replay.actions.ts`,
    find: "if (taken.length > 0) await markReplayed(tx, taken, now);",
    put: "",
    tests: story,
  },
  {
    name: "a room reads another room's table",
    file: `${events}/parked.store.ts`,
    find: "select count(*)::int as total from events.parked where replayed_at is null",
    put: "select count(*)::int as total from events.parked, identity.claims where replayed_at is null",
    tests: ["packages/modules/test"],
  },
  {
    name: "a column says nothing about its data",
    file: `${events}/migrations/001-log.sql`,
    find: "comment on column events.bodies.body is 'sensitive: the event as received, JSON text';",
    put: "",
    tests: ["packages/modules/test"],
  },
];
