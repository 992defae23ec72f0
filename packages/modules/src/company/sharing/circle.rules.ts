// Circles: whose people are known together. Pure.
import type { SharingGround } from "@somlos/contract/rooms/company-sharings";

export type KnownEntity = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly country: string;
  readonly currency: string;
  /** The live basis on which it shares. */
  readonly sharingId: string | null;
};

/** A basis that holds. */
export type KnownSharing = {
  readonly id: string;
  readonly ground: SharingGround;
  /** What customers read about it. */
  readonly words: { readonly en: string; readonly sv: string; readonly da: string };
  readonly recordedAt: Date;
};

export type Circle = {
  readonly circle: number;
  /** In the order of their numbers. */
  readonly entities: readonly KnownEntity[];
  /** Undefined: a legal entity by itself. */
  readonly sharing: KnownSharing | undefined;
};

/** A circle in which a legal entity was spoken to, from when and until when (milliseconds since 1970). */
export type Span = { readonly circle: number; readonly from: number; readonly to: number };

export const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY } as const;

/** What names no legal entity is the principal's, and the principal is number 0. */
export const PRINCIPAL = 0;

/** The circle of each is the least number of those on its basis, else its own. */
export function circlesOf(
  entities: readonly KnownEntity[],
  sharings: readonly KnownSharing[],
): readonly Circle[] {
  const byBasis = Map.groupBy(
    entities.toSorted((a, b) => a.number - b.number),
    ({ id, sharingId }) => sharingId ?? id,
  );
  const live = new Map(sharings.map((sharing) => [sharing.id, sharing]));
  return [...byBasis].map(([key, members]) => ({
    circle: members[0]?.number ?? PRINCIPAL,
    entities: members,
    sharing: live.get(key),
  }));
}

type Based = {
  readonly entityIds: readonly string[];
  readonly recordedAt: Date;
  readonly endedAt: Date | null;
};

/** Where a legal entity was ever spoken to: in its own circle, and in that of each basis while it held. */
export function spansOf(
  { id, number }: KnownEntity,
  entities: readonly KnownEntity[],
  sharings: readonly Based[],
): readonly Span[] {
  const numberOf = new Map(entities.map((entity) => [entity.id, entity.number]));
  const shared = sharings
    .filter(({ entityIds }) => entityIds.includes(id))
    .map(({ entityIds, recordedAt, endedAt }) => ({
      circle: Math.min(...entityIds.map((one) => numberOf.get(one) ?? number)),
      from: recordedAt.getTime(),
      to: endedAt?.getTime() ?? ALWAYS.to,
    }));
  return [{ circle: number, ...ALWAYS }, ...shared.filter(({ circle }) => circle !== number)];
}
