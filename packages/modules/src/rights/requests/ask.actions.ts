// Asking for a copy or for erasure: proven who it is, told to every proven address, written down. Nothing begins here.
import { randomBytes } from "node:crypto";
import { type Language, Refusal } from "@somlos/contract";
import type { ScopeWish } from "@somlos/contract/rooms/rights";
import type { Tx, Work } from "@somlos/kernel/db";
import type { Caller } from "@somlos/kernel/http";
import { uuid7 } from "@somlos/kernel/ids";
import { type Named, type Scope, sameScope } from "@somlos/kernel/rights";
import {
  type AnyKnock,
  demandSurely,
  endUndo,
  fpsOf,
  hashOfToken,
  tellAddresses,
} from "../../corner/index.ts";
import { findIdOf, findNodesOfPerson, findSelf, loadPerson } from "../../identity/index.ts";
import { deletePieces } from "../export/pieces.store.ts";
import type { RightsRoomHouse, TellingHouse } from "../rights.house.ts";
import { erasureLetter, exportLetter } from "./letters.rules.ts";
import { dueAfter, MOST_WAITING, namesIn, showRequest } from "./requests.rules.ts";
import {
  insertRequest,
  listRequests,
  listRequestsOf,
  lockAsking,
  lockRequest,
  type Request,
  saveEnd,
} from "./requests.store.ts";
import { provenIn, scopeOf } from "./whom.actions.ts";

type Asked = Omit<Wish, "scope"> & { readonly scope: Scope };
type Wish = { readonly kind: Request["kind"]; readonly scope: ScopeWish; readonly language: Language };
type Asker = {
  readonly fp: string | null;
  readonly personId: string | null;
  readonly by: { readonly kind: "person" | "staff"; readonly id: string };
  readonly reason: string | null;
  readonly own: readonly Named[];
  /** What is proven of them: no browser's word has a notice sent elsewhere. */
  readonly proven: readonly Named[];
};

const isOpen = (r: Request): boolean => r.state === "waiting" || r.state === "running";

/** Different parts wait side by side, and begin one after another; the same is asked once. */
function refuseTwice(before: readonly Request[], kind: Request["kind"], scope: Scope): void {
  const open = before.filter((r) => r.kind === kind && isOpen(r));
  if (open.some((r) => sameScope(r.scope, scope))) throw new Refusal("rights.waiting_already");
  if (open.length >= MOST_WAITING) throw new Refusal("rights.too_many_waiting");
}

async function ask(work: Work, house: RightsRoomHouse, wish: Asked, asker: Asker) {
  const { tx, now } = work;
  const id = uuid7(now.getTime());
  const receipt = randomBytes(32).toString("base64url");
  const { scope } = wish;
  await insertRequest(tx, {
    ...{ id, kind: wish.kind, scope, language: wish.language, at: now, dueAt: dueAfter(wish.kind, now) },
    ...{ fp: asker.fp, personId: asker.personId, by: asker.by, reason: asker.reason },
    receiptHash: hashOfToken(receipt),
    named: wish.kind === "export" || scope.kind === "identifier" ? null : namesIn(asker.proven),
  });
  await tell(work, house, { id, kind: wish.kind, fp: asker.fp, language: wish.language }, [
    ...asker.proven,
    ...asker.own,
  ]);
  const made = await lockRequest(tx, id);
  if (made === undefined) throw new Error("the request just made is not there");
  return { ...showRequest(made), receipt };
}

/** Every proven address of whom it is about; the likeliest first says whose they are. */
export async function tell(
  work: Work,
  house: TellingHouse,
  { id, kind, fp, language }: Pick<Request, "id" | "kind" | "fp" | "language">,
  whose: readonly Named[],
): Promise<void> {
  const told = whose.filter((one) => one.kind === "email");
  const first = told.find((one) => one.fp === fp) ?? told[0] ?? whose[0];
  if (first !== undefined)
    await tellAddresses(work, house, first, {
      ...{ objectKind: kind, objectId: id, language, purpose: `rights.${kind}` },
      letter: kind === "export" ? exportLetter : erasureLetter,
    });
}

/** Under whom colleagues see an erasure, also when it takes away what it was asked by. */
async function personBehind(tx: Tx, fp: string): Promise<string | null> {
  const id = await findIdOf(tx, fp);
  return id === undefined ? null : ((await loadPerson(tx, id))?.id ?? null);
}

/** A person for themselves: only who they surely are. */
export async function askForSelf(work: Work, house: RightsRoomHouse, knock: AnyKnock, wish: Wish) {
  await lockAsking(work.tx);
  const session = await demandSurely(work.tx, knock.caller, work.now);
  const { identifiers } = await findSelf(work.tx, session.fp);
  const itself = { fp: session.fp, kind: session.kind, value: session.value };
  const own = [itself, ...identifiers.filter((one) => one.fp !== session.fp)];
  const before = await listRequests(
    work.tx,
    own.map((one) => one.fp),
  );
  const scope = scopeOf(house.naming, wish.scope, own);
  refuseTwice(before, wish.kind, scope);
  const personId = wish.kind === "export" ? null : await personBehind(work.tx, session.fp);
  return ask(
    work,
    house,
    { ...wish, scope },
    {
      ...{ fp: session.fp, personId, by: { kind: "person", id: session.id }, reason: null, own },
      proven: own,
    },
  );
}

/** Staff for a person, with a reason. */
export async function askForPerson(
  work: Work,
  house: RightsRoomHouse,
  of: { readonly personId: string; readonly staffId: string; readonly reason: string },
  wish: Wish,
) {
  await lockAsking(work.tx);
  const found = await loadPerson(work.tx, of.personId);
  if (found === undefined) throw new Refusal("people.unknown");
  const { identifiers, ids } = await findNodesOfPerson(work.tx, found.id);
  const before = await listRequestsOf(
    work.tx,
    [found.id, ...ids],
    identifiers.map((one) => one.fp),
  );
  const scope = scopeOf(house.naming, wish.scope, identifiers);
  const proven = await provenIn(work.tx, found.id, identifiers);
  // Whoever only stands under the same person by a browser's word asked for themselves.
  const theirs = new Set((proven.length === 0 ? identifiers : proven).map((one) => one.fp));
  const asked = before.filter(({ fp }) => fp === null || theirs.has(fp));
  refuseTwice(asked, wish.kind, scope);
  return ask(
    work,
    house,
    { ...wish, scope },
    {
      ...{ fp: null, personId: found.id, by: { kind: "staff", id: of.staffId }, reason: of.reason },
      own: identifiers,
      proven,
    },
  );
}

/** What was asked about somebody who is not there for a colleague is not there either. */
export async function demandSeen(
  tx: Tx,
  { sight }: Pick<RightsRoomHouse, "sight">,
  caller: Caller,
  { personId, fp }: Pick<Request, "personId" | "fp">,
): Promise<void> {
  const id = personId ?? (fp === null ? undefined : await findIdOf(tx, fp));
  if (id !== undefined && (await sight.hidden(tx, caller, "rights.manage", [id])).size > 0)
    throw new Refusal("rights.not_found");
}

/** Takes back what waits; of a copy that is made, the copy goes. */
export async function cancel(work: Work, id: string): Promise<Request> {
  const found = await lockRequest(work.tx, id);
  if (found === undefined) throw new Refusal("rights.not_found");
  if (found.kind === "erasure" && (found.state === "running" || found.state === "done"))
    throw new Refusal("rights.too_late");
  if (found.state === "cancelled") return found;
  await endUndo(work, id);
  await deletePieces(work.tx, id);
  await saveEnd(work.tx, id, "cancelled", work.now);
  return found;
}

/** One's own request; another's is not there. */
export async function ownRequest(work: Pick<Work, "tx">, knock: AnyKnock, id: string): Promise<Request> {
  const own = await listRequests(work.tx, await fpsOf(work.tx, knock.caller));
  const found = own.find((r) => r.id === id);
  if (found === undefined) throw new Refusal("rights.not_found");
  return found;
}
