// A database with a legal entity, purposes and texts, for the tests of the actions.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Recorded, Work } from "@somlos/kernel/db";
import { fingerprint, uuid7 } from "@somlos/kernel/ids";
import { openJournal } from "@somlos/kernel/journal";
import { testDatabase } from "@somlos/kernel/testing";
import { createEntity } from "../../company/index.ts";
import type { Naming } from "../../events/index.ts";
import type { Ages, Bearer, GrantWish } from "../index.ts";
import { enterPurpose, grant, mayUse, publishText, type UseWish, withdraw } from "../index.ts";
import { evidence } from "./words.ts";

const actor = { kind: "staff", id: "tester" } as const;
export const naming: Naming = { print: (space, text) => fingerprint(space, text), country: "SE" };

/** Any address: a mail by name, another kind when said. */
export const bearer = (value: string, kind: Bearer["kind"] = "email"): Bearer => ({
  kind,
  fp: naming.print(`id ${kind}`, value),
});
export const nobodyErased = { erasedAmong: async () => new Map<string, Date>() };
export const nobodyYoung: Ages = {
  bornOf: async () => undefined,
  bornOfSelf: async () => undefined,
  bornAfter: async () => [],
};
let acts = 0;
export const act = (): string => uuid7(1_760_000_000_000 + ++acts);

const channels = ["mail", "sms", "call", "letter", "till"] as const;
const common = { channels, categories: ["shoes"], scopes: ["offers"], language: "sv" } as const;
const BODY = "Almvik AB får skriva till mig om sina varor. Jag kan återkalla det när som helst.";
const NOTICE = "Almvik AB skriver till dig om liknande varor. Du kan säga nej när som helst.";

export async function openConsent() {
  const t = await testDatabase({ most: 6 });
  const home = await mkdtemp(join(tmpdir(), "somlos-consent-"));
  const book = await openJournal(home, "withdrawals");
  const recorded: Recorded[] = [];
  t.db.recordWith(async (_tx, events) => void recorded.push(...events));
  const work = <T>(go: (work: Work) => Promise<T>): Promise<T> => t.db.work(actor, go);
  const made = await work(async (w) => {
    const entity = { code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE" };
    const { id: entityId } = await createEntity(w, {
      ...{ ...entity, currency: "SEK", languages: ["sv"], timeZone: "Europe/Stockholm" },
    });
    const marketing = { kind: "marketing", basis: "consent", balance: null } as const;
    await enterPurpose(w, { ...marketing, code: "offers", doubleOptIn: false });
    await enterPurpose(w, { ...marketing, code: "letters", doubleOptIn: true });
    const of = { ...common, entityIds: [entityId] };
    const text = await publishText(w, { ...of, purpose: "offers", basis: "consent", body: BODY });
    const double = await publishText(w, { ...of, purpose: "letters", basis: "consent", body: BODY });
    const notice = await publishText(w, { ...of, purpose: "offers", basis: "soft", body: NOTICE });
    return { entityId, text, double, notice };
  });
  const scope = { purpose: "offers", channel: "mail", entityId: made.entityId } as const;
  const yes = (now: Date, ...identifiers: Bearer[]): GrantWish => ({
    ...{ actId: act(), identifiers, scopes: [scope], at: now, textId: made.text.id },
    evidence: { ...evidence, textHash: made.text.hash },
  });
  const question = (now: Date, ...identifiers: Bearer[]): UseWish => ({
    ...{ ...scope, identifiers, recipientKind: "person", scope: "offers", categories: ["shoes"], now },
  });
  return {
    ...{ ages: nobodyYoung, ...t, ...made, scope, recorded, work, yes, question, home, book },
    async drop() {
      await book.close();
      await t.drop();
      await rm(home, { recursive: true });
    },
    grant: (...ids: Bearer[]) => work((w) => grant(w, nobodyErased, yes(w.now, ...ids))),
    withdraw: (...identifiers: Bearer[]) =>
      work((w) => withdraw(w, book, { ...scope, actId: act(), identifiers, collectedBy: null })),
    ask: (wish: Partial<UseWish>, ...ids: Bearer[]) =>
      work((w) => mayUse(w.tx, { ...question(w.now, ...ids), ...wish })),
    async query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
      const client = await t.db.connect();
      return client
        .query(text, values)
        .then(({ rows }) => rows as Row[])
        .finally(() => client.end());
    },
  };
}
export type ConsentTest = Awaited<ReturnType<typeof openConsent>>;
