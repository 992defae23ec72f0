// Learns again, page by page, what was put aside: it is told as it was once, and makes the same people of what is left.
import type { Work } from "@somlos/kernel/db";
import { askAhead } from "../ahead.actions.ts";
import { identitySettings } from "../limits.rules.ts";
import { findNodes } from "../nodes.store.ts";
import { learnNews } from "../recognise.actions.ts";
import { loadSettings } from "../rules/versions.store.ts";
import { lockIdentity } from "../streams.store.ts";
import { newsOfKept, withoutLoose } from "./kept.rules.ts";
import { takeKept } from "./kept.store.ts";

const AT_ONCE = 500;

/** True when there may be more. */
export async function learnKept(work: Work): Promise<boolean> {
  await lockIdentity(work.tx);
  const words = await takeKept(work.tx, AT_ONCE);
  if (words.length === 0) return false;
  const told = newsOfKept(words);
  const ends = [...new Set([...told.claims.values()].flatMap(({ a, b }) => [a, b]))];
  const there = new Set((await findNodes(work.tx, ends)).map((node) => node.fp));
  const news = withoutLoose(told, there);
  const { turn, ahead } = await askAhead(work.tx, news);
  await learnNews(work, news, turn, ahead, await loadSettings(work.tx, identitySettings));
  return true;
}
