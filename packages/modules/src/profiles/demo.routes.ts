// The doors of the demo: whether it is here, and taking it away.
import { Refusal } from "@somlos/contract";
import { type Demo, demoLook, demoRemove, MOST_OWN_EVENTS } from "@somlos/contract/rooms/demo";
import type { Tx } from "@somlos/kernel/db";
import { type Door, type House, handle } from "@somlos/kernel/http";
import type { AuditBook } from "../access/index.ts";
import { askDemoRemoval, countDemo, findDemoRemoval } from "../events/index.ts";

export type DemoDoorsHouse = House & { readonly audit: AuditBook };

async function look(tx: Tx): Promise<Demo> {
  const removal = await findDemoRemoval(tx);
  const { demo } = await countDemo(tx);
  const going = removal !== undefined && removal.step !== "done";
  return {
    state: going ? "going" : demo > 0 ? "there" : "none",
    events: demo,
    removed: removal?.removed ?? 0,
  };
}

export const demoDoors: readonly Door<DemoDoorsHouse>[] = [
  handle(demoLook, ({ db }: DemoDoorsHouse) => db.read(look)),
  handle(demoRemove, ({ db, audit }: DemoDoorsHouse, { caller, ip }) =>
    db.work({ kind: "staff", id: caller.kind === "staff" ? caller.staffId : "nobody" }, async (work) => {
      const before = await look(work.tx);
      if (before.state === "none") throw new Refusal("demo.none");
      if (before.state === "going") return before;
      if ((await countDemo(work.tx)).own > MOST_OWN_EVENTS) throw new Refusal("demo.too_many");
      await askDemoRemoval(work.tx, work.now);
      await audit.note(work, { who: work.actor.id, what: "demo.remove", ip });
      return look(work.tx);
    }),
  ),
];
