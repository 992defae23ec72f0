// For tests of mail: a database with the table, a mail server, a clock that can be moved, and the doors.
import { listMails as listEndpoint, openMail as openEndpoint } from "@somlos/contract/rooms/mail";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { moveClock } from "../clock/index.ts";
import type { Work } from "../db/index.ts";
import type { Caller } from "../http/index.ts";
import { makeLogger } from "../log/index.ts";
import { type TestDatabase, testDatabase } from "../testing/index.ts";
import { letter, mailDoors, openMail } from "./index.ts";
import { type SmtpSink, smtpSink } from "./smtp-sink.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const clerk: Caller = { kind: "staff", staffId: "2", by: "session", role: "service", may: ["mail.read"] };
export const boss: Caller = {
  kind: "staff",
  staffId: "1",
  by: "session",
  role: "owner",
  may: ["mail.read", "staff.manage"],
};

const sight = { hiddenAddresses: async () => new Set<string>() };

type Row = { id: string; to: string; state: string; tries: number; subject: string | null };
type Whole = Row & { html: string | null; text: string | null; linksHidden: boolean; answer: string | null };

export const mailTo = (to: string, key: string, more: object = {}) => ({
  to,
  subject: "Kvittot för din order åäö ✓",
  ...letter({ title: "Tack", paragraphs: ["Här är det."], language: "sv" }),
  language: "sv" as const,
  purpose: "orders.receipt",
  key,
  ...more,
});

export const signIn = {
  ...letter({
    title: "Sign in",
    paragraphs: ["Here"],
    button: { label: "In", url: "https://butik.example/in#secret-token" },
    language: "en",
  }),
  hasOneTimeLink: true,
  purpose: "access.sign_in",
};

async function prepare(t: TestDatabase): Promise<void> {
  const client = await t.db.connect();
  await client.query("truncate kernel.mails");
  await client.end();
}

/** Sets up before and after each test of the file; read its members inside tests only. */
export function mailHouse() {
  let t: TestDatabase;
  let sink: SmtpSink;
  let ahead = 0;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.drop());
  beforeEach(async () => {
    sink = await smtpSink();
    await prepare(t);
  });
  afterEach(async () => {
    ahead = 0;
    moveClock(0);
    await sink.close();
  });
  async function knock(id: string, input: { query?: object; params?: object }, caller: Caller) {
    const door = mailDoors.find((one) => one.endpoint.id === id);
    if (door === undefined) throw new Error(`no door ${id}`);
    const asked = { params: input.params, query: door.endpoint.query?.parse(input.query ?? {}), caller };
    const answer = await door.open(
      { db: t.db, sight } as never,
      { ...asked, language: "en", headers: {}, ip: "" } as never,
    );
    return door.endpoint.answer.parse(answer) as never;
  }
  return {
    db: () => t.db,
    sink: () => sink,
    pass(ms: number) {
      ahead += ms;
      moveClock(ahead);
    },
    work: <T>(act: (work: Work) => Promise<T>) => t.db.work({ kind: "system", id: "test" }, act),
    post: (smtpUrl?: string) =>
      openMail({
        db: t.db,
        smtpUrl,
        from: () => ({ name: "Butiken", address: "hej@butik.example" }),
        log: makeLogger("silent"),
      }),
    list: (query: object = {}): Promise<{ items: Row[]; next: string | null }> =>
      knock(listEndpoint.id, { query }, clerk),
    open: (id: string, caller: Caller = clerk): Promise<Whole> =>
      knock(openEndpoint.id, { params: { id } }, caller),
  };
}
