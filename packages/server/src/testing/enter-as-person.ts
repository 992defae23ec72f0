// For tests: a customer signed in by the retailer's word.
import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { TestApp } from "./test-app.ts";

/** The session's cookie. */
export async function enterAsPerson(at: TestApp, userId: string): Promise<string> {
  const identityToken = await new SignJWT({ sub: userId, jti: randomUUID() })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .setExpirationTime("5m")
    .setAudience(at.house.access.place.url)
    .sign(new TextEncoder().encode(at.secrets.identityKey));
  const answer = await fetch(`${at.base}/v1/me/sign-in/token`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: at.base },
    body: JSON.stringify({ identityToken }),
  });
  if (!answer.ok) throw new Error(`${userId}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
