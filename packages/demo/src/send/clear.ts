// Takes the demo away: its goods are sold no longer, and everything that came through its sources goes.
import { setTimeout as sleep } from "node:timers/promises";
import { stockedPlaces } from "../goods/shelves.rules.ts";
import { CannotGoOn, call, type House, keyWorks, type Sending, tellHouse } from "./doors.ts";
import { retireGoods } from "./goods.ts";
import { forgetState, readKeys } from "./state.ts";

/** Its goods are sold no longer and there are none of them: said with the demo's keys, while the house takes them. */
async function endGoods(house: House, statePath: string, sending: Sending): Promise<void> {
  const keys = await readKeys(statePath);
  if (keys === undefined || !(await keyWorks(house.url, keys.server))) return;
  const own = { ...house, keys };
  await retireGoods(own, sending);
  const { body } = await call(own, "GET", "/api/locations");
  const there = (Array.isArray(body["items"]) ? (body["items"] as { code: string }[]) : []).map(({ code }) =>
    code.toLowerCase(),
  );
  const locations = stockedPlaces.filter((place) => there.includes(place));
  if (locations.length === 0) return;
  const whole = { at: new Date(sending.now()).toISOString(), locations };
  await tellHouse(own, "/v1/stock/whole", { what: "the end of the stock", body: whole }, sending);
}

/** Takes the demo away: everything that came through its sources. */
export async function clearDemo(house: House, statePath: string, sending: Sending): Promise<void> {
  const { say } = sending;
  if (house.adminToken === undefined)
    throw new CannotGoOn(
      "Taking the demo away needs the admin token: run this where the home of the server is, or say --admin-token.",
    );
  await endGoods(house, statePath, sending);
  const { status, body } = await call(house, "DELETE", "/api/demo");
  if (status === 404) {
    await forgetState(statePath);
    return say("There is no demo here.");
  }
  if (status !== 200)
    throw new CannotGoOn(
      `The demo is still there: ${status}, ${String(body["sentence"] ?? "no reason given")}`,
    );
  say(`Taking ${String(body["events"])} events away.`);
  const removed = await untilGone(house);
  await forgetState(statePath);
  say(
    `The demo is gone: ${removed} events. Its products stay for whoever looks back, and are sold no longer; its legal entities and stores stay too: close them in Settings.`,
  );
}

const PATIENCE_MS = 1000;

/** The server goes on by itself; Ctrl-C here stops only the looking. */
async function untilGone(house: House): Promise<number> {
  for (;;) {
    const { body } = await call(house, "GET", "/api/demo");
    if (body["state"] === "there")
      throw new CannotGoOn(
        "Something of the demo came in meanwhile: end the demo that runs, then clear again.",
      );
    if (body["state"] !== "going") return Number(body["removed"]);
    await sleep(PATIENCE_MS);
  }
}
