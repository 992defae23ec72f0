// What is known of people as columns, for finding those who may be one: facts that hold, and identifiers that people share by
// nothing but being the same person. Nothing of what anybody did.
import type { Tx } from "@somlos/kernel/db";
import { type Likeness, listPeople, listStreams } from "../identity/index.ts";
import { type Fact, nameIn, settleFacts } from "./facts.rules.ts";
import { listWords } from "./facts.store.ts";

/** Names of facts that say the same, the usual ones of Segment first. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  given_name: ["firstName", "first_name", "givenName", "given_name"],
  surname: ["lastName", "last_name", "familyName", "surname"],
  full_name: ["name", "fullName", "full_name"],
  birth_date: ["birthday", "birthDate", "birth_date", "dateOfBirth", "date_of_birth"],
  company: ["company", "companyName"],
};
const ADDRESS: Readonly<Record<string, readonly string[]>> = {
  street: ["street", "streetAddress", "address1"],
  postal_code: ["postalCode", "postal_code", "zip", "postcode"],
  city: ["city", "town"],
};

type Facts = ReadonlyMap<string, Fact>;

function textOf(value: unknown): string | undefined {
  if (typeof value === "object" && value !== null && "name" in value) return textOf(value.name);
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text === "" ? undefined : text.slice(0, 200);
}

const firstOf = (names: readonly string[], said: (name: string) => unknown): string | undefined =>
  names.map((name) => textOf(said(name))).find((text) => text !== undefined);

function addressIn(facts: Facts): Record<string, string | undefined> {
  const whole = facts.get("address")?.value;
  const inside: Readonly<Record<string, unknown>> =
    typeof whole === "object" && whole !== null ? { ...whole } : {};
  return Object.fromEntries(
    Object.entries(ADDRESS).map(([column, names]) => [
      column,
      firstOf(names, (name) => inside[name] ?? facts.get(name)?.value),
    ]),
  );
}

const columnsIn = (facts: Facts) => ({
  ...Object.fromEntries(
    Object.entries(COLUMNS).map(([column, names]) => [
      column,
      firstOf(names, (name) => facts.get(name)?.value),
    ]),
  ),
  ...addressIn(facts),
});

/** Everybody of these of whom something is known that another person could share. */
export async function likenessOf(tx: Tx, personIds: readonly string[]): Promise<Likeness[]> {
  if (personIds.length === 0) return [];
  const streams = await listStreams(tx, personIds);
  const words = Map.groupBy(await listWords(tx, streams), (word) => streams.owners[word.part] ?? 0);
  const people = new Map((await listPeople(tx, { ids: personIds })).map((one) => [one.id, one]));
  return personIds.flatMap((personId, at) => {
    const facts = settleFacts(words.get(at + 1) ?? []);
    const first = (kind: string) =>
      (people.get(personId)?.identifiers ?? [])
        .filter((one) => one.kind === kind)
        .map((one) => one.value)
        .sort()[0];
    const all = { ...columnsIn(facts), email: first("email"), phone: first("phone") };
    const known = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    if (known.length === 0) return [];
    return [{ personId, name: nameIn(facts) ?? null, columns: Object.fromEntries(known) }];
  });
}
