// Whom a restriction is about: what names the person, and by which mails they are told.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import type { Named } from "@somlos/kernel/rights";
import { holdToWrite } from "../../consent/index.ts";
import { type AnyKnock, loadSession, personOf } from "../../corner/index.ts";
import { circleOfNodes, findNodesOfPerson, findSelf, loadPerson } from "../../identity/index.ts";
import { demandNoErasure } from "../corrections/correct.actions.ts";
import { lockAsking } from "../requests/requests.store.ts";
import { provenIn } from "../requests/whom.actions.ts";
import { carriersIn } from "./restrictions.rules.ts";

export type Whose = {
  readonly personId: string | undefined;
  /** All that is theirs: an act on any of it is theirs. */
  readonly fps: readonly string[];
  /** What a new act goes with. */
  readonly carriers: readonly string[];
  readonly proven: readonly Named[];
  /** The identifier that they came in with. */
  readonly first: Named | undefined;
};

export async function whoseOfSelf(work: Pick<Work, "tx" | "now">, { caller }: AnyKnock): Promise<Whose> {
  const { fp, kind, value } = await loadSession(work.tx, personOf(caller).sessionId, work.now);
  return whoseOf(work, { fp, kind, value });
}

/** What is proven to be theirs who proved this. */
export async function whoseOf({ tx }: Pick<Work, "tx">, first: Named): Promise<Whose> {
  const { identifiers } = await findSelf(tx, first.fp);
  const own = [first, ...identifiers.filter((one) => one.fp !== first.fp)];
  const fps = own.map((one) => one.fp);
  return { personId: undefined, fps, carriers: carriersIn(own), proven: own, first };
}

/** By what is proven of them, else by what browsers said. */
export async function whoseOfPerson({ tx }: Pick<Work, "tx">, id: string): Promise<Whose> {
  const found = await loadPerson(tx, id);
  if (found === undefined) throw new Refusal("people.unknown");
  const { identifiers } = await findNodesOfPerson(tx, found.id);
  const proven = await provenIn(tx, found.id, identifiers);
  const fps = identifiers.map((one) => one.fp);
  const carriers = carriersIn(proven.length > 0 ? proven : identifiers);
  return { personId: found.id, fps, carriers, proven, first: undefined };
}

/**
 * One act at a time, none while an erasure runs; and whoever is about to use something of them has done so before, or is
 * refused after it.
 */
export async function hold({ tx }: Work, { personId, fps }: Whose): Promise<void> {
  await lockAsking(tx);
  await demandNoErasure(tx, { ids: personId === undefined ? [] : [personId], fps });
  await holdToWrite(tx, fps.map(uuidOf).sort());
}

export const circleOf = ({ tx }: Pick<Work, "tx">, { fps }: Whose): Promise<number> => circleOfNodes(tx, fps);
