// What a stored claim is worth under the rules in force: whether it counts, how strong it is, and as whose word.
import type { Claim, HubFlags } from "./claims.rules.ts";
import { weightOf } from "./claims.rules.ts";
import type { IdentitySettings, NodeKind, Tie } from "./limits.rules.ts";

export type Hearing = Pick<IdentitySettings, "rank" | "ties" | "signedStrength">;
export type HeardEnd = HubFlags & { readonly kind: NodeKind };

const tieOf = ({ ties }: Hearing, x: NodeKind, y: NodeKind): Tie | undefined =>
  ties.length === 0
    ? undefined
    : ties.find((tie) => (tie.a === x && tie.b === y) || (tie.a === y && tie.b === x));

/** The claim with its strength and weight as the rules have them now; the same object where nothing is other. */
export function weighed(c: Claim, aKind: NodeKind, bKind: NodeKind, s: Hearing): Claim | undefined {
  if (c.rule === "ruled" || c.rule === "moved") return c;
  const tie = tieOf(s, aKind, bKind);
  if (tie?.says === "nothing") return undefined;
  const own = c.rule === "signed" ? s.signedStrength : Math.min(s.rank[aKind], s.rank[bKind]);
  const strength = tie?.strength ?? own;
  const lowered = tie?.says === "stated" && c.trust === "proven";
  if (strength === c.strength && lowered === (c.lowered === true)) return c;
  const { lowered: _, ...rest } = c;
  return lowered ? { ...rest, strength, lowered } : { ...rest, strength };
}

/**
 * The claim as it counts, or nothing. Hubs say nothing; only a sign-in still holds on a lane where many addresses were typed.
 * What a colleague ruled holds of a hub too, and so does the place of a lane that is no more: what was ruled about it holds
 * where it went, whatever was typed there.
 */
export function heardAs(claim: Claim, a: HeardEnd, b: HeardEnd, s: Hearing): Claim | undefined {
  if (claim.rule === "ruled" || claim.rule === "moved") return claim;
  if (claim.withdrawn === true) return undefined;
  const c = weighed(claim, a.kind, b.kind, s);
  if (c === undefined) return undefined;
  const hub = (flags: HubFlags) => (weightOf(c) === "proven" ? flags.hubProven : flags.hubStated);
  const counts = !hub(a) && (c.rule === "signed" || !hub(b));
  return counts ? c : undefined;
}
