import { expect, it } from "vitest";
import { hearAgain } from "./again.rules.ts";
import { type Envelope, parse } from "./parse/parse.rules.ts";
import { types } from "./parse/words.rules.ts";
import { placeOf } from "./shown.rules.ts";

const print = (space: string, text: string) => `${space} ${text}`;
const envelope = (country: string): Envelope => ({
  ...{ naming: { print, country }, sourceId: 1, trust: "proven", channel: "web", receivedAt: 0 },
  ...{ sentAt: undefined, suspicious: false, newId: () => "new", terms: { currencyAt: () => undefined } },
});

it("a number said in one country is the same number when it is heard again, whatever holds by then", () => {
  for (const [phone, country] of [
    ["20 20 20 20", "DK"],
    ["412 34 567", "NO"],
    ["070-123 45 67", "SE"],
  ] as const) {
    const parsed = parse({ type: "identify", userId: "u", traits: { phone } }, envelope(country));
    if (!("fit" in parsed)) throw new Error("it does not fit");
    const { fit } = parsed;
    const row = {
      ...{ seq: 1, at: new Date(fit.at), received_at: new Date(0), key: zero, subject: zero },
      ...{ source_id: 1, source: null, type: types.indexOf("identify"), channel: 0, flags: 1, circle: 0 },
      ...{ country: country === "SE" ? null : country, name: "", body: fit.body },
    };
    for (const now of ["SE", "DK", "NO"])
      expect(hearAgain(row, { print, country: now })?.ids).toEqual(fit.ids);
  }
});

it("where many stand one after the other is known again too, and the name of such a thing stays nobody's", () => {
  for (const [channel, stand, kinds] of [
    ["kiosk", "kiosk", ["receipt"]],
    ["till", "counter", ["receipt"]],
    ["web", undefined, ["device", "receipt"]],
  ] as const) {
    const message = {
      ...{ type: "track", event: "Receipt Issued", properties: { receipt_id: "R1" } },
      context: { channel, device: { id: "thing-1" } },
    };
    const parsed = parse(message, envelope("SE"));
    if (!("fit" in parsed)) throw new Error("it does not fit");
    const { fit } = parsed;
    const row = {
      ...{ seq: 1, at: new Date(fit.at), received_at: new Date(0), key: zero, subject: zero },
      ...{ source_id: 1, source: null, type: types.indexOf("track"), channel: placeOf(channel), flags: 1 },
      ...{ circle: 0, country: null, name: "Receipt Issued", body: fit.body },
    };
    const again = hearAgain(row, { print, country: "SE" });
    for (const heard of [fit, again]) {
      expect(heard?.stand).toBe(stand);
      expect(heard?.ids.map(({ kind }) => kind).sort()).toEqual(kinds);
    }
  }
});
const zero = "00000000-0000-0000-0000-000000000000";
