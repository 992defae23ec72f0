// The words about taking the demo away.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";

/** The series under which the demo imports its order history: its source is the demo's too. */
export const DEMO_SERIES = "almvik demo: order history";

/** With more events of one's own than this the demo stays: hearing all of them again would keep others waiting. */
export const MOST_OWN_EVENTS = 200_000;

export const demoRefusals = {
  "demo.none": {
    status: 404,
    en: "There is no demo here. Start one with npm run demo.",
    sv: "Det finns ingen demo här. Starta en med npm run demo.",
    da: "Der er ingen demo her. Start en med npm run demo.",
  },
  "demo.too_many": {
    status: 409,
    en: "There are more than 200,000 events of your own here, and people would be missing while they are heard again. Try the demo in a home of its own instead.",
    sv: "Det finns mer än 200 000 egna händelser här, och personer skulle saknas medan de hörs om igen. Prova demon i ett eget hem i stället.",
    da: "Der er mere end 200.000 egne hændelser her, og personer ville mangle, mens de høres igen. Prøv demoen i sit eget hjem i stedet.",
  },
} as const satisfies Record<string, RefusalLine>;

const demo = z.object({
  /** `going`: it is being taken away. */
  state: z.enum(["none", "there", "going"]),
  /** Events of the demo that are there; 0 while it is being taken away. */
  events: z.number(),
  /** Events taken away by the removal that goes on, or by the last one. */
  removed: z.number(),
});
export type Demo = z.infer<typeof demo>;

export const demoLook = endpoint({
  id: "demo.look",
  method: "GET",
  url: "/api/demo",
  who: { may: "sources.read" },
  owns: "installation",
  summary: "Whether the demo is here, and how far its removal is.",
  answer: demo,
});

export const demoRemove = endpoint({
  id: "demo.remove",
  method: "DELETE",
  url: "/api/demo",
  who: { may: "sources.manage" },
  owns: "installation",
  summary:
    "Begins to take away everything the demo's sources said, and nothing else: their keys are closed, imports that go on are cancelled; look at GET /api/demo until its state is none. People of one's own are made anew from one's own events; an id stays where it rests on an identifier, one that rested on a part of a device's timeline may end. Twice is no error. No demo: 404 demo.none. More than 200,000 events of one's own: 409 demo.too_many.",
  answer: demo,
});
