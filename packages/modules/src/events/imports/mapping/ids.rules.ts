// Which identifiers a row carries, and where a message holds them.
import { type ImportIdKind, importIdKinds, type Mapping } from "@somlos/contract/rooms/imports-mapping";
import { isMeaningless } from "@somlos/rules/meaningless";
import { BadRow } from "./bad-row.rules.ts";
import { type Cells, idTextOf, type Json } from "./fields.rules.ts";

export type Ids = Partial<Record<ImportIdKind, string>>;

/** A number like 555555 may say nothing about a person, but it is still the number of that order. */
const NUMBERS_OF_THINGS: ReadonlySet<ImportIdKind> = new Set(["order", "receipt"]);

/** The identifiers of a row. A value that means nothing (0, guest, null) is none; a row without any names nobody. */
export function makeIds(ids: Mapping["ids"]): (cells: Cells) => Ids {
  const wanted = importIdKinds.flatMap((kind) => {
    const column = ids[kind];
    return column === undefined ? [] : [[kind, column] as const];
  });
  return (cells) => {
    const found: Ids = {};
    let any = false;
    for (const [kind, column] of wanted) {
      const text = idTextOf(cells[column]);
      if (text === undefined || (!NUMBERS_OF_THINGS.has(kind) && isMeaningless(kind, text))) continue;
      found[kind] = text;
      any = true;
    }
    if (!any) throw new BadRow("imports.row_nobody");
    return found;
  };
}

const AS_FIELDS = [
  ["login", "userId"],
  ["visitor", "anonymousId"],
  ["distinct_id", "distinctId"],
] as const;
const AS_TRAITS = [
  ["email", "email"],
  ["phone", "phone"],
  ["club_card", "club_card"],
  ["card_token", "card_token"],
] as const;
const AS_PROPERTIES = [
  ["order", "order_id"],
  ["receipt", "receipt_id"],
] as const;

/** Identifiers of some kinds under the names that messages have for them. */
function named(ids: Ids, names: readonly (readonly [kind: ImportIdKind, name: string])[]): Json {
  const found: Json = {};
  for (const [kind, name] of names) if (ids[kind] !== undefined) found[name] = ids[kind];
  return found;
}

/** Writes identifiers to where the room reads them from: message, context, traits, properties. */
export function placeIds(
  ids: Ids,
  type: "track" | "identify",
  message: Json,
  context: Json,
  own: Json,
): void {
  Object.assign(message, named(ids, AS_FIELDS));
  if (ids.device !== undefined) context["device"] = { id: ids.device };
  const traits = named(ids, AS_TRAITS);
  if (type === "track") {
    if (Object.keys(traits).length > 0) context["traits"] = traits;
    Object.assign(own, named(ids, AS_PROPERTIES));
    return;
  }
  Object.assign(own, traits);
  const external = AS_PROPERTIES.flatMap(([kind]) =>
    ids[kind] === undefined ? [] : [{ type: kind, id: ids[kind] }],
  );
  if (external.length > 0) context["externalIds"] = external;
}
