// The doors of one's own account.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/access-account";
import type { Tx } from "@somlos/kernel/db";
import { handle, type Knock } from "@somlos/kernel/http";
import { type AccessHouse, act, colleagueOf } from "../access.house.ts";
import { listPasskeys } from "../passkeys/passkeys.store.ts";
import { endedCookie } from "../sessions/place.rules.ts";
import { sessionHashOf } from "../sessions/session.actions.ts";
import { deleteSession, deleteSessions, findSession, listSessions } from "../sessions/session.store.ts";
import { addPasskey, askToAddPasskey, changePassword, removePasskey, type Self } from "./account.actions.ts";
import { findStaff, saveProfile } from "./staff.store.ts";

type AnyKnock = Pick<Knock<unknown, unknown, unknown>, "caller" | "headers" | "ip">;

const selfOf = (house: AccessHouse, { caller, headers, ip }: AnyKnock): Self => ({
  id: colleagueOf(caller),
  sessionHash: sessionHashOf(headers, house.access.place),
  ip,
});

async function showAccount(house: AccessHouse, tx: Tx, self: Self, now: Date): Promise<words.Account> {
  const who = await findStaff(tx, self.id);
  if (who === undefined) throw new Refusal("door.not_signed_in");
  const here = await findSession(tx, self.sessionHash, now);
  const passkeys = await listPasskeys(tx, self.id);
  const sessions = await listSessions(tx, self.id, now);
  const { id, name, email, language } = who;
  return {
    id,
    name,
    email,
    language,
    hasPassword: who.passwordHash !== null,
    passkeysWork: house.access.place.passkeyDomain !== undefined,
    passkeys: passkeys.map((p) => ({
      id: p.id,
      name: p.name,
      createdAt: p.createdAt.toISOString(),
      lastUsedAt: p.lastUsedAt?.toISOString() ?? null,
      backedUp: p.backedUp,
    })),
    sessions: sessions.map((s) => ({
      id: s.id,
      how: s.how,
      signedInAt: s.signedInAt.toISOString(),
      seenAt: s.seenAt.toISOString(),
      agent: s.agent,
      current: s.id === here?.id,
    })),
  };
}

export const accountDoors = [
  handle(words.readAccount, (house: AccessHouse, knock) => {
    const self = selfOf(house, knock);
    return house.db.read((tx, now) => showAccount(house, tx, self, now));
  }),
  handle(words.changeAccount, async (house: AccessHouse, knock) => {
    const { name = null, language = null } = knock.body;
    const { id } = selfOf(house, knock);
    await act(house, knock, words.changeAccount.id, async ({ tx }) => ({
      answer: await saveProfile(tx, id, name, language),
    }));
    return {};
  }),
  handle(words.changePassword, async (house: AccessHouse, knock) => {
    await changePassword(house, selfOf(house, knock), knock.body);
    return {};
  }),
  handle(words.passkeyAddOptions, (house: AccessHouse, knock) => {
    const self = selfOf(house, knock);
    return house.db.work({ kind: "staff", id: self.id }, (work) => askToAddPasskey(work, house, self));
  }),
  handle(words.addPasskey, async (house: AccessHouse, knock) => {
    const self = selfOf(house, knock);
    const id = await act(house, knock, words.addPasskey.id, async (work) => {
      const answer = await addPasskey(work, house, self, knock.body);
      return { answer, object: answer };
    });
    return { id };
  }),
  handle(words.removePasskey, async (house: AccessHouse, knock) => {
    const self = selfOf(house, knock);
    const { id } = knock.params;
    await act(house, knock, words.removePasskey.id, async (work) => ({
      answer: await removePasskey(work, self, id),
      object: id,
    }));
    return {};
  }),
  handle(words.endOneSession, async (house: AccessHouse, knock) => {
    const { id: staffId } = selfOf(house, knock);
    const { id } = knock.params;
    await act(house, knock, words.endOneSession.id, async ({ tx }) => {
      if ((await deleteSession(tx, id, staffId)) === 0) throw new Refusal("account.not_found");
      return { answer: undefined, object: id };
    });
    return {};
  }),
  handle(words.endSessions, async (house: AccessHouse, knock) => {
    const { id } = selfOf(house, knock);
    await act(house, knock, words.endSessions.id, async ({ tx }) => ({
      answer: await deleteSessions(tx, id, null),
    }));
    knock.header("set-cookie", endedCookie(house.access.place));
    return {};
  }),
];
