// What a person may ask of their way in: sessions, passkeys and what they brought from other shops told, all of it erased with the identifier.
import { identifiersIn, type RoomRights } from "@somlos/kernel/rights";
import { deleteOwn, listOwn } from "./corner.rights.store.ts";

export const cornerRights: RoomRights = {
  room: "corner",
  tables: [
    "corner.sessions",
    "corner.passkeys",
    "corner.links",
    "corner.challenges",
    "corner.brought",
    "corner.put_away",
  ],
  async export(tx, { identifiers }) {
    const own = await listOwn(
      tx,
      identifiers.map((one) => one.fp),
    );
    return {
      items: Object.entries(own).flatMap(([table, rows]) => rows.map((row) => ({ table, ...row }))),
    };
  },
  async erase({ tx }, whom, scope) {
    const fps = identifiersIn(whom, scope).map((one) => one.fp);
    return { removed: fps.length === 0 ? {} : await deleteOwn(tx, fps) };
  },
};
