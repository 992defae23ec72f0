// A purpose is entered once; the words that ask for it are published in versions.
import { type Language, Refusal } from "@somlos/contract";
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { findEntity } from "../../company/index.ts";
import { hashOf } from "../ledger/entries.rules.ts";
import { findPurpose, insertPurpose, saveText } from "./purposes.store.ts";
import { type BenefitProof, type Purpose, refuseText } from "./texts.rules.ts";

export async function enterPurpose(work: Work, purpose: Purpose): Promise<void> {
  if (!(await insertPurpose(work.tx, purpose, work.now, work.actor.id)))
    throw new Refusal("consent.purpose_exists");
}

export type PublishWish = {
  readonly purpose: string;
  readonly basis: "consent" | "soft";
  readonly language: Language;
  readonly body: string;
  readonly scopes: readonly string[];
  readonly channels: readonly PermissionChannel[];
  readonly categories: readonly string[];
  readonly entityIds: readonly string[];
  readonly benefit?: string | null;
  readonly proof?: BenefitProof | null;
};
export type Published = { readonly id: string; readonly version: number; readonly hash: string };

export async function publishText(work: Work, wish: PublishWish): Promise<Published> {
  const { tx, now, actor } = work;
  if ((await findPurpose(tx, wish.purpose)) === undefined) throw new Refusal("consent.purpose_unknown");
  const entities = await Promise.all(wish.entityIds.map((id) => findEntity(tx, id)));
  refuseText(
    wish,
    entities.map((entity) => {
      if (entity === undefined) throw new Refusal("company.entity_unknown");
      return entity.name;
    }),
  );
  const { benefit = null, proof = null } = wish;
  const text = { ...wish, benefit, proof, id: uuid7(now.getTime()), hash: hashOf(wish.body) };
  return { id: text.id, hash: text.hash, version: await saveText(tx, text, now, actor.id) };
}
