// A copy put together as it is fetched, piece by piece: a large person fills no memory.
import { Refusal } from "@somlos/contract";
import type { Tx } from "@somlos/kernel/db";
import type { Caller } from "@somlos/kernel/http";
import type { AnyKnock } from "../../corner/index.ts";
import { demandSurely } from "../../corner/index.ts";
import { demandSeen, ownRequest } from "../requests/ask.actions.ts";
import { findRequest, type Request } from "../requests/requests.store.ts";
import { isOfSeveral } from "../requests/settle.actions.ts";
import type { RightsRoomHouse } from "../rights.house.ts";
import { loadNames } from "../words/names.actions.ts";
import { FOOT, headingOf, headOf, rowOf, subheadingOf } from "./page.rules.ts";
import { findPieceAfter } from "./pieces.store.ts";

export type Copy = {
  readonly name: string;
  readonly contentType: string;
  readonly body: AsyncIterable<string>;
};
type Format = "json" | "html";
type Piece = { readonly n: number; readonly room: string; readonly items: string };

async function* piecesOf({ db }: RightsRoomHouse, id: string): AsyncGenerator<Piece> {
  for (let n = -1; ; ) {
    const from = n;
    const piece = await db.read((tx) => findPieceAfter(tx, id, from));
    if (piece === undefined) return;
    yield piece;
    n = piece.n;
  }
}

async function* asJson(house: RightsRoomHouse, r: Request): AsyncGenerator<string> {
  yield `{"by":${JSON.stringify(house.installation.name)},"at":${JSON.stringify((r.endedAt ?? r.askedAt).toISOString())},"rooms":{`;
  let room: string | undefined;
  for await (const piece of piecesOf(house, r.id)) {
    const begins = piece.room !== room;
    if (begins) yield `${room === undefined ? "" : "],"}${JSON.stringify(piece.room)}:[`;
    yield `${begins ? "" : ","}${piece.items.slice(1, -1)}`; // the items without the brackets around them
    room = piece.room;
  }
  yield room === undefined ? "}}\n" : "]}}\n";
}

async function* asPage(house: RightsRoomHouse, r: Request): AsyncGenerator<string> {
  const { language } = r;
  const speech = { language, names: await house.db.read((tx, now) => loadNames(tx, now, language)) };
  yield headOf(house.installation.name, r.endedAt ?? r.askedAt, speech);
  let room: string | undefined;
  let table: unknown;
  for await (const piece of piecesOf(house, r.id)) {
    if (piece.room !== room) yield headingOf(language, piece.room);
    room = piece.room;
    for (const item of JSON.parse(piece.items) as Record<string, unknown>[]) {
      if (item["table"] !== table) yield subheadingOf(language, String(item["table"]));
      table = item["table"];
      yield rowOf(item, speech);
    }
  }
  yield FOOT;
}

/** `of`: who fetches it for themselves, or whom staff asked for. */
async function copyOf(
  house: RightsRoomHouse,
  tx: Tx,
  r: Request,
  { of, format }: { readonly of: Pick<Request, "fp" | "personId">; readonly format: Format },
): Promise<Copy> {
  if (r.kind !== "export" || r.state === "cancelled") throw new Refusal("rights.not_found");
  if (r.state !== "done") throw new Refusal("rights.not_ready");
  if (await isOfSeveral(tx, r, of)) throw new Refusal("rights.of_several");
  return format === "json"
    ? { name: "copy.json", contentType: "application/json; charset=utf-8", body: asJson(house, r) }
    : { name: "copy.html", contentType: "text/html; charset=utf-8", body: asPage(house, r) };
}

/** One's own copy: proven again, since a session may have been left open. */
export const fetchOwn = (
  house: RightsRoomHouse,
  knock: AnyKnock,
  id: string,
  format: Format,
): Promise<Copy> =>
  house.db.read(async (tx, now) => {
    const request = await ownRequest({ tx }, knock, id);
    const { fp } = await demandSurely(tx, knock.caller, now);
    return copyOf(house, tx, request, { of: { fp, personId: null }, format });
  });

/** A copy that staff asked for in a person's name; nobody of the staff opens one that a person asked for. */
export const fetchAsked = (
  house: RightsRoomHouse,
  caller: Caller,
  id: string,
  format: Format,
): Promise<{ readonly copy: Copy; readonly personId: string }> =>
  house.db.read(async (tx) => {
    const request = await findRequest(tx, id);
    if (request === undefined || request.personId === null) throw new Refusal("rights.not_found");
    await demandSeen(tx, house, caller, request);
    const copy = await copyOf(house, tx, request, { of: request, format });
    return { copy, personId: request.personId };
  });
