// A kind of file that a mapping can be suggested for.
import type { Language } from "@somlos/contract";
import type { ReaderKind } from "@somlos/contract/rooms/imports";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import type { Values } from "../readers/index.ts";

export type Sample = {
  readonly columns: readonly string[];
  readonly rows: readonly Values[];
  readonly reader: ReaderKind;
};
/** `unsure` names the parts that the sample does not decide. */
export type Suggestion = { readonly suggestion: Mapping; readonly unsure: string[] };

export type ImportKind = {
  readonly kind: string;
  readonly title: Readonly<Record<Language, string>>;
  /** 0 to 1: how well a file fits this kind. */
  fits(sample: Sample): number;
  suggest(sample: Sample): Suggestion;
};
