// For tests of this room: a house on a database of its own with a real outbox, and customers' browsers that knock at its
// doors as the server lets them: authenticated, let pass by `who`, body and answer held against the contract.
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "@somlos/contract";
import { moveClock } from "@somlos/kernel/clock";
import type { Door } from "@somlos/kernel/http";
import { keyed } from "@somlos/kernel/ids";
import { makeLogger } from "@somlos/kernel/log";
import { openMail } from "@somlos/kernel/mail";
import { testDatabase } from "@somlos/kernel/testing";
import { placeOf } from "../../access/index.ts";
import {
  type Identifier,
  identifierOf,
  insertRecorded,
  type Naming,
  type Told,
  type Trust,
} from "../../events/index.ts";
import { openRecognise } from "../../identity/index.ts";
import { answerSignIns, type CornerHouse, cornerDoors, openPersonAuthenticator } from "../index.ts";

const SECRET = "a secret of at least thirty-two signs";
export const IDENTITY_KEY = "the key of the retailer's systems, long enough";
const SYSTEM = { kind: "system", id: "test" } as const;

export type CornerTest = Awaited<ReturnType<typeof openCornerTest>>;

export async function openCornerTest(url = "https://butik.example", identityKey = IDENTITY_KEY) {
  const t = await testDatabase();
  t.db.recordWith(insertRecorded);
  const place = placeOf(url, 3000);
  const print = keyed(SECRET);
  const naming: Naming = { print: (space, text) => print(`${space}\0${text}`), country: "SE" };
  const house: CornerHouse = {
    db: t.db,
    naming,
    mail: openMail({
      db: t.db,
      from: () => ({ name: "Almvik", address: "hej@butik.example" }),
      log: makeLogger("silent"),
    }),
    company: { circlesFor: () => [0], ownersOf: () => [] },
    installation: { name: "Almvik" },
    access: { place, secret: SECRET, identityKey },
  };
  const recognise = openRecognise();
  const name = (kind: Identifier["kind"], value: string): Identifier => {
    const found = identifierOf(naming, kind, value);
    if (found === undefined) throw new Error(`no identifier: ${kind} ${value}`);
    return found;
  };
  const ask = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const client = await t.db.connect();
    try {
      return (await client.query(text, values)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  let events = 0;
  return {
    house,
    ask,
    name,
    authenticate: openPersonAuthenticator({ db: t.db, place }),
    /** One event that carries these identifiers, by a server (proven) or a browser (stated). */
    async learn(
      trust: Trust,
      said: { login?: string; visitor?: string; email?: string; phone?: string },
      at = 1_700_000_000_000 + events + 1,
    ) {
      const key = print(`event ${++events}`);
      const login = said.login === undefined ? undefined : name("login", said.login);
      const device = said.visitor === undefined ? undefined : name("visitor", said.visitor);
      const ids = (["email", "phone"] as const).flatMap((kind) => {
        const value = said[kind];
        return value === undefined ? [] : [name(kind, value)];
      });
      const subject =
        device !== undefined ? print(`stream ${device.fp} ${login?.fp}`) : (login ?? ids[0])?.fp;
      const told: Told = {
        ...{
          key,
          at,
          trust,
          sourceId: 1,
          subject: subject ?? "",
          says: "none",
          ids,
        },
        ...(login === undefined ? {} : { login }),
        ...(device === undefined ? {} : { device }),
      };
      const { committed } = await t.db.work(SYSTEM, (work) => recognise.learn(work, [told]));
      committed();
    },
    /** What was mailed to an address, oldest first. */
    mails: (to: string) =>
      ask<{ subject: string; text: string; purpose: string }>(
        "select subject, body_text as text, purpose from kernel.mails where to_address = $1 order by id",
        [to],
      ),
    async close() {
      moveClock(0);
      await t.drop();
    },
  };
}

export const tokenIn = (text: string): string => /#([\w-]{40,})/.exec(text)?.[1] ?? "no token";
export const codeIn = (text: string): string => /\b(\d{4} \d{4})\b/.exec(text)?.[1] ?? "no code";

const doors = cornerDoors as unknown as readonly Door<CornerHouse>[];
type Sent = { params?: object; body?: unknown; headers?: Readonly<Record<string, string | undefined>> };
let nets = 0;

/** A customer's browser at our own pages, with its cookies, at a network of its own. */
export class Visitor {
  readonly at: CornerTest;
  readonly cookies = new Map<string, string>();
  lastCookie = "";
  readonly ip = `203.0.113.${++nets}`;

  constructor(at: CornerTest) {
    this.at = at;
  }

  async knock<Answer = never>(id: string, sent: Sent = {}): Promise<Answer> {
    const door = doors.find((one) => one.endpoint.id === id);
    if (door === undefined) throw new Error(`no door ${id}`);
    const { endpoint } = door;
    const headers = {
      origin: this.at.house.access.place.origins[0],
      "content-type": sent.body === undefined ? undefined : "application/json",
      "content-length": sent.body === undefined ? undefined : "2",
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      ...sent.headers,
    };
    const caller = await this.at.authenticate({ method: endpoint.method, url: endpoint.url, headers });
    if (!("anyone" in endpoint.who) && caller.kind === "nobody") throw new Refusal("door.not_signed_in");
    const knock = {
      params: endpoint.params?.parse(sent.params ?? {}),
      body: endpoint.body?.parse(sent.body),
      ...{ caller, headers, language: "sv", ip: this.ip },
      header: (_name: string, value: string) => this.#keep(value),
    };
    return endpoint.answer.parse(await door.open(this.at.house, knock as never)) as Answer;
  }

  #keep(setCookie: string): void {
    this.lastCookie = setCookie;
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? [];
    if (value === "") this.cookies.delete(name);
    else this.cookies.set(name, value);
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

  /** Asks for a link and gives the mail. */
  async ask(email: string): Promise<string> {
    const before = (await this.at.mails(email)).length;
    await this.knock("me.sign_in", { body: { email } });
    for (let i = 0; i < 100; i++) {
      await answerSignIns(this.at.house); // unless the door's own answer is on its way
      const mails = await this.at.mails(email);
      if (mails.length > before) return mails.at(-1)?.text ?? "";
      await sleep(20);
    }
    return "no mail";
  }

  async signIn(email: string): Promise<this> {
    await this.knock("me.sign_in_redeem", { body: { token: tokenIn(await this.ask(email)) } });
    return this;
  }
}
