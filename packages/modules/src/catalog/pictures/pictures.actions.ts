// Pictures as they come in and go out: bytes, not JSON, so the server binds their doors itself.
import { createHash } from "node:crypto";
import { Refusal } from "@somlos/contract";
import { MOST_PICTURE_BYTES, type PictureType } from "@somlos/contract/rooms/catalog-pictures";
import type { CatalogHouse } from "../catalog.house.ts";
import { actorOf } from "../take.actions.ts";
import { dotsIn, hashIn, pictureNameOf, svgIn } from "./picture.rules.ts";
import { findPicture, savePicture } from "./pictures.store.ts";
import { checkSvg } from "./svg.reader.ts";

type PictureHouse = Pick<CatalogHouse, "db">;

/** What these bytes are; refuses what is no picture, is too large, or is an SVG that does more than draw. */
function typeOf(bytes: Buffer): PictureType {
  if (bytes.length > MOST_PICTURE_BYTES) throw new Refusal("catalog.picture_too_large");
  const dots = dotsIn(bytes);
  if (dots !== undefined) return dots;
  const svg = svgIn(bytes);
  if (svg === undefined) throw new Refusal("catalog.picture_not_one");
  checkSvg(svg);
  return "image/svg+xml";
}

/** Keeps a picture, once however often it is sent. */
export async function keepPicture(
  { db }: PictureHouse,
  sourceId: number,
  bytes: Buffer,
): Promise<{ readonly id: string; readonly url: string }> {
  const mediaType = typeOf(bytes);
  const id = createHash("sha256").update(bytes).digest("hex");
  await db.work(actorOf(sourceId), ({ tx, now }) => savePicture(tx, id, { mediaType, bytes }, now));
  return { id, url: `/media/${pictureNameOf(id, mediaType)}` };
}

/** Nothing in a picture may run or load, whatever it holds and however it is opened. */
const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const FOR_EVER = "public, max-age=31536000, immutable";

export type ServedPicture = {
  /** None: whoever asks has it already. */
  readonly bytes: Buffer | undefined;
  readonly headers: Readonly<Record<string, string>>;
};

/** The bytes of a picture with the headers they must travel with. */
export async function servePicture(
  { db }: PictureHouse,
  name: string,
  known: string | undefined,
): Promise<ServedPicture> {
  const hash = hashIn(name);
  const picture = hash === undefined ? undefined : await db.read((tx) => findPicture(tx, hash));
  if (hash === undefined || picture === undefined || pictureNameOf(hash, picture.mediaType) !== name)
    throw new Refusal("catalog.picture_unknown");
  const etag = `"${hash}"`;
  return {
    bytes: known?.includes(etag) === true ? undefined : picture.bytes,
    headers: {
      "content-type": picture.mediaType,
      "content-security-policy": SANDBOX,
      "x-content-type-options": "nosniff",
      "cache-control": FOR_EVER,
      etag,
    },
  };
}
