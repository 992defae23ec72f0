// The logo as it goes out: bytes, not JSON, so the server binds this one itself.
import { Refusal } from "@somlos/contract";
import type { CompanyHouse } from "../company.house.ts";
import { findLogo } from "./settings.store.ts";

export type ServedLogo = {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
};

/** Nothing in the picture may run, load or be framed, whatever it holds and however it is opened. */
const SANDBOX =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
const YEAR = "public, max-age=31536000, immutable";
const ENDING = { "image/png": "png", "image/svg+xml": "svg", "image/webp": "webp" } as const;

/** The logo's bytes with the headers they must travel with. */
export async function serveLogo(
  { db }: Pick<CompanyHouse, "db">,
  wanted: string | undefined,
): Promise<ServedLogo> {
  const logo = await db.read(findLogo);
  if (logo === undefined) throw new Refusal("company.logo_missing");
  const exactly = wanted !== undefined && wanted !== "" && logo.hash.startsWith(wanted);
  return {
    bytes: logo.bytes,
    headers: {
      "content-type": logo.mediaType,
      "content-security-policy": SANDBOX,
      "content-disposition": `inline; filename="logo.${ENDING[logo.mediaType]}"`,
      "cache-control": exactly ? YEAR : "no-cache",
      etag: `"${logo.hash}"`,
    },
  };
}
