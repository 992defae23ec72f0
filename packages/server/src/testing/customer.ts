// For tests: a customer's browser at our own pages, with its cookies, over real HTTP.
import { setTimeout as sleep } from "node:timers/promises";
import { answerSignIns } from "@somlos/modules/corner";
import pg from "pg";
import type { Answer, TestApp } from "./test-app.ts";

export async function askDatabase<Row>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

export const mailsTo = (at: TestApp, to: string) =>
  askDatabase<{ text: string; purpose: string }>(
    at.database.url,
    "select body_text as text, purpose from kernel.mails where to_address = $1 order by id",
    [to],
  );
export const tokenIn = (text: string): string => /#([\w-]{40,})/.exec(text)?.[1] ?? "no token";
export const codeIn = (text: string): string => /\b(\d{4} \d{4})\b/.exec(text)?.[1] ?? "no code";

export class Customer {
  readonly #at: TestApp;
  readonly cookies = new Map<string, string>();

  constructor(at: TestApp) {
    this.#at = at;
  }

  async fetch(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(`${this.#at.base}${path}`, {
      method,
      headers: {
        origin: this.#at.base,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  async ask(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await this.fetch(method, path, body);
    return { status: answer.status, body: (await answer.json()) as Answer["body"] };
  }

  /** The server may be answering the request at this moment itself. */
  async #mailAfter(email: string, before: number): Promise<string> {
    for (let i = 0; i < 100; i++) {
      await answerSignIns(this.#at.house);
      const mails = await mailsTo(this.#at, email);
      if (mails.length > before) return mails.at(-1)?.text ?? "";
      await sleep(20);
    }
    throw new Error(`no mail to ${email}`);
  }

  /** By the link in the mail. */
  async signIn(email: string, legalEntity?: string): Promise<this> {
    const before = (await mailsTo(this.#at, email)).length;
    await this.ask("POST", "/v1/me/sign-in", { email, ...(legalEntity !== undefined && { legalEntity }) });
    const mail = await this.#mailAfter(email, before);
    const { status, body } = await this.ask("POST", "/v1/me/sign-in/redeem", { token: tokenIn(mail) });
    if (status !== 200) throw new Error(`${email}: ${status} ${JSON.stringify(body)}`);
    return this;
  }

  /** By a code to another proven address. */
  async prove(other: string): Promise<this> {
    const proofs = await this.ask("GET", "/v1/me/proofs");
    const [first] = (proofs.body["addresses"] ?? []) as { id: string }[];
    await this.ask("POST", `/v1/me/proofs/${first?.id ?? "none"}`);
    const code = codeIn((await mailsTo(this.#at, other)).at(-1)?.text ?? "");
    const { status, body } = await this.ask("POST", "/v1/me/proofs", { code });
    if (status !== 200) throw new Error(`${other}: ${status} ${JSON.stringify(body)}`);
    return this;
  }
}
