// A public register is taken in whole: the new one takes the place of the old.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import type { Identifier } from "../../events/index.ts";
import type { RegisterName } from "../law/sets.rules.ts";
import { saveList } from "./lists.store.ts";

export type TakenIn = {
  readonly list: RegisterName;
  /** The day it is of, YYYY-MM-DD. */
  readonly asOf: string;
  readonly listed: readonly Pick<Identifier, "fp">[];
};

/** Only fingerprints are kept: who is in it cannot be read from our tables. */
export async function takeInList(work: Work, { list, asOf, listed }: TakenIn): Promise<void> {
  if (asOf > work.now.toISOString().slice(0, 10)) throw new Refusal("consent.in_future");
  const fps = [...new Set(listed.map(({ fp }) => uuidOf(fp)))];
  if (!(await saveList(work.tx, { list, asOf, fps }, work.now, work.actor.id)))
    throw new Refusal("consent.list_older");
}
