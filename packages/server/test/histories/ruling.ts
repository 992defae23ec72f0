// A colleague among the writers: keeps identifiers apart, withdraws claims, joins, splits and undoes, through the API, while
// the rest of the history is still on its way. What was ruled is then read back from the API, for the reference.
import { randomUUID } from "node:crypto";
import type { Random } from "@somlos/kernel/testing";
import { lookUp } from "../asking.ts";
import type { Server } from "../harness.ts";
import type { History } from "./generate.ts";
import type { Id } from "./reference-lanes.ts";
import type { Rule } from "./reference-people.ts";

type End = { readonly kind: string; readonly value: string | null };
type Listed = {
  readonly id: string;
  readonly kind: "join" | "split" | "apart" | "withdraw";
  readonly at: string;
  readonly undoneAt: string | null;
  readonly names: readonly (End & { readonly side: number })[];
  readonly ties: readonly { readonly a: End; readonly b: End }[];
};
type Made = { readonly id: string; readonly ends: readonly [Id, Id] };

export type Ruled = {
  readonly made: Made[];
  readonly count: { join: number; split: number; apart: number; withdraw: number; undo: number };
};
export const nothingRuled = (): Ruled => ({
  made: [],
  count: { join: 0, split: 0, apart: 0, withdraw: 0, undo: 0 },
});

const idsIn = ({ told }: History["events"][number]): Id[] => [
  ...(told.login === undefined ? [] : [{ kind: "login", value: told.login }]),
  ...told.ids,
];

/** Some acts about what these events carry; those that the rules refuse are none. */
export async function ruleOn(
  server: Server,
  events: History["events"],
  r: Random,
  { made, count }: Ruled,
): Promise<void> {
  const together = events.map(idsIn).filter((ids) => ids.length > 1);
  const all = events.flatMap(idsIn);
  for (let left = 2 + r.below(5); left > 0 && all.length > 1; left--) {
    const [a, b] = together.length > 0 && r.chance(0.75) ? r.pick(together) : [r.pick(all), r.pick(all)];
    const what = r.pick(["apart", "apart", "withdraw", "withdraw", "join", "split", "undo"] as const);
    if (a === undefined || b === undefined) continue;
    const id = await act(server, what, [a, b], made, r.pick);
    if (id === undefined) continue;
    count[what]++;
    if (what !== "undo") made.push({ id, ends: [a, b] });
  }
}

async function act(
  server: Server,
  what: keyof Ruled["count"],
  [a, b]: readonly [Id, Id],
  made: readonly Made[],
  pick: (made: readonly Made[]) => Made | undefined,
): Promise<string | undefined> {
  const body = { actId: randomUUID(), reason: "a history" };
  const say = async (path: string, more: object): Promise<string | undefined> => {
    const answer = await server.ask<{ rulingId: string }>(path, { ...body, ...more });
    if (answer.status === 200) return answer.body.rulingId;
    if (answer.status === 404 || answer.status === 409) return undefined;
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  if (what === "undo")
    return made.length === 0 ? undefined : say(`/api/people/rulings/${pick(made)?.id}/undo`, {});
  if (what === "join") return say("/api/people/join", { a, b });
  if (what === "apart") return say("/api/people/keep-apart", { a, b });
  if (what === "withdraw") return say("/api/people/withdraw-claims", { a, b });
  const person = await lookUp(server, a.kind, a.value);
  return person === undefined ? undefined : say(`/api/people/${person.id}/split`, { identifiers: [a] });
}

const nameOf = ({ kind, value }: End): string => {
  if (value === null) throw new Error("a ruling names a lane");
  return `${kind} ${value}`;
};

/** What stands of it all, as the API lists it. */
export async function readRules(server: Server, { made }: Ruled): Promise<Rule[]> {
  const rules: Rule[] = [];
  for (const { id, ends } of made) {
    const [first] = ends;
    const person = first && (await lookUp(server, first.kind, first.value));
    const { body } = await server.ask<{ items: Listed[] }>(`/api/people/${person?.id}/rulings`);
    const found = body.items.find((item) => item.id === id);
    if (found === undefined) throw new Error(`the ruling ${id} is not listed`);
    if (found.undoneAt !== null) continue;
    if ([...found.names, ...found.ties.flatMap(({ a, b }) => [a, b])].some((end) => end.value === null)) {
      // All that stayed was what was done on devices: the reference has no names for that.
      const undone = await act(server, "undo", ends, [{ id, ends }], (list) => list[0]);
      if (undone !== id) throw new Error(`the ruling ${id} was not undone`);
      continue;
    }
    const side = (n: number) => found.names.filter((end) => end.side === n).map(nameOf);
    rules.push({
      id,
      at: Date.parse(found.at),
      kind: found.kind,
      sides: [side(1), side(2)],
      ties: found.ties.map(({ a, b }) => [nameOf(a), nameOf(b)] as const),
    });
  }
  return rules;
}
