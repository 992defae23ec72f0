// For tests: a customer at the doors of their households, signed in by the retailer's word.
import { randomUUID } from "node:crypto";
import type { Households } from "@somlos/contract/rooms/households";
import { askDatabase } from "./customer.ts";
import { enterAsPerson } from "./enter-as-person.ts";
import type { TestApp } from "./test-app.ts";

export type Told = Households & { readonly code?: string; readonly sentence?: string };

export class Member {
  readonly #at: TestApp;
  readonly cookie: string;

  constructor(at: TestApp, cookie: string) {
    this.#at = at;
    this.cookie = cookie;
  }
  /** A test signs in more people a minute than one network may. */
  static async enter(at: TestApp, userId: string): Promise<Member> {
    await askDatabase(at.database.url, "delete from access.tries");
    return new Member(at, await enterAsPerson(at, userId));
  }

  async ask<Answer = Told>(method: string, path: string, body?: object) {
    const answer = await fetch(`${this.#at.base}/v1/me/${path}`, {
      method,
      headers: { cookie: this.cookie, origin: this.#at.base, "content-type": "application/json" },
      body: method === "GET" ? null : JSON.stringify(body ?? {}),
    });
    return { status: answer.status, body: (await answer.json()) as Answer & { code?: string } };
  }
  async households(): Promise<Households> {
    return (await this.ask("GET", "households")).body;
  }
  /** Makes one and answers its id. */
  async make(name: string, called: string): Promise<string> {
    const id = randomUUID();
    const { status, body } = await this.ask("PUT", `households/${id}`, { name, called });
    if (status !== 200) throw new Error(`${status} ${body.code}`);
    return id;
  }
  /** The code of a new invitation, to be handed over. */
  async invite(householdId: string): Promise<string> {
    const id = randomUUID();
    const { status, body } = await this.ask("PUT", `household-invitations/${id}`, { householdId });
    if (status !== 200) throw new Error(`${status} ${body.code}`);
    return body.items.flatMap((one) => one.invitations).find((one) => one.id === id)?.code ?? "none";
  }
  accept = (code: string, called: string) =>
    this.ask("POST", "household-invitations/accept", { code, called });
  /** What the household calls somebody else in it, by its id there. */
  async other(called: string): Promise<string> {
    const { items } = await this.households();
    return items.flatMap((one) => one.members).find((one) => one.called === called)?.id ?? "none";
  }
  share = (id: string, kind: string) => this.ask("PUT", `household-members/${id}/shares/${kind}`);
  unshare = (id: string, kind: string) => this.ask("DELETE", `household-members/${id}/shares/${kind}`);
  see = (id: string, kind: string) =>
    this.ask<{ called: string; lines: { label: string | null; text: string }[] }>(
      "GET",
      `household-members/${id}/shares/${kind}`,
    );
  log = async () =>
    (
      await this.ask<{
        items: { what: string; kind: string | null; other: string | null; household: string }[];
      }>("GET", "household-log")
    ).body.items;
}
