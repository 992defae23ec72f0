// Imports in each of their standings, for pictures and for what every screen is asked: by the doors, with the admin token.
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

type View = { readonly id: string; readonly state: string };
export type SmallImports = { readonly columns: string; readonly trial: string; readonly result: string };

/** What a colleague answers when she is asked for the currency. */
const LINES = {
  columns: ["Kvittonr"],
  lines: {
    name: "Benämning",
    quantity: { column: "Antal", as: "number" },
    price: { column: "Pris", as: "price", currency: "SEK" },
  },
  sum: { price: "price", quantity: "quantity", currency: "SEK" },
};

const example = (name: string) =>
  readFile(new URL(`../../studio/public/examples/${name}.csv`, import.meta.url));

export async function smallImports(url: string, adminToken: string): Promise<SmallImports> {
  const authorization = `Bearer ${adminToken}`;
  const ask = async <Body>(path: string, init: RequestInit = {}): Promise<Body> => {
    const answer = await fetch(`${url}/api/imports${path}`, {
      ...init,
      headers: { authorization, ...init.headers },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
  const upload = async (name: string, as: string): Promise<string> => {
    const headers = { "content-type": "application/octet-stream" };
    const body = await example(name);
    const made = await ask<View>(`?name=${encodeURIComponent(as)}`, { method: "POST", headers, body });
    return made.id;
  };
  const map = async (id: string, more: object = {}): Promise<void> => {
    const { suggestion } = await ask<{ suggestion: object }>(`/${id}/sample`);
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ mapping: { ...suggestion, ...more } });
    await ask(`/${id}/mapping`, { method: "PUT", headers, body });
  };
  const until = async (id: string, verb: string, state: string): Promise<void> => {
    await ask(`/${id}/${verb}`, { method: "POST" });
    for (let i = 0; i < 600; i++) {
      if ((await ask<View>(`/${id}`)).state === state) return;
      await sleep(100);
    }
    throw new Error(`the import did not come to ${state}`);
  };
  const trial = await upload("customers", "kundklubben.csv");
  await map(trial);
  await until(trial, "try", "mapped");
  const result = await upload("receipts", "kvitton mars.csv");
  await map(result, { groupBy: LINES });
  await until(result, "try", "mapped");
  await until(result, "start", "done");
  const columns = await upload("receipts", "kvitton april.csv");
  return { columns, trial, result };
}
