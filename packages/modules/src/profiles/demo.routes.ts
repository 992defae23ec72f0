// The doors of the demo: whether it is here, and taking it away.
import { Refusal } from "@somlos/contract";
import { type Demo, demoLook, demoRemove, MOST_OWN_EVENTS } from "@somlos/contract/rooms/demo";
import type { Tx } from "@somlos/kernel/db";
import { type Door, type House, handle } from "@somlos/kernel/http";
import { type AuditBook, closeKeysOf } from "../access/index.ts";
import {
  askDemoRemoval,
  cancelImportsOf,
  countDemo,
  findDemoRemoval,
  listDemoSources,
} from "../events/index.ts";

export type DemoDoorsHouse = House & { readonly audit: AuditBook };

async function look(tx: Tx): Promise<Demo & { readonly own: number; readonly sources: readonly number[] }> {
  const removal = await findDemoRemoval(tx);
  const removed = removal?.removed ?? 0;
  const sources = await listDemoSources(tx);
  if (removal !== undefined && removal.step !== "done")
    return { state: "going", events: 0, removed, own: 0, sources };
  // Counting reads the whole log: only where there may be something to count.
  const { demo, own } = sources.length === 0 ? { demo: 0, own: 0 } : await countDemo(tx, sources);
  return { state: demo > 0 ? "there" : "none", events: demo, removed, own, sources };
}

const shown = ({ state, events, removed }: Demo): Demo => ({ state, events, removed });

export const demoDoors: readonly Door<DemoDoorsHouse>[] = [
  handle(demoLook, async ({ db }: DemoDoorsHouse) => shown(await db.read(look))),
  handle(demoRemove, ({ db, audit }: DemoDoorsHouse, { caller, ip }) =>
    db.work({ kind: "staff", id: caller.kind === "staff" ? caller.staffId : "nobody" }, async (work) => {
      const { tx, now } = work;
      const before = await look(tx);
      if (before.state === "none") throw new Refusal("demo.none");
      if (before.state === "going") return shown(before);
      if (before.own > MOST_OWN_EVENTS) throw new Refusal("demo.too_many");
      await askDemoRemoval(tx, now);
      await closeKeysOf(work, before.sources);
      await cancelImportsOf(tx, before.sources);
      await audit.note(work, { who: work.actor.id, what: "demo.remove", ip });
      return shown({ ...before, state: "going", removed: 0 });
    }),
  ),
];
