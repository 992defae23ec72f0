// What colleagues say of others, and the copies of others, when they name somebody who is erased: cleaned among the people of
// the same legal entities, and left where another legal entity speaks of its own customer with the same address.
import { randomUUID } from "node:crypto";
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { askDatabase } from "../testing/customer.ts";
import { openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
const BOTH = "kurre@ord.example";
const DANE = "almvik-dk";
let at: TestApp;

beforeAll(async () => {
  at = await openTestApp();
  await openDesk(at); // enters Almvik AB, the principal
  await at.ask("/api/entities", {
    ...{ code: DANE, name: "Almvik ApS", organisationNumber: null, country: "DK", currency: "DKK" },
    ...{ languages: ["da"], timeZone: "Europe/Copenhagen" },
  });
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

let n = 0;
const event = (entity: string | undefined, fields: object) => ({
  ...{ type: "track", event: "Gift Sent", messageId: `word-${++n}`, timestamp: "2026-01-15T10:00:00Z" },
  context: entity === undefined ? {} : { legal_entity: entity },
  ...fields,
});
const idOf = async (value: string, legalEntity = "almvik", kind = "login"): Promise<string> => {
  const { body } = await at.ask("/api/people/lookup", { kind, value, legalEntity });
  return String(body["id"]);
};
async function asked(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await at.ask(path, { actId: randomUUID(), reason: `sent by ${BOTH}, she said`, ...body });
  expect([path, answer.status, answer.body["code"]]).toEqual([path, 200, undefined]);
  return answer.body;
}
async function erase(id: string): Promise<void> {
  await asked(`/api/people/${id}/rights`, { kind: "erasure" });
  for (const ahead of [25 * HOUR, 25 * HOUR + 10_000]) {
    moveClock(ahead);
    await runRights(at.house);
  }
  moveClock(0);
}
/** Where the address still stands, of a customer who is not the erased one. */
async function said(login: string, legalEntity?: string): Promise<string[]> {
  const id = await idOf(login, legalEntity);
  const found = await askDatabase(
    at.database.url,
    `select 'pieces' as place from rights.pieces p join rights.requests r on r.id = p.request_id
       where r.person_id = '${id}' and p.items like '%${BOTH}%'
     union select 'reasons' from access.acts where person_id = '${id}' and reason like '%${BOTH}%'
     union select 'rulings' from identity.rulings u join identity.ruled_pairs e on e.ruling = u.id join identity.nodes n on n.fp in (e.a, e.b)
       where n.value = '${login}' and u.reason like '%${BOTH}%'
     order by 1`,
  );
  return (found as unknown as { place: string }[]).map(({ place }) => place);
}
const cardOf = (login: string) => `CARD-${login}-4711`;
/** A customer who sent the other a gift; her copy is made, and a card is joined to her, with a reason. */
async function bella(login: string, legalEntity?: string): Promise<void> {
  const paid = event(legalEntity, { event: "Order Completed" });
  await at.send(
    [
      event(legalEntity, { type: "identify", userId: login, traits: { email: `${login}@ord.example` } }),
      event(legalEntity, { userId: login, properties: { to: BOTH } }),
      { ...paid, context: { ...paid.context, traits: { club_card: cardOf(login) } } },
      event(legalEntity, { type: "identify", userId: `kurre-${login}`, traits: { email: BOTH } }),
    ],
    "server",
  );
  const id = await idOf(login, legalEntity);
  await asked(`/api/people/${id}/rights`, { kind: "export" });
  await runRights(at.house);
  await asked("/api/people/join", {
    a: { id },
    b: { id: await idOf(cardOf(login), legalEntity, "club_card") },
  });
}

it("an erasure cleans them within its legal entities, in both directions, and only those", async () => {
  await bella("bella");
  await bella("birte", DANE);
  const everywhere = ["pieces", "reasons", "rulings"];
  expect([await said("bella"), await said("birte", DANE)]).toEqual([everywhere, everywhere]);
  await erase(await idOf(BOTH, "almvik", "email"));
  expect([await said("bella"), await said("birte", DANE)]).toEqual([[], everywhere]);
  await erase(await idOf(BOTH, DANE, "email"));
  expect([await said("bella"), await said("birte", DANE)]).toEqual([[], []]);
});

it("an erasure cleans them out of evidence, notes, reasons of rules and names of households too, and of nothing another legal entity wrote", async () => {
  const SVEN = "sven@ord.example";
  for (const [login, entity] of [["saga"], ["signe", DANE]] as const)
    await at.send(
      [
        event(entity, { type: "identify", userId: login, traits: { email: `${login}@ord.example` } }),
        event(entity, { type: "identify", userId: `sven-${login}`, traits: { email: SVEN } }),
      ],
      "server",
    );
  const how = `said by ${SVEN}, her brother`;
  const sql = (text: string) => askDatabase(at.database.url, text) as unknown as Promise<{ word: string }[]>;
  await sql(`insert into consent.policies (country, valid_from, cold_calls, soft_from_free_account, dormant_days, note, decided_at, decided_by)
    values ('EU', '2026-01-01', true, false, 365, '${how}', now(), 'test')`);
  await sql(`insert into identity.rule_versions (number, act, state, body, by_id, why, at)
    values (900, gen_random_uuid(), 'replaced', '{}', 'test', '${how}', now())`);
  await sql(`insert into company.sharings (id, act_id, ground, words_en, words_sv, words_da, recorded_at, recorded_by, ended_at, ended_by, ended_why, end_act_id)
    values (gen_random_uuid(), gen_random_uuid(), 'consent', 'w', 'w', 'w', now(), 'test', now(), 'test', '${how}', gen_random_uuid())`);
  for (const login of ["saga", "signe"]) {
    await sql(
      `insert into identity.households (id, name, made_at) values (md5('${login}')::uuid, 'With ${SVEN}', now())`,
    );
    await sql(`insert into identity.household_members (id, household_id, place, fp, called, maker, language, joined_at)
      select gen_random_uuid(), md5('${login}')::uuid, 1, fp, '${login}', true, 'en', now() from identity.nodes where value = '${login}'`);
    await sql(
      `insert into consent.heads (fp) select fp from identity.nodes where value = '${login}@ord.example' on conflict do nothing`,
    );
    await sql(`insert into consent.entries (id, act_id, fp, kind, purpose, channel, entity_id, state, at, recorded_at, imported, place, how, guardian)
      select gen_random_uuid(), gen_random_uuid(), n.fp, 'email', 'offers', 'mail', e.id, 'granted', now(), now(), true, '${how}', '${how}', false
      from identity.nodes n join company.entities e on e.code = '${login === "saga" ? "almvik" : DANE}' where n.value = '${login}@ord.example'`);
  }
  const left = () =>
    sql(`select 'place ' || e.code as word from consent.entries s join company.entities e on e.id = s.entity_id where s.place like '%${SVEN}%'
      union select 'how ' || e.code from consent.entries s join company.entities e on e.id = s.entity_id where s.how like '%${SVEN}%'
      union select 'note' from consent.policies where note like '%${SVEN}%'
      union select 'ended' from company.sharings where ended_why like '%${SVEN}%'
      union select 'why' from identity.rule_versions where why like '%${SVEN}%'
      union select 'household ' || m.called from identity.households h join identity.household_members m on m.household_id = h.id where h.name like '%${SVEN}%'
      order by 1`).then((rows) => rows.map(({ word }) => word));
  const all = ["almvik", DANE].flatMap((code) => [`how ${code}`, `place ${code}`]);
  const homes = ["household saga", "household signe"];
  expect(new Set(await left())).toEqual(new Set([...all, ...homes, "ended", "note", "why"]));
  await erase(await idOf(SVEN, "almvik", "email"));
  expect(new Set(await left())).toEqual(new Set([`how ${DANE}`, `place ${DANE}`, "household signe"]));
  const [kept] = await sql(
    `select how as word from consent.entries where how like 'said by%brother' and how not like '%@%'`,
  );
  expect(kept?.word).toBe("said by …, her brother");
  const may = "set_config('somlos.may_erase', 'yes', false) = 'yes'";
  for (const change of ["how = 'another word'", "purpose = null", "how = null", "state = 'confirmed'"])
    await expect(
      sql(`update consent.entries set ${change} where how like 'said by%' and ${may}`),
    ).rejects.toThrow("consent.entries only grows");
  await expect(
    sql(`update company.sharings set ended_by = 'another' where ended_why like 'said by%' and ${may}`),
  ).rejects.toThrow("never edited");
  await expect(sql("update consent.entries set how = '…' where how like 'said by%'")).rejects.toThrow(
    "only grows",
  );
});

it("of a reason in the staff audit words can only go, whoever asks the database", async () => {
  const id = await idOf("bella");
  await asked(`/api/people/${id}/reason`, { reason: "100 % sure_ly her \\o/" });
  const set = (reason: string) =>
    askDatabase(
      at.database.url,
      `update access.acts set reason = ${reason} where person_id = '${id}' and reason like '100%' and set_config('somlos.may_erase', 'yes', false) = 'yes'`,
    );
  for (const reason of [
    "'somebody else'",
    "reason || ' and more'",
    "'100 % …her'",
    "replace(reason, '_', '-')",
  ])
    await expect(set(reason)).rejects.toThrow("access.acts is append-only");
  await set("'100 % sure_ly … \\o/'");
  const [row] = (await askDatabase(
    at.database.url,
    `select reason from access.acts where person_id = '${id}' and reason like '100%'`,
  )) as unknown as { reason: string }[];
  expect(row?.reason).toBe("100 % sure_ly … \\o/");
});
