// The words about how a place promises what it has, and what its parts are called.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { lineText, one, savedAnswer } from "./company.ts";

const zone = z.object({
  code: lineText(40).describe("what figures call it"),
  name: lineText(80).describe("as customers read it"),
});
const fields = {
  margin: z.number().int().min(0).max(10_000).describe("pieces of each product that are promised to nobody"),
  holdMinutes: z.number().int().min(1).max(1440).describe("how long something is held for somebody"),
  staleMinutes: z
    .number()
    .int()
    .min(5)
    .max(525_600)
    .describe("a count older than this says nothing: it is unknown how many there are"),
  zones: z.array(zone).max(200),
};

export const readStoreSettings = endpoint({
  id: "stores.settings",
  method: "GET",
  url: "/api/stores/:id/settings",
  who: { may: "catalog.read" },
  owns: "installation",
  summary: "How a location promises what it has. Unknown: 404 company.location_unknown.",
  params: one,
  answer: z.object({
    ...fields,
    version: z.number().describe("0: nobody set anything yet"),
    mine: z.boolean().describe("whether the caller may change it"),
  }),
});

export const saveStoreSettings = endpoint({
  id: "stores.settings_save",
  method: "PUT",
  url: "/api/stores/:id/settings",
  who: { may: "locations.manage" },
  owns: "this location",
  summary:
    "How a location promises what it has, from the next promise on; what is held stays held. Saved by somebody else since: 409 company.saved_by_other; two zones of one code: 400 stores.zone_twice.",
  params: one,
  body: z.object({ version: z.number().int().min(0), ...fields }),
  answer: savedAnswer,
});
