// The retailer's word for the pictures: who somebody is, signed with the key of the picture house.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SignJWT } from "jose";
import type { PictureHouse } from "./house.ts";

export async function identityTokenFor(house: PictureHouse, userId: string): Promise<string> {
  const { identityKey } = JSON.parse(await readFile(join(house.home, "secrets.json"), "utf8")) as {
    identityKey: string;
  };
  return new SignJWT({ sub: userId, jti: randomUUID() })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .setExpirationTime("5m")
    .setAudience(house.url)
    .sign(new TextEncoder().encode(identityKey));
}
