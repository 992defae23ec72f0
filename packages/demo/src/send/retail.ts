// The orders of a real retailer, through the file import: UCI Online Retail, 2010–2011, CC BY 4.0.
import { readFile } from "node:fs/promises";
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

/** How the import of before stands; "no imports" when the house cannot import files, "none" when it was never begun. */
async function stateOf(house: House): Promise<string> {
  const { status, body } = await call(house, "GET", "/api/imports?limit=100");
  if (status !== 200) return "no imports";
  const items = Array.isArray(body["items"]) ? body["items"].filter(isObject) : [];
  const ours = items.find(
    (item) => item["name"] === RETAIL_NAME && item["state"] !== "cancelled" && item["state"] !== "failed",
  );
  return typeof ours?.["state"] === "string" ? ours["state"] : "none";
}

/** Uploads the file and starts the import, once; it goes on in the server. */
export async function importRetail(house: House, file: string, say: (line: string) => void): Promise<void> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return say(`No order history: ${file} is not here.`);
  if (house.adminToken === undefined) return say("No order history: importing it needs the admin token.");
  const state = await stateOf(house);
  if (state === "no imports") return say("No order history: this server cannot import files.");
  if (state !== "none" && state !== "uploaded" && state !== "mapped")
    return say(`Order history: the import is ${state}.`);
  const query = new URLSearchParams({ name: RETAIL_NAME, kind: "parquet" });
  const { id } = await must(call(house, "POST", `/api/imports?${query}`, bytes), "the upload");
  const sample = await must(call(house, "GET", `/api/imports/${String(id)}/sample`), "the sample");
  const suggestion = isObject(sample["suggestion"]) ? sample["suggestion"] : {};
  const fields = isObject(suggestion["fields"]) ? suggestion["fields"] : {};
  const mapping = { ...suggestion, fields: { ...fields, demo: { value: true } }, series: "demo" };
  await must(call(house, "PUT", `/api/imports/${String(id)}/mapping`, { mapping }), "the mapping");
  await must(call(house, "POST", `/api/imports/${String(id)}/start`), "the start");
  say("Order history: 531 282 invoice lines are being taken in; see Import.");
  say(RETAIL_CREDIT);
}
