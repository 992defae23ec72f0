// The doors of the session: in, who, out.
import * as words from "@somlos/contract/rooms/access";
import { handle, type Knock } from "@somlos/kernel/http";
import { type AccessHouse, act, staffOf } from "../access.house.ts";
import { takeTry } from "../limits/limits.actions.ts";
import { limits } from "../limits/limits.rules.ts";
import { askForPasskey } from "../passkeys/passkeys.actions.ts";
import { cookieOf, endedCookie, refuseForeignPage, sessionCookie } from "./place.rules.ts";
import { endSession } from "./session.actions.ts";
import { SESSION_MOST_MS } from "./session.rules.ts";
import {
  type SignedIn,
  sessionAnswer,
  signInWithPasskey,
  signInWithPassword,
  tokenAnswer,
} from "./sign-in.actions.ts";

type AnyKnock = Pick<Knock<unknown, unknown, unknown>, "headers" | "ip" | "header">;

/** Hands the cookie to the browser and the answer to the page. */
export function letIn(house: AccessHouse, knock: AnyKnock, { token, answer }: SignedIn): SignedIn["answer"] {
  knock.header("set-cookie", sessionCookie(house.access.place, token, SESSION_MOST_MS / 1000));
  return answer;
}

export const sessionDoors = [
  handle(words.readSession, (house: AccessHouse, { caller, language }) => {
    const staff = staffOf(caller);
    if (staff.by === "token") return Promise.resolve(tokenAnswer(house, staff, language));
    return house.db.read((tx) => sessionAnswer(house, tx, staff.staffId));
  }),
  handle(words.endSession, async (house: AccessHouse, knock) => {
    const { place } = house.access;
    const token = cookieOf(knock.headers, place);
    await act(house, knock, words.endSession.id, async (work) => ({
      answer: token === undefined ? 0 : await endSession(work, token),
    }));
    knock.header("set-cookie", endedCookie(place));
    return {};
  }),
  handle(words.signInWithPassword, async (house: AccessHouse, knock) => {
    refuseForeignPage(knock.headers, house.access.place);
    return letIn(house, knock, await signInWithPassword(house, knock.body, knock));
  }),
  handle(words.passkeySignInOptions, async (house: AccessHouse, knock) => {
    refuseForeignPage(knock.headers, house.access.place);
    await takeTry(house, limits.challenge, { ip: knock.ip });
    return house.db.work({ kind: "system", id: "access" }, (work) => askForPasskey(work, house.access.place));
  }),
  handle(words.signInWithPasskey, async (house: AccessHouse, knock) => {
    refuseForeignPage(knock.headers, house.access.place);
    return letIn(house, knock, await signInWithPasskey(house, knock.body.passkey, knock));
  }),
];
