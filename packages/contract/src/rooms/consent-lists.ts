// The words about public registers of those who want no calls or letters.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

export const registerNames = ["nix_phone", "nix_letter", "robinson", "reservasjon"] as const;
const name = z.enum(registerNames);

export const listRegisters = endpoint({
  id: "consent.lists",
  method: "GET",
  url: "/api/permissions/lists",
  who: { may: "consent.read" },
  owns: "installation",
  summary:
    "The public registers of those who want no calls or letters: the day each is of, how many it names, and how old it may be before nobody may be called or written to on it.",
  answer: z.object({
    items: z.array(
      z.object({
        list: name,
        country: z.string(),
        asOf: z.string().nullable().describe("null: it was never taken in"),
        ageDays: z.number().nullable(),
        mostDays: z.number(),
        tooOld: z.boolean().describe("missing or older than mostDays: what must ask it is refused"),
        lines: z.number(),
        unread: z.number().describe("lines that could not be read"),
        loadedAt: z.string().nullable(),
      }),
    ),
  }),
});

export const takeRegister = endpoint({
  id: "consent.lists_take",
  method: "POST",
  url: "/api/permissions/lists",
  who: { may: "consent.manage" },
  owns: "installation",
  summary:
    "Takes in a register as it sends it: the body is the file, one number a line, or name and address a line (CSV or text, UTF-8, UTF-16 or Windows-1252). Only keyed hashes are kept; an address counts for whoever lives there, however its flat is written; where either names none, for the house. It replaces the one before when it is whole: older 409 consent.list_older, more than one line in a hundred unreadable 400 consent.list_half.",
  query: z.object({ list: name, asOf: z.iso.date() }),
  answer: z.object({ lines: z.number(), unread: z.number() }),
});
