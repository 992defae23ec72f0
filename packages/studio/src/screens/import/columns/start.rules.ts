// Where the making of a mapping begins: what was saved, else the suggestion, with what only a person can say left open.
import type { ImportView, sampleImport } from "@somlos/contract/rooms/imports";
import type { Mapping, ReadSettings } from "@somlos/contract/rooms/imports-mapping";
import type { z } from "zod";

export type Sample = z.output<(typeof sampleImport)["answer"]>;
/** What the suggestion is asked for: a kind of file, and how to read it when not as it was seen. */
export type Wanted = { readonly as?: string; readonly read?: ReadSettings };
export type Question = "time.format" | "currency";
export type Draft = {
  readonly mapping: Mapping;
  /** What the file did not decide, and what of it is not answered yet. */
  readonly asked: readonly Question[];
  readonly open: readonly Question[];
  readonly from: "saved" | "suggestion" | "earlier";
};

const questions: readonly Question[] = ["time.format", "currency"];
const isEpoch = (format: string): boolean => format.startsWith("epoch");

/** Shops write their own clock's time: that of whoever brings the file, unless said otherwise. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function zoned(mapping: Mapping): Mapping {
  const { time } = mapping;
  return time === undefined || time.zone !== undefined || isEpoch(time.format)
    ? mapping
    : { ...mapping, time: { ...time, zone: zoneHere() } };
}

const readOf = (mapping: Mapping, wanted: ReadSettings | undefined): Mapping => {
  const read = { ...mapping.read, ...wanted };
  const { read: _read, ...rest } = mapping;
  return Object.keys(read).length === 0 ? rest : { ...rest, read };
};

export function startOf(
  view: Pick<ImportView, "mapping">,
  sample: Pick<Sample, "suggestion" | "unsure">,
  wanted: Wanted,
): Draft {
  const anew = wanted.as !== undefined || wanted.read !== undefined;
  if (view.mapping !== null && !anew) return { mapping: view.mapping, asked: [], open: [], from: "saved" };
  const asked = questions.filter((question) => sample.unsure.includes(question));
  return { mapping: readOf(zoned(sample.suggestion), wanted.read), asked, open: asked, from: "suggestion" };
}
