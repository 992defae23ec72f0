// Doors of the public registers. The file comes in as a stream: the server binds that door apart.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/consent-lists";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import { type ConsentHouse, staffOf } from "../consent.house.ts";
import { ruleSets } from "../law/sets.rules.ts";
import { registerOf, registers } from "./lines.rules.ts";
import { takeInFile } from "./lists.actions.ts";
import { listLists } from "./lists.store.ts";

const DAY_MS = 86_400_000;

/** The strictest age that any rule set asks of a register. */
const mostDaysOf = (list: string): number =>
  Math.min(
    ...ruleSets.flatMap(({ call, letter }) =>
      [call, letter].flatMap((demand) => ("list" in demand && demand.list === list ? [demand.listDays] : [])),
    ),
  );

export const listDoors: readonly Door<ConsentHouse>[] = [
  handle(words.listRegisters, ({ db }: ConsentHouse) =>
    db.read(async (tx, now) => {
      const rows = new Map((await listLists(tx)).map((row) => [row.list, row]));
      return {
        items: registers.map((list) => {
          const row = rows.get(list);
          const ageDays =
            row === undefined ? null : Math.floor((now.getTime() - Date.parse(row.asOf)) / DAY_MS);
          const mostDays = mostDaysOf(list);
          return {
            ...{ list, country: registerOf[list].country, asOf: row?.asOf ?? null, ageDays, mostDays },
            ...{
              tooOld: ageDays === null || ageDays > mostDays,
              lines: row?.lines ?? 0,
              unread: row?.unread ?? 0,
            },
            loadedAt: row?.loadedAt.toISOString() ?? null,
          };
        }),
      };
    }),
  ),
];

type From = { readonly caller: Caller; readonly query: unknown; readonly ip: string };

/** `POST /api/permissions/lists`: the raw body as a stream. The caller has passed `takeRegister.who` already. */
export const registerRoute =
  (house: ConsentHouse) =>
  (file: AsyncIterable<Uint8Array>, { caller, query, ip }: From) => {
    const wish = words.takeRegister.query?.safeParse(query);
    if (wish?.success !== true)
      throw new Refusal("door.bad_request", {
        problems: [`query: list is one of ${words.registerNames.join(", ")}, asOf a day like 2026-01-31`],
      });
    const { staffId } = staffOf(caller);
    const { list, asOf } = wish.data;
    return takeInFile(house, { kind: "staff", id: staffId }, { list, asOf }, file, (work) =>
      house.audit.note(work, { who: staffId, what: words.takeRegister.id, ip }),
    );
  };
