// For tests: a customer who told several things at several times, so that a part of them can be erased.
import type { TestApp } from "./test-app.ts";

export type Person = {
  id: string;
  identifiers: { kind: string; value: string }[];
  facts: Record<string, { value: unknown }>;
};

let people = 0;

export function openParts(at: TestApp) {
  const look = async (email: string): Promise<Person> =>
    (await at.ask(`/api/people/lookup?kind=email&value=${email}`)).body as unknown as Person;
  const happened = async (id: string): Promise<string> =>
    JSON.stringify((await at.ask(`/api/people/${id}/timeline`)).body);

  async function customer() {
    const n = ++people;
    const who = {
      userId: `del-${n}`,
      email: `del${n}@exempel.se`,
      other: `del${n}@post.exempel.se`,
      phone: `+4670200000${n}`,
      visitor: `v-del-${n}`,
    };
    const say = (id: string, timestamp: string, more: object) => ({
      ...{ userId: who.userId, messageId: `${n}-${id}`, timestamp },
      ...more,
    });
    await at.send(
      [
        say("1", "2026-01-10T10:00:00Z", {
          type: "identify",
          traits: { email: who.email, name: "Del Person" },
        }),
        say("2", "2026-02-10T10:00:00Z", { type: "identify", traits: { email: who.other, city: "Lund" } }),
        say("3", "2026-02-11T10:00:00Z", {
          type: "track",
          event: "Product Viewed",
          properties: { name: "En lampa" },
        }),
        say("4", "2026-03-10T10:00:00Z", { type: "identify", traits: { phone: who.phone, size: "M" } }),
      ],
      "server",
    );
    await at.send([
      { ...say("5", "2026-03-11T10:00:00Z", { type: "page", name: "Mattor" }), anonymousId: who.visitor },
    ]);
    return who;
  }
  return { look, happened, customer };
}
