// For tests of restrictions of use: people who said yes to mails, their corners, and colleagues of three roles.
import type { Restrictions } from "@somlos/contract/rooms/restriction";
import { moveClock } from "@somlos/kernel/clock";
import { liftDue } from "@somlos/modules/rights";
import { signUpColleague } from "./colleague.ts";
import { askDatabase } from "./customer.ts";
import { enterAsPerson } from "./enter-as-person.ts";
import { openDesk } from "./permission-desk.ts";
import type { TestApp } from "./test-app.ts";

export const HOUR = 3_600_000;
export const REASON = "hon ringde och bad om det";
type Told = { status: number; code?: string; body: Restrictions & Record<string, unknown> };
export type Person = { mail: string; id: string };
export const firstId = ({ body }: Told): string => body.items[0]?.id ?? "none";

export async function openQuiet(at: TestApp) {
  const desk = await openDesk(at);
  const owner = await signUpColleague(at, "owner");
  const colleague = {
    service: await signUpColleague(at, "service", owner),
    marketing: await signUpColleague(at, "marketing", owner),
    manager: await signUpColleague(at, "manager", owner),
  };
  const purpose = { basis: "contract", balance: null, doubleOptIn: false };
  await at.ask("/api/permissions/purposes", { code: "orders", kind: "service", ...purpose });
  await at.ask("/api/permissions/purposes", { code: "known", kind: "recognition", ...purpose });
  await at.house.company.refresh();

  async function knock(cookie: string, method: string, path: string, body?: object): Promise<Told> {
    const answer = await fetch(`${at.base}${path}`, {
      method,
      headers: {
        ...{ cookie, origin: at.base, "accept-language": "sv" },
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const told = await answer.json();
    return { status: answer.status, code: told.code, body: told };
  }

  /** Somebody who said yes to mails. */
  async function meet(name: string): Promise<Person> {
    const mail = `${name}@exempel.se`;
    const id = await desk.meet(mail);
    await desk.tell(desk.yes(mail));
    return { mail, id };
  }
  /** At her corner, signed in by the retailer's word. */
  async function cornerOf({ mail }: Person) {
    await askDatabase(at.database.url, "delete from access.tries");
    const cookie = await enterAsPerson(at, mail);
    return {
      look: () => knock(cookie, "GET", "/v1/me/restrictions"),
      ask: (ground: string) => knock(cookie, "POST", "/v1/me/restrictions", { ground }),
      takeBack: (id: string) => knock(cookie, "DELETE", `/v1/me/restrictions/${id}`, {}),
    };
  }
  const ofPerson = ({ id }: Person, cookie = colleague.service) => ({
    look: () => knock(cookie, "GET", `/api/people/${id}/restrictions`),
    ask: (ground: string) =>
      knock(cookie, "POST", `/api/people/${id}/restrictions`, { ground, reason: REASON }),
    lift: (restriction: string) =>
      knock(cookie, "POST", `/api/people/${id}/restrictions/${restriction}/lift`, { reason: "utrett" }),
  });

  async function use(email: string, more: object = {}): Promise<string> {
    const wish = { identifier: { kind: "email", value: email }, purpose: "offers", channel: "mail" };
    const rest = { entity: "almvik", message: "offers", categories: ["shoes"] };
    const { body } = await desk.call(
      "/v1/permissions/use",
      { ...wish, ...rest, ...more },
      at.secrets.serverKey,
    );
    return body["allowed"] === true ? "yes" : (body["reason"] as { code: string }).code;
  }
  const rows = async (table: string) =>
    (await askDatabase<{ n: number }>(at.database.url, `select count(*)::int as n from ${table}`))[0]?.n;
  const logged = (id: string) =>
    askDatabase<{ name: string; data: object }>(
      at.database.url,
      "select name, data from events.log where data::text like '%' || $1 || '%' order by seq",
      [id],
    );
  /** A day and a little later, with what is due then. */
  async function aDayLater(): Promise<void> {
    moveClock(24 * HOUR + 60_000);
    await liftDue(at.house);
    moveClock(0); // sessions of colleagues end by then
  }

  return { desk, colleague, knock, meet, cornerOf, ofPerson, use, rows, logged, aDayLater };
}
export type Quiet = Awaited<ReturnType<typeof openQuiet>>;
