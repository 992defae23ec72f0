// Rows that were put aside, read as the news that they once were. Pure.
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Trust } from "../../events/index.ts";
import { type Claim, claimRules, nameOf } from "../claims.rules.ts";
import { kindOfCode } from "../limits.rules.ts";
import {
  type Firsts,
  joinIds,
  joinStreams,
  type News,
  noNews,
  siftClaim,
  sightingName,
} from "../sift.rules.ts";
import { pulseName } from "../silence.rules.ts";

type Said = Readonly<Record<string, string | number | boolean | null>>;
export type KeptWord = { readonly what: string; readonly said: Said };

const fp = (said: Said, name: string): string => fingerprintOf(String(said[name]));
const trustOf = (said: Said): Trust => (said["proven"] === true ? "proven" : "stated");
const placeOf = (said: Said) => ({
  at: Number(said["at_ms"]),
  key: fp(said, "key"),
  trust: trustOf(said),
  sourceId: Number(said["source_id"]),
});

const circleOf = (said: Said): { readonly circle?: number } =>
  Number(said["circle"] ?? 0) === 0 ? {} : { circle: Number(said["circle"]) };

function keptId(said: Said, news: News): void {
  const kind = kindOfCode(Number(said["kind"]));
  if (kind === "lane") return;
  const provenAt = said["proven_ms"] === null ? undefined : Number(said["proven_ms"]);
  const id = { fp: fp(said, "fp"), kind, value: String(said["value"]), ...circleOf(said) };
  const wanted = { id, proven: said["proven"] === true, firstAt: Number(said["first_ms"]), provenAt };
  const other = news.ids.get(id.fp);
  news.ids.set(id.fp, other === undefined ? wanted : joinIds(wanted, other));
}

function firstOf(said: Said, trust: Trust): Firsts {
  const at = said[`${trust}_ms`];
  if (at === null || at === undefined) return {};
  return {
    [trust]: { at: Number(at), key: fp(said, `${trust}_key`), sourceId: Number(said[`${trust}_source`]) },
  };
}

function keptStream(said: Said, news: News): void {
  const stream = {
    subject: fp(said, "subject"),
    device: fp(said, "device"),
    ...(said["login"] === null ? {} : { login: fp(said, "login") }),
    visitor: String(said["visitor"]),
    circle: Number(said["circle"] ?? 0),
    firstAt: Number(said["first_ms"]),
    firsts: { ...firstOf(said, "stated"), ...firstOf(said, "proven") },
  };
  const other = news.streams.get(stream.subject);
  news.streams.set(stream.subject, other === undefined ? stream : joinStreams(stream, other));
}

function keptMark(said: Said, news: News): void {
  const mark = { device: fp(said, "device"), ...placeOf(said), explicit: true };
  news.marks.set(mark.key, said["login"] === null ? mark : { ...mark, login: fp(said, "login") });
}

function keptPulse(said: Said, news: News): void {
  const pulse = { device: fp(said, "device"), ...placeOf(said), slot: Number(said["slot"]) };
  news.pulses.set(pulseName(pulse), pulse);
}

function keptSighting(said: Said, news: News): void {
  const kind = kindOfCode(Number(said["kind"]));
  const place = { device: fp(said, "device"), id: fp(said, "id"), slot: Number(said["slot"]) };
  const sighting = { ...place, ...placeOf(said), kind };
  news.sightings.set(sightingName(sighting), sighting);
}

export const keptClaim = (said: Said): Claim => ({
  a: fp(said, "a"),
  b: fp(said, "b"),
  aKind: kindOfCode(Number(said["a_kind"])),
  rule: claimRules[Number(said["rule"]) - 1] ?? "carried",
  strength: Number(said["strength"]),
  ...placeOf(said),
  ...(said["withdrawn"] === true ? { withdrawn: true } : {}),
});

const kinds: Readonly<Record<string, (said: Said, news: News) => void>> = {
  id: keptId,
  stream: keptStream,
  mark: keptMark,
  pulse: keptPulse,
  sighting: keptSighting,
  claim: (said, news) => siftClaim(keptClaim(said), news.claims),
};

export function newsOfKept(words: readonly KeptWord[]): News {
  const news = noNews();
  for (const { what, said } of words) kinds[what]?.(said, news);
  return news;
}

/** Without claims of what is there no more: a lane that was cut another way. */
export function withoutLoose(news: News, there: ReadonlySet<string>): News {
  const claims = [...news.claims.values()].filter(
    ({ a, b }) => (there.has(a) || news.ids.has(a)) && (there.has(b) || news.ids.has(b)),
  );
  return { ...news, claims: new Map(claims.map((claim) => [nameOf(claim), claim])) };
}
