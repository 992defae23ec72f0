// When what people ask for begins, and how it is shown. Pure.
import type { Language } from "@somlos/contract";
import type { RightsRequest } from "@somlos/contract/rooms/rights";

type Shown = Pick<RightsRequest, "id" | "kind" | "state" | "share"> & {
  readonly scope: { readonly kind: RightsRequest["of"] };
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly endedAt: Date | null;
  readonly language: Language;
  readonly held: Held | null;
};
/**
 * `journal`: the line by which a restored backup would know of it could not be written. `several`: a colleague asked for one
 * person, who are several by now.
 */
export type Held = "journal" | "several";

const whyHeld: Readonly<Record<Held, Readonly<Record<Language, string>>>> = {
  journal: {
    en: "It waits: the disk did not take the note by which the erasure outlives a restored backup. It is tried again by itself, and nothing is erased before.",
    sv: "Den väntar: disken tog inte emot den anteckning som gör att raderingen överlever en återläst säkerhetskopia. Det görs om av sig självt, och inget raderas innan dess.",
    da: "Den venter: disken tog ikke imod den note, der gør, at sletningen overlever en genindlæst sikkerhedskopi. Det forsøges igen af sig selv, og intet slettes før.",
  },
  several: {
    en: "It waits: the person whom it was asked for is several people by now. Cancel it, and ask anew for the one who is meant.",
    sv: "Den väntar: personen som den gäller är flera personer nu. Avbryt den och be om en ny för den som avses.",
    da: "Den venter: personen, den gælder, er flere personer nu. Annullér den, og bed om en ny for den, der menes.",
  },
};

const HOUR = 3_600_000;
/** An erasure cannot be taken back: whoever did not ask for it has this long to say so. */
export const ERASURE_WAITS_MS = 24 * HOUR;
export const EXPORT_KEPT_MS = 7 * 24 * HOUR;

export const dueAfter = (kind: RightsRequest["kind"], now: Date): Date =>
  new Date(now.getTime() + (kind === "erasure" ? ERASURE_WAITS_MS : 0));

export const showRequest = (r: Shown): RightsRequest => ({
  id: r.id,
  kind: r.kind,
  state: r.state,
  of: r.scope.kind,
  askedAt: r.askedAt.toISOString(),
  dueAt: r.dueAt.toISOString(),
  endedAt: r.endedAt?.toISOString() ?? null,
  share: r.share,
  waitsFor: r.held === null ? null : whyHeld[r.held][r.language],
});

const NAMING: readonly string[] = ["login", "club_card", "email", "phone"];
/** What names somebody: devices and homes come and go. */
export const namesIn = (identifiers: readonly { readonly kind: string; readonly fp: string }[]): string[] =>
  identifiers.filter(({ kind }) => NAMING.includes(kind)).map(({ fp }) => fp);

/**
 * An erasure takes whom it was told to. Somebody was joined to them since: they are told, and have a day of their own. Somebody
 * went from them since: what a person asked is about themselves; whom a colleague meant nobody else can say.
 */
export function settle(
  named: readonly string[],
  now: readonly string[],
  elsewhere: readonly string[],
  byStaff: boolean,
): "begin" | "tell" | "several" {
  if (byStaff && elsewhere.some((fp) => named.includes(fp))) return "several";
  return now.every((fp) => named.includes(fp)) ? "begin" : "tell";
}

/** Each that waits is told to every address of the person. */
export const MOST_WAITING = 10;

export type Line = { readonly room: string; readonly removed: Readonly<Record<string, number>> };

/** Adds what one call removed to what its room removed before. */
export function addTo(receipt: readonly Line[], { room, removed }: Line): Line[] {
  const before = receipt.find((line) => line.room === room)?.removed ?? {};
  const sum: Record<string, number> = { ...before };
  for (const [table, rows] of Object.entries(removed)) sum[table] = (sum[table] ?? 0) + rows;
  const others = receipt.filter((line) => line.room !== room);
  return [...others, { room, removed: sum }];
}
