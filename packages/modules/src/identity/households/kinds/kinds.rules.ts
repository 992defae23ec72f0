// Every kind of thing that a member may share. A new kind is a file, a line here, and who shows it in the house.
import { clubCardKind } from "./club-card.rules.ts";
import type { ShareKind } from "./kind.rules.ts";
import { lookedKind } from "./looked.rules.ts";
import { screenNameKind } from "./screen-name.rules.ts";
import { sizesKind } from "./sizes.rules.ts";

const all = [sizesKind, lookedKind, clubCardKind, screenNameKind] as const;
export const shareKinds: readonly ShareKind[] = all;
export type ShareKindName = (typeof all)[number]["name"];
/** Those with something to open. */
export type OpenKindName = Extract<(typeof all)[number], { opens: true }>["name"];

export const shareKindOf = (name: string): ShareKindName | undefined =>
  all.find((kind) => kind.name === name)?.name;
