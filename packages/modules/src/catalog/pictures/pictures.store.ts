// The SQL of pictures.
import type { PictureType } from "@somlos/contract/rooms/catalog-pictures";
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("catalog");

export type Picture = { readonly mediaType: PictureType; readonly bytes: Buffer };

const save = sql`
  insert into catalog.pictures (hash, media_type, bytes, kept_at) values ($1, $2, $3, $4) on conflict (hash) do nothing`;
const found = sql<Picture>`select media_type as "mediaType", bytes from catalog.pictures where hash = $1`;

/** The same bytes again change nothing. */
export const savePicture = (tx: Tx, hash: string, { mediaType, bytes }: Picture, now: Date) =>
  tx.run(save, [hash, mediaType, bytes, now]);
export const findPicture = (tx: Tx, hash: string): Promise<Picture | undefined> => tx.maybe(found, [hash]);
