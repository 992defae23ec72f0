// What a person may ask of the mails to them.
import { addressesIn, identifiersIn, type RoomRights } from "../rights/index.ts";
import { deleteMailsTo, listMailsTo } from "./mail.store.ts";

export const mailRights: RoomRights = {
  room: "mail",
  tables: ["kernel.mails"],
  async export(tx, { identifiers }) {
    const mails = await listMailsTo(tx, addressesIn(identifiers));
    return { items: mails.map((mail) => ({ table: "kernel.mails", ...mail })) };
  },
  async erase({ tx }, whom, scope) {
    const addresses = addressesIn(identifiersIn(whom, scope));
    return { removed: { "kernel.mails": addresses.length === 0 ? 0 : await deleteMailsTo(tx, addresses) } };
  },
};
