// The doors of a customer's way in.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/corner";
import type { Actor } from "@somlos/kernel/db";
import { handle } from "@somlos/kernel/http";
import { takeTry } from "../access/index.ts";
import { type CornerHouse, personOf } from "./corner.house.ts";
import { cookieFor, cookieIn, hashOfToken, limits } from "./corner.rules.ts";
import {
  addPasskey,
  askForNewPasskey,
  askForPasskey,
  removePasskey,
  showPasskeys,
  signInWithPasskey,
} from "./passkeys/passkeys.actions.ts";
import { askProof, listProofs, redeemProof } from "./proof/proof.actions.ts";
import { listEntities, switchEntity } from "./sessions/entities.actions.ts";
import { type AnyKnock, fpsOf, loadSession, showSession } from "./sessions/sessions.actions.ts";
import {
  deleteSession,
  deleteSessionByHash,
  deleteSessionsOf,
  listSessions,
} from "./sessions/sessions.store.ts";
import { askSignIn, redeemSignIn } from "./sign-in/sign-in.actions.ts";
import { signInByToken } from "./sign-in/token.actions.ts";

const SYSTEM: Actor = { kind: "system", id: "corner" };
const actorOf = ({ caller }: Pick<AnyKnock, "caller">): Actor => ({
  kind: "person",
  id: personOf(caller).sessionId,
});
const signOut = (house: CornerHouse, knock: AnyKnock) =>
  knock.header("set-cookie", cookieFor(house.access.place, "me", "", 0));

const signInDoors = [
  handle(words.askSignIn, async (house: CornerHouse, knock) => {
    const { email, language = knock.language, legalEntity } = knock.body;
    await askSignIn(house, knock, { email, language, legalEntity });
    return {};
  }),
  handle(words.redeemSignIn, (house: CornerHouse, knock) => redeemSignIn(house, knock, knock.body)),
  handle(words.signInByToken, (house: CornerHouse, knock) =>
    signInByToken(house, knock, knock.body.identityToken),
  ),
  handle(words.passkeySignInOptions, async (house: CornerHouse, knock) => {
    await takeTry(house, limits.passkey, { ip: knock.ip });
    return house.db.work(SYSTEM, (work) => askForPasskey(work, house.access.place));
  }),
  handle(words.signInWithPasskey, async (house: CornerHouse, knock) => {
    await takeTry(house, limits.passkey, { ip: knock.ip });
    return house.db.work(SYSTEM, (work) => signInWithPasskey(work, house, knock, knock.body.passkey));
  }),
];

const sessionDoors = [
  handle(words.readPersonSession, (house: CornerHouse, knock) =>
    house.db.read(async (tx, now) =>
      showSession(house, await loadSession(tx, personOf(knock.caller).sessionId, now), now),
    ),
  ),
  handle(words.listMyEntities, (house: CornerHouse, knock) =>
    house.db.read(async (tx, now) => ({ items: await listEntities(house, tx, knock, now) })),
  ),
  handle(words.switchEntity, (house: CornerHouse, knock) => switchEntity(house, knock, knock.body)),
  handle(words.endPersonSession, async (house: CornerHouse, knock) => {
    const token = cookieIn(knock.headers, house.access.place, "me") ?? "";
    await house.db.work(actorOf(knock), ({ tx }) => deleteSessionByHash(tx, hashOfToken(token)));
    signOut(house, knock);
    return {};
  }),
  handle(words.listPersonSessions, (house: CornerHouse, knock) =>
    house.db.read(async (tx, now) => {
      const { sessionId } = personOf(knock.caller);
      const held = await listSessions(tx, await fpsOf(tx, knock.caller), now);
      return {
        items: held.map(({ id, how, signedInAt, seenAt, agent }) => ({
          ...{ id, how, agent, current: id === sessionId },
          ...{ signedInAt: signedInAt.toISOString(), seenAt: seenAt.toISOString() },
        })),
      };
    }),
  ),
  handle(words.endOnePersonSession, async (house: CornerHouse, knock) => {
    await house.db.work(actorOf(knock), async ({ tx }) => {
      const ended = await deleteSession(tx, knock.params.id, await fpsOf(tx, knock.caller));
      if (ended === 0) throw new Refusal("me.not_found");
    });
    return {};
  }),
  handle(words.endPersonSessions, async (house: CornerHouse, knock) => {
    await house.db.work(actorOf(knock), async ({ tx }) =>
      deleteSessionsOf(tx, await fpsOf(tx, knock.caller)),
    );
    signOut(house, knock);
    return {};
  }),
];

const proofDoors = [
  handle(words.listPersonPasskeys, (house: CornerHouse, knock) =>
    house.db.read(async (tx) => ({ items: await showPasskeys({ tx }, knock) })),
  ),
  handle(words.personPasskeyOptions, (house: CornerHouse, knock) =>
    house.db.work(actorOf(knock), (work) => askForNewPasskey(work, house, knock)),
  ),
  handle(words.addPersonPasskey, (house: CornerHouse, knock) =>
    house.db.work(actorOf(knock), async (work) => ({ id: await addPasskey(work, house, knock, knock.body) })),
  ),
  handle(words.removePersonPasskey, async (house: CornerHouse, knock) => {
    await house.db.work(actorOf(knock), (work) => removePasskey(work, knock, knock.params.id));
    return {};
  }),
  handle(words.listProofs, (house: CornerHouse, knock) =>
    house.db.read(async (tx, now) => ({ addresses: await listProofs(house, tx, knock, now) })),
  ),
  handle(words.askProof, async (house: CornerHouse, knock) => {
    await askProof(house, knock, knock.params.id);
    return {};
  }),
  handle(words.redeemProof, (house: CornerHouse, knock) => redeemProof(house, knock, knock.body.code)),
];

export const cornerDoors = [...signInDoors, ...sessionDoors, ...proofDoors] as const;
