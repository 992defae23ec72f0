// A fact put right by staff, with the reason. While an erasure runs nothing is written that it may already have passed.
import { Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import { findNodesOfPerson, listStreams, loadPerson } from "../../identity/index.ts";
import { correctFacts, saidByPerson, takeBackFact } from "../../profiles/index.ts";
import { lockErasures } from "../requests/requests.store.ts";
import { bearerOf } from "./bearer.rules.ts";

/** An erasure of them that has begun refuses; one that waits begins after this. */
export async function demandNoErasure(
  tx: Tx,
  of: { readonly ids: readonly string[]; readonly fps: readonly string[] },
): Promise<void> {
  if ((await lockErasures(tx, of.ids, of.fps)).includes("running")) throw new Refusal("rights.being_erased");
}

async function whoIs(tx: Tx, id: string) {
  const found = await loadPerson(tx, id);
  if (found === undefined) throw new Refusal("people.unknown");
  const { identifiers, ids } = await findNodesOfPerson(tx, found.id);
  await demandNoErasure(tx, { ids: [found.id, ...ids], fps: identifiers.map((one) => one.fp) });
  return { id: found.id, identifiers, parts: await listStreams(tx, [found.id]) };
}

type Correction = {
  readonly personId: string;
  readonly name: string;
  readonly value: unknown;
  readonly identifier: { readonly kind: string; readonly value: string } | undefined;
};

export async function correctForPerson(work: Work, { personId, name, value, identifier }: Correction) {
  const who = await whoIs(work.tx, personId);
  const bearer = bearerOf(
    who.identifiers.filter(
      (one) => identifier === undefined || (one.kind === identifier.kind && one.value === identifier.value),
    ),
  );
  if (bearer === undefined) throw new Refusal("rights.no_identifier");
  if (await saidByPerson(work.tx, who.parts, name)) throw new Refusal("rights.person_said");
  await correctFacts(work, { origin: "staff", subject: bearer.fp }, { [name]: value });
  return { personId: who.id, at: work.now };
}

export async function takeBackForPerson(
  work: Work,
  { personId, name, at }: { readonly personId: string; readonly name: string; readonly at: Date },
) {
  const who = await whoIs(work.tx, personId);
  const taken = await takeBackFact(work.tx, who.parts, name, at);
  if (taken > 0) work.record({ name: "facts.taken_back", v: 1, data: { personId: who.id } });
  return { personId: who.id, taken };
}
