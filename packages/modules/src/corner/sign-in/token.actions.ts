// The retailer's word for who a customer is: a signed token, for now and for us, used once. By the library jose.
import { Refusal } from "@somlos/contract";
import type { PersonSession } from "@somlos/contract/rooms/corner";
import { importJWK, jwtVerify } from "jose";
import { takeTry } from "../../access/index.ts";
import { PRINCIPAL } from "../../company/index.ts";
import { identifiersIn } from "../../events/index.ts";
import type { CornerHouse } from "../corner.house.ts";
import { hashOfToken, limits, TOKEN_MOST_SECONDS } from "../corner.rules.ts";
import { type AnyKnock, beginSession } from "../sessions/sessions.actions.ts";
import { firstNamed } from "./sign-in.actions.ts";
import { useToken } from "./token.store.ts";

const REFUSED = "me.token_refused";
const SKEW_SECONDS = 30;
const PUBLIC = /^ed25519:([\w-]{43})$/;

/** A key of one kind verifies by one algorithm: no token chooses how it is checked. */
async function keyOf(text: string) {
  const x = PUBLIC.exec(text)?.[1];
  return x === undefined
    ? { key: new TextEncoder().encode(text), algorithm: "HS256" }
    : { key: await importJWK({ kty: "OKP", crv: "Ed25519", x }, "EdDSA"), algorithm: "EdDSA" };
}

/** `legalEntity`: code of the one whose customer it is (claim `legal_entity`); none: the principal's. */
type Word = { readonly userId: string; readonly endsAt: Date; readonly legalEntity: string | undefined };

async function verify(house: CornerHouse, token: string, now: Date): Promise<Word> {
  const { identityKey, place } = house.access;
  const { key, algorithm } = await keyOf(identityKey);
  const { payload } = await jwtVerify(token, key, {
    algorithms: [algorithm],
    audience: [...new Set([place.url, ...place.origins])],
    requiredClaims: ["sub", "iat", "exp", "aud"],
    maxTokenAge: TOKEN_MOST_SECONDS,
    clockTolerance: SKEW_SECONDS,
    currentDate: now,
  });
  const { sub, iat = 0, exp = 0 } = payload;
  if (typeof sub !== "string" || exp - iat > TOKEN_MOST_SECONDS) throw new Refusal(REFUSED);
  const said = payload["legal_entity"];
  const endsAt = new Date((exp + SKEW_SECONDS + 1) * 1000);
  return { userId: sub, endsAt, legalEntity: typeof said === "string" ? said : undefined };
}

export async function signInByToken(
  house: CornerHouse,
  knock: AnyKnock,
  token: string,
): Promise<PersonSession> {
  await takeTry(house, limits.passkey, { ip: knock.ip });
  return house.db.work({ kind: "system", id: "corner" }, async (work) => {
    const word = await verify(house, token, work.now).catch(() => {
      throw new Refusal(REFUSED);
    });
    // Another entity's login of the same name is another customer's: without a word of which, it is the principal's.
    const circles =
      word.legalEntity === undefined ? [PRINCIPAL] : (house.company.circlesFor(word.legalEntity) ?? []);
    const logins = identifiersIn(house.naming, circles, "login", word.userId);
    const login = await firstNamed(work.tx, logins);
    if (login === undefined || !(await useToken(work.tx, hashOfToken(token), word.endsAt)))
      throw new Refusal(REFUSED);
    return beginSession(work, house, knock, { ...login, how: "token" });
  });
}
