// The doors to what people may ask of what we hold about them.
import { Refusal } from "@somlos/contract";
import { undo } from "@somlos/contract/rooms/corner";
import * as words from "@somlos/contract/rooms/rights";
import type { Actor } from "@somlos/kernel/db";
import { handle } from "@somlos/kernel/http";
import { takeTry } from "../access/index.ts";
import { fpsOf, hashOfToken, limits, takeUndo, undoPasskey } from "../corner/index.ts";
import { findNodesOfPerson, loadPerson, protectPerson } from "../identity/index.ts";
import { actorOf, staffIdOf } from "./callers.ts";
import { correctionDoors } from "./corrections/correct.routes.ts";
import { askForPerson, askForSelf, cancel, demandSeen, ownRequest } from "./requests/ask.actions.ts";
import { foresee } from "./requests/foresee.actions.ts";
import { showRequest } from "./requests/requests.rules.ts";
import { findByReceipt, findRequest, listRequests, listRequestsOf } from "./requests/requests.store.ts";
import { staysOf } from "./requests/stays.rules.ts";
import { undoRestriction } from "./restrictions/restrict.actions.ts";
import { restrictionDoors } from "./restrictions/restrictions.routes.ts";
import type { RightsRoomHouse } from "./rights.house.ts";
import { lineSaid } from "./words/tables.rules.ts";

type Undone = (typeof undo.answer)["_zod"]["output"]["what"];
const SYSTEM: Actor = { kind: "system", id: "rights" };

const ownDoors = [
  handle(words.listMine, (house: RightsRoomHouse, knock) =>
    house.db.read(async (tx) => ({
      items: (await listRequests(tx, await fpsOf(tx, knock.caller))).map(showRequest),
    })),
  ),
  handle(words.askExport, (house: RightsRoomHouse, knock) =>
    house.db.work(actorOf(knock), (work) =>
      askForSelf(work, house, knock, { kind: "export", scope: { kind: "whole" }, language: knock.language }),
    ),
  ),
  handle(words.askErasure, (house: RightsRoomHouse, knock) =>
    house.db.work(actorOf(knock), (work) =>
      askForSelf(work, house, knock, {
        kind: "erasure",
        scope: knock.body.scope,
        language: knock.language,
      }),
    ),
  ),
  handle(words.cancelMine, async (house: RightsRoomHouse, knock) => {
    await house.db.work(actorOf(knock), async (work) => {
      await ownRequest(work, knock, knock.params.id);
      await cancel(work, knock.params.id);
    });
    return {};
  }),
  handle(words.openReceipt, async (house: RightsRoomHouse, knock) => {
    await takeTry(house, limits.undo, { ip: knock.ip });
    const found = await house.db.read((tx) => findByReceipt(tx, hashOfToken(knock.body.receipt)));
    if (found === undefined) throw new Refusal("rights.not_found");
    const { id, state, askedAt, dueAt, endedAt } = showRequest(found);
    const stays = house.rightsOf.flatMap((room) => room.stays ?? []);
    return {
      ...{ id, state, askedAt, dueAt, endedAt },
      filesAt: found.filesAt?.toISOString() ?? null,
      rooms: found.receipt.map((line) => lineSaid(line, knock.language)),
      stays: staysOf(stays, knock.language, found),
    };
  }),
  handle(undo, async (house: RightsRoomHouse, knock) => {
    await takeTry(house, limits.undo, { ip: knock.ip });
    return house.db.work(SYSTEM, async (work) => {
      const { kind, id, by } = await takeUndo(work, knock.body.token, ["lift"]);
      const what = kind as Undone;
      if (what === "passkey") await undoPasskey(work, id);
      else if (what === "restriction" || what === "lift" || what === "lifted")
        await undoRestriction(work, house, { kind: what, id, language: knock.language }, by);
      else await cancel(work, id);
      return { what };
    });
  }),
];

const staffDoors = [
  handle(words.listForPerson, (house: RightsRoomHouse, { params }) =>
    house.db.read(async (tx) => {
      const found = await loadPerson(tx, params.id);
      if (found === undefined) throw new Refusal("people.unknown");
      const { identifiers, ids } = await findNodesOfPerson(tx, found.id);
      const fps = identifiers.map((one) => one.fp);
      return { items: (await listRequestsOf(tx, [found.id, ...ids], fps)).map(showRequest) };
    }),
  ),
  handle(words.askForPerson, (house: RightsRoomHouse, knock) => {
    const { kind, scope, reason } = knock.body;
    const staffId = staffIdOf(knock);
    return house.db.work({ kind: "staff", id: staffId }, async (work) => {
      const of = { personId: knock.params.id, staffId, reason };
      const made = await askForPerson(work, house, of, { kind, scope, language: knock.language });
      const note = { who: staffId, what: words.askForPerson.id, object: made.id, reason, ip: knock.ip };
      await house.audit.note(work, {
        ...note,
        personId: (await findRequest(work.tx, made.id))?.personId ?? undefined,
      });
      return made;
    });
  }),
  handle(words.foreseeForPerson, (house: RightsRoomHouse, { params, body, language }) =>
    house.db.read((tx) => foresee(tx, house, { personId: params.id, scope: body.scope, language })),
  ),
  handle(words.cancelForPerson, async (house: RightsRoomHouse, knock) => {
    const staffId = staffIdOf(knock);
    await house.db.work({ kind: "staff", id: staffId }, async (work) => {
      const asked = await findRequest(work.tx, knock.params.id);
      if (asked !== undefined) await demandSeen(work.tx, house, knock.caller, asked);
      await cancel(work, knock.params.id);
      const what = words.cancelForPerson.id;
      await house.audit.note(work, { who: staffId, what, object: knock.params.id, ip: knock.ip });
    });
    return {};
  }),
  handle(words.protect, async (house: RightsRoomHouse, knock) => {
    const staffId = staffIdOf(knock);
    await house.db.work({ kind: "staff", id: staffId }, async (work) => {
      const found = await loadPerson(work.tx, knock.params.id);
      if (found === undefined) throw new Refusal("people.unknown");
      const { nodes } = await findNodesOfPerson(work.tx, found.id);
      await protectPerson(work, nodes, knock.body.protected);
      const { reason } = knock.body;
      await house.audit.note(work, {
        who: staffId,
        what: words.protect.id,
        personId: found.id,
        reason,
        ip: knock.ip,
      });
    });
    return {};
  }),
];

export const rightsDoors = [...ownDoors, ...correctionDoors, ...restrictionDoors, ...staffDoors] as const;
