// The orders of a real retailer, through the file import: UCI Online Retail, 2010–2011, CC BY 4.0.
import { readFile } from "node:fs/promises";
import { DEMO_SERIES } from "@somlos/contract/rooms/demo";
import type { Json } from "../life/way.rules.ts";
import { CannotGoOn, call, type House } from "./doors.ts";

export const RETAIL_NAME = "Online Retail 2010–2011 (demo)";
export const RETAIL_CREDIT =
  "Order history: Online Retail by Daqing Chen, UCI Machine Learning Repository, CC BY 4.0, doi.org/10.24432/C5BW33";

const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null && !Array.isArray(v);

async function must(answer: ReturnType<typeof call>, what: string): Promise<Json> {
  const { status, body } = await answer;
  if (status === 200) return body;
  throw new CannotGoOn(
    `The import stopped: ${what} was answered with ${status}, ${String(body["sentence"] ?? "no reason given")}`,
  );
}

/** The import of before; nothing when it was never begun, or ended in vain. */
async function findImport(house: House): Promise<{ id?: string; state: string } | undefined> {
  const { status, body } = await call(house, "GET", "/api/imports?limit=100");
  if (status !== 200) return undefined;
  const items = Array.isArray(body["items"]) ? body["items"].filter(isObject) : [];
  const ours = items.find(
    (item) => item["name"] === RETAIL_NAME && item["state"] !== "cancelled" && item["state"] !== "failed",
  );
  return ours === undefined ? { state: "none" } : { id: String(ours["id"]), state: String(ours["state"]) };
}

/** Says what the columns mean, as the house suggests for this kind of file, and marks every event as the demo's. */
async function mapIt(house: House, id: string): Promise<void> {
  const sample = await must(call(house, "GET", `/api/imports/${id}/sample?as=online_retail`), "the sample");
  const suggestion = isObject(sample["suggestion"]) ? sample["suggestion"] : {};
  const fields = isObject(suggestion["fields"]) ? suggestion["fields"] : {};
  const mapping = { ...suggestion, fields: { ...fields, demo: { value: true } }, series: DEMO_SERIES };
  await must(call(house, "PUT", `/api/imports/${id}/mapping`, { mapping }), "the mapping");
}

/** Uploads the file and starts the import, once; it goes on in the server. */
export async function importRetail(house: House, file: string, say: (line: string) => void): Promise<void> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return say(`No order history: ${file} is not here.`);
  if (house.adminToken === undefined) return say("No order history: importing it needs the admin token.");
  const found = await findImport(house);
  if (found === undefined) return say("No order history: this server cannot import files.");
  if (!["none", "uploaded", "mapped"].includes(found.state))
    return say(`Order history: the import is ${found.state}.`);
  const query = new URLSearchParams({ name: RETAIL_NAME, kind: "parquet" });
  const id =
    found.id ?? String((await must(call(house, "POST", `/api/imports?${query}`, bytes), "the upload"))["id"]);
  await mapIt(house, id);
  await must(call(house, "POST", `/api/imports/${id}/start`), "the start");
  say("Order history: 531 282 invoice lines are being taken in; see Import.");
  say(RETAIL_CREDIT);
}
