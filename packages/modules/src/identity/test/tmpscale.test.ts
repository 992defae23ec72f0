import { performance } from "node:perf_hooks";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import type { Told } from "../../events/told.rules.ts";
import { testDatabase } from "@somlos/kernel/testing";
import { openRecognise } from "../recognise.actions.ts";
import { tell } from "./house.ts";
const N = Number(process.env["N"] ?? 20000);
test("scale", async () => {
  const t = await testDatabase({ most: 1 });
  const rec = openRecognise();
  t.db.recordWith(async () => {});
  const pid = await t.db.read(async (tx) => (await tx.one({ room: "x", name: "pid", text: "select pg_backend_pid() as pid" } as any) as any).pid);
  const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`, "utf8").split(" "); return Number(f[13]) * 10 + Number(f[14]) * 10; };
  let slow: [string, number][] = [];
  const hear = async (told: Told[]) => {
    slow = [];
    const { committed } = await t.db.work({ kind: "system", id: "x" }, async (w) => {
      const wrap = (f: any) => async (s: any, v: any) => { const a = performance.now(); const r = await f(s, v); slow.push([s.text.slice(0, 100), performance.now() - a]); return r; };
      return rec({ ...w, tx: { rows: wrap(w.tx.rows), maybe: wrap(w.tx.maybe), one: wrap(w.tx.one), run: wrap(w.tx.run) } as any }, told);
    });
    committed();
  };
  const measure = async (what: string, told: Told[]) => {
    const [a, c] = [performance.now(), cpu()];
    await hear(told);
    console.log(what, (performance.now() - a).toFixed(1), "ms; backend cpu", cpu() - c, "ms", slow.filter(([, ms]) => ms > 15).map(([q, ms]) => `\n      ${ms.toFixed(0)} ${q}`).join(""));
  };
  const many = async (make: (n: number) => Told) => { for (let i = 0; i < N; i += 1000) await hear(Array.from({ length: 1000 }, (_, k) => make(i + k))); };
  let a = performance.now();
  await many((n) => tell({ login: "desk", ids: { order: `o${n}` } }));
  console.log("orders", performance.now() - a); a = performance.now();
  await many((n) => tell({ device: `dev${n}`, login: "desk" }));
  console.log("devices", performance.now() - a); a = performance.now();
  await many((n) => tell({ login: `m${n}`, ids: { email: `m${n}@shop.se` } }));
  const core = await t.db.read((tx) => tx.rows({ room: "x", name: "c", text: "select array_agg(fp) as fps from identity.nodes where component = (select component from identity.nodes where value='desk') and not leaf" } as any) as any);
  const { listStatements } = await import("@somlos/kernel/db");
  const st = listStatements().find((x) => x.text.includes("and not leaf) c"))!;
  const c = await t.db.connect();
  for (const mode of ["auto", "force_generic_plan"]) {
  await c.query("set plan_cache_mode = " + mode);
  await c.query(`prepare q${mode} (uuid[]) as ${st.text}`);
  const lit = `'{${core[0].fps.replace(/[{}]/g, "")}}'`;
  console.log((await c.query(`explain (analyze, buffers) execute q${mode}(${lit})`)).rows.map((r: any) => r["QUERY PLAN"]).join("\n"));
  }
  await c.end();
  await t.drop();
}, 600000);
