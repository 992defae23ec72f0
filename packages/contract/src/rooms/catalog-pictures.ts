// The words about pictures that the house keeps itself: told by the retailer's systems, shown to everybody.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

export const MOST_PICTURE_BYTES = 2 * 1024 * 1024;
/** What a picture may be, with the ending of its address. */
export const pictureEndings = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/svg+xml": "svg",
} as const;
export type PictureType = keyof typeof pictureEndings;

/** Address of a picture that the house keeps. */
export const ownPicture = z
  .string()
  .regex(/^\/media\/[0-9a-f]{64}\.(png|jpg|webp|avif|svg)$/, "is no address of a picture of the house");

export const keepPicture = endpoint({
  id: "catalog.picture_keep",
  method: "POST",
  url: "/v1/pictures",
  who: { keys: ["server"] },
  owns: "installation",
  summary:
    "Keeps a picture: the body is its bytes, a PNG, JPEG, WebP, AVIF or SVG of at most 2 MB. What it is, is read from the bytes; a Content-Type is not believed. `url` may stand in the media of products. The same bytes again are the same picture. No picture: 400 catalog.picture_not_one; an SVG that does more than draw, loads something or has a DOCTYPE: 400 catalog.picture_active; larger: 413 catalog.picture_too_large.",
  answer: z.object({
    id: z.string().describe("SHA-256 of the bytes"),
    url: z.string().describe("address at this house, like /media/….svg"),
  }),
});

export const showPicture = endpoint({
  id: "catalog.picture",
  method: "GET",
  url: "/media/:name",
  who: { anyone: true },
  owns: "installation",
  summary:
    "A picture's bytes, in a sandbox without scripts. The address is made of the bytes, so it may be kept for ever. Unknown: 404 catalog.picture_unknown.",
  params: z.object({ name: z.string() }),
  answer: z.unknown(),
});
