// What the address of the page asks the audit for. Days are the colleague's own; the last one counts whole. Pure.
import { isUuid } from "@somlos/rules/uuid";

const day = /^\d{4}-\d\d-\d\d$/;

export type Filter = {
  readonly who: string;
  readonly person: string;
  readonly from: string;
  readonly to: string;
};

export const nothing: Filter = { who: "", person: "", from: "", to: "" };
export const isFilter = (filter: Filter): boolean =>
  Object.values(filter).some((value: string) => value !== "");

/** Midnight of a day where the colleague sits; undefined for what is no day. */
function midnight(text: string, later: number): string | undefined {
  if (!day.test(text)) return undefined;
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  const at = new Date(year, month - 1, date + later);
  return at.getMonth() === new Date(year, month - 1, 1).getMonth() || later > 0
    ? at.toISOString()
    : undefined;
}

export const isPersonId = (text: string): boolean => isUuid(text.trim());

export type Query = {
  readonly who?: string;
  readonly personId?: string;
  readonly from?: string;
  readonly to?: string;
};

export function queryOf(filter: Filter): Query {
  const from = midnight(filter.from, 0);
  const to = midnight(filter.to, 1);
  return {
    ...(/^[\w-]{1,100}$/.test(filter.who) ? { who: filter.who } : {}),
    ...(isPersonId(filter.person) ? { personId: filter.person.trim().toLowerCase() } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** The mail's own id stands where a person's would: no link leads from it. */
export const opensPerson = (act: { readonly what: string; readonly personId: string | null }): boolean =>
  act.personId !== null && !act.what.startsWith("mail.");

type Place = { readonly of: "source" | "import"; readonly path: string };

/** The screen of what was changed or looked at, when it has one of its own. */
export function placeOf({
  what,
  objectId,
}: {
  readonly what: string;
  readonly objectId: string | null;
}): Place | undefined {
  if (objectId === null) return undefined;
  if (/^(sources|schemas)\./.test(what) && /^\d+$/.test(objectId))
    return { of: "source", path: `/sources/${objectId}` };
  if (what.startsWith("imports.") && isUuid(objectId)) return { of: "import", path: `/imports/${objectId}` };
  return undefined;
}
