// Which identifiers a row carries, and where a message holds them.
import { type ImportIdKind, importIdKinds, type Mapping } from "@somlos/contract/rooms/imports-mapping";
import { isMeaningless } from "../../parse/meaningless.rules.ts";
import { BadRow } from "./bad-row.rules.ts";
import { type Cells, idTextOf, type Json } from "./fields.rules.ts";

export type Ids = Partial<Record<ImportIdKind, string>>;

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
      if (text === undefined || isMeaningless(kind, text)) continue;
      found[kind] = text;
      any = true;
    }
    if (!any) throw new BadRow("imports.row_nobody");
    return found;
  };
}

const AS_TRAITS = ["email", "phone", "club_card", "card_token"] as const;
const AS_PROPERTIES = [
  ["order", "order_id"],
  ["receipt", "receipt_id"],
] as const;

/** Writes identifiers to where the room reads them from: message, context, traits, properties. */
export function placeIds(
  ids: Ids,
  type: "track" | "identify",
  message: Json,
  context: Json,
  own: Json,
): void {
  if (ids.login !== undefined) message["userId"] = ids.login;
  if (ids.visitor !== undefined) message["anonymousId"] = ids.visitor;
  if (ids.distinct_id !== undefined) message["distinctId"] = ids.distinct_id;
  if (ids.device !== undefined) context["device"] = { id: ids.device };
  const traits: Json = type === "identify" ? own : {};
  for (const kind of AS_TRAITS) if (ids[kind] !== undefined) traits[kind] = ids[kind];
  if (type === "track" && Object.keys(traits).length > 0) context["traits"] = traits;
  const external: Json[] = [];
  for (const [kind, property] of AS_PROPERTIES) {
    if (ids[kind] === undefined) continue;
    if (type === "track") own[property] = ids[kind];
    else external.push({ type: kind, id: ids[kind] });
  }
  if (external.length > 0) context["externalIds"] = external;
}
