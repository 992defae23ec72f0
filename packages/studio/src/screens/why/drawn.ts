// Which tree is drawn, cut how, and who stands to the right of it: as it is, or as it would be.
import type { RuledAnswer } from "@somlos/contract/rooms/identity";
import type { ClaimsOfPerson } from "@somlos/contract/rooms/identity-tree";
import { rankOf, shortValue } from "../../identifiers.tsx";
import { type Grouped, grouped, holdersOf, type Named } from "./grouped.rules.ts";
import { merged } from "./merged.rules.ts";
import type { PersonWord } from "./picture.tsx";
import type { WhyTexts } from "./texts.en.ts";
import type { Act } from "./use-why.ts";
import type { View } from "./view.tsx";

type Tree = Pick<ClaimsOfPerson, "threads" | "knots">;
export type Drawing = { readonly tree: Tree; readonly cut: Grouped; readonly people: readonly PersonWord[] };

export type Scene = {
  readonly claims: ClaimsOfPerson;
  readonly name: string | null;
  readonly act: Act | undefined;
  readonly look: RuledAnswer | undefined;
  /** Whom one would join with. */
  readonly other: { readonly claims: ClaimsOfPerson; readonly name: string | null } | undefined;
};

/** The most telling identifier of somebody without a name. */
export const callOf = (identifiers: readonly Named[]): string | undefined => {
  const [first] = [...identifiers].sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
  return first?.value === undefined || first.value === null ? undefined : shortValue(first.kind, first.value);
};

const worded = (name: string | null, ids: readonly Named[], under: string, text: WhyTexts): PersonWord => ({
  name: name ?? callOf(ids) ?? text.unknown,
  unknown: name === null,
  under,
});

/** Whoever keeps the id of the person stands first. */
export const inOrder = (look: RuledAnswer, personId: string): RuledAnswer => ({
  ...look,
  after: [...look.after].sort((a, b) => Number(b.id === personId) - Number(a.id === personId)),
});

function joining({ claims, name, other, look }: Scene, view: View, text: WhyTexts): Drawing | undefined {
  if (other === undefined) return undefined;
  const one = worded(name, claims.threads, "", text);
  const two = worded(other.name, other.claims.threads, "", text);
  if (view === "after") {
    const tree = merged(claims, other.claims);
    const keeps = look?.after[0]?.id === other.claims.personId ? two : one;
    const cut = grouped(
      tree,
      tree.threads.map(() => 0),
      1,
    );
    return { tree, cut, people: [{ ...keeps, under: text.keepsId }] };
  }
  const tree = merged(claims, other.claims);
  const apart = {
    threads: tree.threads,
    knots: tree.knots.slice(0, claims.knots.length + other.claims.knots.length),
  };
  const holders = apart.threads.map((_, at) => (at < claims.threads.length ? 0 : 1));
  return { tree: apart, cut: grouped(apart, holders, 2), people: [one, two] };
}

export function drawing(scene: Scene, view: View, text: WhyTexts): Drawing {
  const { claims, name, act, look } = scene;
  if (act?.what === "join") {
    const both = joining(scene, view, text);
    if (both !== undefined) return both;
  }
  if (
    view === "after" &&
    look !== undefined &&
    look.after.length > 0 &&
    act?.what !== "join" &&
    act?.what !== "apart"
  ) {
    const people = look.after.map(({ id, identifiers }) => {
      const own = id === claims.personId;
      return worded(own ? name : null, identifiers, own ? text.keepsId : text.newId, text);
    });
    const holders = holdersOf(claims.threads, look.after);
    return { tree: claims, cut: grouped(claims, holders, people.length), people };
  }
  const cut = grouped(
    claims,
    claims.threads.map(() => 0),
    1,
  );
  return { tree: claims, cut, people: [worded(name, claims.threads, "", text)] };
}
