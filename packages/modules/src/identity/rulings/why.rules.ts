// Why two are, or are not, one person: what became of each claim, and the way along claims from one to the other.
import { type Claim, type HubFlags, inOrder, type Refused } from "../claims.rules.ts";
import { type Hearing, heardAs, weighed } from "../hearing.rules.ts";
import type { Bounds } from "../limits.rules.ts";
import { type Member, settle } from "../people.rules.ts";

/** `joins`: it made one of two. `counts`: they were one by then. Else why it was refused, or does not count at all. */
export type ClaimState = "joins" | "counts" | Refused | "withdrawn" | "hub" | "rule";
export type Judged = { readonly claim: Claim; readonly state: ClaimState };

type Known = Member & HubFlags;

/** What becomes of every claim among these people, in the order in which they are heard. */
export function judge(
  members: readonly Known[],
  claims: readonly Claim[],
  rules: Bounds & Hearing,
): Judged[] {
  const known = new Map(members.map((member) => [member.fp, member]));
  const states = new Map<Claim, ClaimState>();
  const all: Claim[] = [];
  const heard = claims.flatMap((stored) => {
    const [a, b] = [known.get(stored.a), known.get(stored.b)];
    if (a === undefined || b === undefined) return [];
    const claim = heardAs(stored, a, b, rules);
    all.push(claim ?? stored);
    if (claim !== undefined) return [claim];
    const isSilent = weighed(stored, a.kind, b.kind, rules) === undefined;
    states.set(stored, stored.withdrawn === true ? "withdrawn" : isSilent ? "rule" : "hub");
    return [];
  });
  settle(members, heard, rules, {
    joined: (claim) => void states.set(claim, "joins"),
    refused: (claim, why) => void states.set(claim, why),
  });
  return all.sort(inOrder).map((claim) => ({ claim, state: states.get(claim) ?? "counts" }));
}

/** The claims that lead from one node to the other, along those that made one of two: there is one way only. */
export function wayBetween(judged: readonly Judged[], from: string, to: string): Judged[] {
  const near = new Map<string, { readonly next: string; readonly by: Judged }[]>();
  const add = (fp: string, next: string, by: Judged) => near.set(fp, [...(near.get(fp) ?? []), { next, by }]);
  for (const one of judged) {
    if (one.state !== "joins") continue;
    add(one.claim.a, one.claim.b, one);
    add(one.claim.b, one.claim.a, one);
  }
  const reached = new Map<string, { readonly back: string; readonly by: Judged } | undefined>([
    [from, undefined],
  ]);
  for (const fp of reached.keys())
    for (const { next, by } of near.get(fp) ?? [])
      if (!reached.has(next)) reached.set(next, { back: fp, by });
  const way: Judged[] = [];
  for (let step = reached.get(to); step !== undefined; step = reached.get(step.back)) way.unshift(step.by);
  return way;
}

type Visit = { readonly at: number; readonly personId: string; readonly login: string | undefined };

/** Visits one after the other by one holder, as one; each ends where the next begins. */
export function turnsOf<V extends Visit>(visits: readonly V[]): (V & { readonly to: number | undefined })[] {
  const firsts = visits.filter(
    (one, i) => one.personId !== visits[i - 1]?.personId || one.login !== visits[i - 1]?.login,
  );
  return firsts.map((one, i) => ({ ...one, to: firsts[i + 1]?.at }));
}
