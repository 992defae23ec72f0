// For the tests of this room: a house with a real database and a real outbox, and browsers that knock at its doors as
// the server lets them: authenticated, let pass by `who`, body and answer held against the contract.
import { Refusal } from "@somlos/contract";
import { moveClock } from "@somlos/kernel/clock";
import type { Caller, Door } from "@somlos/kernel/http";
import { makeLogger } from "@somlos/kernel/log";
import { openMail } from "@somlos/kernel/mail";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import {
  type AccessHouse,
  AuditBook,
  accessDoors,
  Keyring,
  makeSetUpLink,
  openAuthenticator,
  placeOf,
} from "../index.ts";

export const ADMIN_TOKEN = "at_a_token_for_the_tests_only";
export const PASSWORD = "kabel tröskel lykta mynt";
const SYSTEM = { kind: "system", id: "test" } as const;

export type TestHouse = {
  readonly t: TestDatabase;
  readonly house: AccessHouse;
  readonly authenticate: ReturnType<typeof openAuthenticator>;
  setUpToken(): Promise<string>;
  /** Tokens of the links mailed to an address, newest first. */
  mailedTokens(to: string): Promise<string[]>;
  subjects(to: string): Promise<string[]>;
  ask<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

export async function openTestHouse(url = "https://butik.example"): Promise<TestHouse> {
  const t = await testDatabase();
  const place = placeOf(url, 3000);
  const secret = "a secret of at least thirty-two signs";
  const house: AccessHouse = {
    db: t.db,
    keyring: await Keyring.open(t.db),
    audit: new AuditBook(t.db, secret),
    mail: openMail({
      db: t.db,
      from: () => ({ name: "Sömlös", address: "no-answer@butik.example" }),
      log: makeLogger("silent"),
    }),
    installation: { name: "Sömlös", logo: null },
    sight: { hidden: async () => new Set<string>() },
    sources: { knows: async (id) => id < 10 },
    access: { place, secret, writeKey: "pk_of_the_settings" },
  };
  const ask = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const client = await t.db.connect();
    try {
      return (await client.query(text, values)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  return {
    t,
    house,
    authenticate: openAuthenticator({ db: t.db, adminToken: ADMIN_TOKEN, place }),
    ask,
    async setUpToken() {
      const link = await t.db.work(SYSTEM, (work) => makeSetUpLink(work, house.access));
      return link?.split("#")[1] ?? "no link: there is an owner";
    },
    async mailedTokens(to) {
      const mails = await ask<{ body_text: string }>(
        "select body_text from kernel.mails where to_address = $1 and has_one_time_link order by id desc",
        [to],
      );
      return mails.map((mail) => /#([\w-]{40,})/.exec(mail.body_text)?.[1] ?? "");
    },
    subjects: async (to) =>
      (
        await ask<{ subject: string }>("select subject from kernel.mails where to_address = $1 order by id", [
          to,
        ])
      ).map((mail) => mail.subject),
    async close() {
      moveClock(0);
      await house.keyring.close();
      await house.audit.close();
      await t.drop();
    },
  };
}

type Sent = {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
};

const doors = accessDoors as unknown as readonly Door<AccessHouse>[];

function letPass(door: Door<AccessHouse>, caller: Caller): void {
  const { who } = door.endpoint;
  if ("anyone" in who) return;
  if (caller.kind === "nobody") throw new Refusal("door.not_signed_in");
  if (caller.kind !== "staff" || who.may === undefined || !caller.may.includes(who.may))
    throw new Refusal("door.not_allowed");
}

/** A browser at our own pages, with its cookies. */
export class Browser {
  readonly #at: TestHouse;
  cookie: string | undefined;
  setCookie = "";
  ip: string;

  constructor(at: TestHouse, ip = "192.0.2.10") {
    this.#at = at;
    this.ip = ip;
  }

  async knock(id: string, sent: Sent = {}): Promise<never> {
    const door = doors.find((one) => one.endpoint.id === id);
    if (door === undefined) throw new Error(`no door ${id}`);
    const { endpoint } = door;
    const headers = {
      origin: this.#at.house.access.place.origins[0],
      "content-type": sent.body === undefined ? undefined : "application/json",
      "content-length": sent.body === undefined ? undefined : "2",
      cookie: this.cookie,
      ...sent.headers,
    };
    const request = { method: endpoint.method, url: endpoint.url, headers, ip: this.ip };
    const caller = await this.#at.authenticate(request);
    letPass(door, caller);
    const knock = {
      params: endpoint.params?.parse(sent.params ?? {}),
      query: endpoint.query?.parse(sent.query ?? {}),
      body: endpoint.body?.parse(sent.body),
      caller,
      language: "sv",
      headers,
      ip: this.ip,
      header: (name: string, value: string) => this.#keep(name, value),
    };
    return endpoint.answer.parse(await door.open(this.#at.house, knock as never)) as never;
  }

  #keep(name: string, value: string): void {
    if (name !== "set-cookie") return;
    this.setCookie = value;
    const pair = value.split(";")[0] ?? "";
    this.cookie = pair.endsWith("=") ? undefined : pair;
  }

  /** The code of the refusal, or "passed". */
  async codeOf(id: string, sent: Sent = {}): Promise<string> {
    try {
      await this.knock(id, sent);
      return "passed";
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  signIn(email: string, password = PASSWORD): Promise<{ staff: { id: string; role: string } }> {
    return this.knock("session.sign_in", { body: { email, password } });
  }
}

/** Makes the first owner and gives the browser they sit at. */
export async function makeOwner(
  at: TestHouse,
  email = "ida@butik.example",
): Promise<Browser & { id: string }> {
  const browser = new Browser(at, "192.0.2.1");
  const body = { token: await at.setUpToken(), name: "Ida", email, password: PASSWORD };
  const { staff } = (await browser.knock("set_up.redeem", { body })) as { staff: { id: string } };
  return Object.assign(browser, { id: staff.id });
}

/** Legal entities and locations that are there, as the room below made them. */
export async function makePlaces(at: TestHouse, ids: { entity: string; locations: readonly string[] }) {
  const by = "'2026-01-01', 'test', '2026-01-01', 'test'";
  await at.ask(
    `insert into company.entities (id, code, name, country, currency, languages, time_zone, created_at, created_by, changed_at, changed_by)
     values ($1::uuid, $1::text, 'Almvik AB', 'SE', 'SEK', '{sv}', 'Europe/Stockholm', ${by})`,
    [ids.entity],
  );
  await at.ask(
    `insert into company.locations (id, code, name, kind, entity_id, country, created_at, created_by, changed_at, changed_by)
     select id, id::text, 'Shop', 'store', $1, 'SE', ${by} from unnest($2::uuid[]) as id`,
    [ids.entity, ids.locations],
  );
}

let networks = 0;

/** Invites a colleague and takes the invitation for them, from a network of their own. */
export async function makeColleague(
  at: TestHouse,
  owner: Browser,
  email: string,
  grants: readonly object[],
): Promise<Browser & { id: string }> {
  const { id } = (await owner.knock("staff.invite", { body: { email, name: "Kim", grants } })) as {
    id: string;
  };
  const [token] = await at.mailedTokens(email);
  const browser = new Browser(at, `198.51.100.${++networks}`);
  await browser.knock("set_up.redeem", { body: { token, name: "Kim", password: PASSWORD } });
  return Object.assign(browser, { id });
}
