// Signing in by mail. Asking only writes the request down, for every address alike: whether we know it is found out
// afterwards, so neither the answer nor its time can tell. The request is durable; a crash answers it later.
import { randomBytes, randomInt } from "node:crypto";
import { type Language, Refusal } from "@somlos/contract";
import type { PersonSession } from "@somlos/contract/rooms/corner";
import { answerEach, type Tx, type Work } from "@somlos/kernel/db";
import { hmac, uuid7, uuidOf } from "@somlos/kernel/ids";
import { takeTry } from "../../access/index.ts";
import { type Identifier, identifiersIn } from "../../events/index.ts";
import { findFirst, findPerson, isInvited } from "../../identity/index.ts";
import type { CornerHouse } from "../corner.house.ts";
import { cookieFor, cookieIn, hashOfToken, LINK_MS, limits } from "../corner.rules.ts";
import { type AnyKnock, beginSession } from "../sessions/sessions.actions.ts";
import { signInLetter } from "./letters.rules.ts";
import {
  insertLink,
  type Link,
  lockLink,
  lockLinksOfBrowser,
  saveAnswer,
  takeWaiting,
  useLinks,
} from "./links.store.ts";

const SYSTEM = { kind: "system", id: "corner" } as const;
const NEVER_KNOWN = "never known";

export const newCode = (): string => String(randomInt(100_000_000)).padStart(8, "0");
/** A short code needs a secret: its plain hash could be counted through. */
export const hashOfCode = (house: CornerHouse, linkId: string, code: string): string =>
  uuidOf(hmac(house.access.secret, `corner code ${linkId} ${code}`));

/** As the first circle of legal entities names it that knows them; of nobody that any knows, as the first would. */
export const firstNamed = async (tx: Tx, named: readonly Identifier[]): Promise<Identifier | undefined> =>
  named.length < 2 ? named[0] : ((await findFirst(tx, named))?.by ?? named[0]);

export async function askSignIn(
  house: CornerHouse,
  knock: AnyKnock,
  wish: { readonly email: string; readonly language: Language; readonly legalEntity?: string | undefined },
): Promise<void> {
  const { place } = house.access;
  const circles = house.company.circlesFor(wish.legalEntity);
  if (circles === undefined) throw new Refusal("company.entity_unknown");
  const emails = identifiersIn(house.naming, circles, "email", wish.email);
  const address = emails[0]?.value ?? NEVER_KNOWN;
  const nobody = house.naming.print("id email", NEVER_KNOWN);
  await takeTry(house, limits.ask, { ip: knock.ip });
  await takeTry(house, limits.askFrom, { subject: `${address} ${knock.ip}` });
  await takeTry(house, limits.askAddress, { subject: address });
  const browser = cookieIn(knock.headers, place, "ask") ?? randomBytes(32).toString("base64url");
  await house.db.work(SYSTEM, async ({ tx, now }) => {
    const fp = (await firstNamed(tx, emails))?.fp ?? nobody;
    await insertLink(tx, {
      ...{ id: uuid7(now.getTime()), purpose: "sign_in", fp, address, language: wish.language },
      ...{ browserHash: hashOfToken(browser), sessionId: null, objectKind: null, objectId: null },
      ...{ tokenHash: null, codeHash: null, at: now, answeredAt: null },
      endsAt: new Date(now.getTime() + LINK_MS.sign_in),
    });
  });
  knock.header("set-cookie", cookieFor(place, "ask", browser, (2 * LINK_MS.sign_in) / 1000));
  // When this process ends before it comes to it, the schedule answers.
  setTimeout(() => void answerSignIns(house).catch(() => undefined), 0).unref();
}

/** Whom we know by this address, or whom a member of a household invited by it. */
const isExpected = async ({ tx, now }: Work, fp: string): Promise<boolean> =>
  (await findPerson(tx, { kind: "email", fp })) !== undefined || (await isInvited(tx, fp, now));

async function answer(work: Work, house: CornerHouse, link: Link): Promise<void> {
  const { tx, now } = work;
  const known = link.address !== NEVER_KNOWN && (await isExpected(work, link.fp));
  if (!known) return void (await saveAnswer(tx, link.id, { at: now, tokenHash: null, codeHash: null }));
  const token = randomBytes(32).toString("base64url");
  const code = newCode();
  await saveAnswer(tx, link.id, {
    at: now,
    tokenHash: hashOfToken(token),
    codeHash: hashOfCode(house, link.id, code),
  });
  const head = { language: link.language, house: house.installation.name };
  await house.mail.send(work, {
    to: link.address,
    ...signInLetter(head, `${house.access.place.url}/corner/sign-in#${token}`, code),
    language: link.language,
    purpose: "corner.sign_in",
    key: `corner.sign_in ${link.id}`,
    hasOneTimeLink: true,
  });
}

/** Answers every request that waits. */
export const answerSignIns = (house: CornerHouse): Promise<void> =>
  answerEach(house.db, SYSTEM, {
    take: takeWaiting,
    answer: (work, link) => answer(work, house, link),
  });

const dead = (): Refusal => new Refusal("me.link_dead");

/** The link by its token; in a browser that did not ask for it, it stays unused. */
async function byToken(work: Work, token: string, browserHash: Buffer | undefined): Promise<Link> {
  const link = await lockLink(work.tx, hashOfToken(token), work.now);
  if (link === undefined || link.purpose !== "sign_in") throw dead();
  if (browserHash === undefined || link.browserHash?.equals(browserHash) !== true)
    throw new Refusal("me.other_browser");
  return link;
}

async function byCode(work: Work, house: CornerHouse, code: string, browserHash: Buffer): Promise<Link> {
  const links = await lockLinksOfBrowser(work.tx, browserHash, work.now);
  const link = links.find(
    (one) => one.purpose === "sign_in" && one.codeHash === hashOfCode(house, one.id, code),
  );
  if (link === undefined) throw dead();
  return link;
}

export async function redeemSignIn(
  house: CornerHouse,
  knock: AnyKnock,
  given: { readonly token?: string | undefined; readonly code?: string | undefined },
): Promise<PersonSession> {
  const { place } = house.access;
  const browser = cookieIn(knock.headers, place, "ask");
  const browserHash = browser === undefined ? undefined : hashOfToken(browser);
  await takeTry(house, limits.redeem, { ip: knock.ip });
  if (given.code !== undefined) {
    if (browserHash === undefined) throw dead();
    await takeTry(house, limits.code, { subject: `browser ${browser}` });
  }
  return house.db.work(SYSTEM, async (work) => {
    const link =
      given.code !== undefined && browserHash !== undefined
        ? await byCode(work, house, given.code, browserHash)
        : await byToken(work, given.token ?? "", browserHash);
    await useLinks(work.tx, [link.id], work.now);
    return beginSession(work, house, knock, { fp: link.fp, kind: "email", value: link.address, how: "link" });
  });
}
