// What each of the six words came to for one event, as a sentence. Pure.
import type { trace, traceStep } from "@somlos/contract/rooms/events";
import type { Language } from "@somlos/look/language";
import { factName } from "@somlos/rules/fact-words";
import type { z } from "zod";
import { shortValue } from "../../identifiers.tsx";
import type { traceTexts } from "./trace-texts.ts";

type Found = Pick<z.output<typeof trace.answer>, "source" | "messageId" | "personId" | "personName" | "body">;
type Step = Pick<z.output<typeof traceStep>, "word" | "note">;
type Said = (typeof traceTexts)["en"];

const FACTS_SHOWN = 4;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const asText = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

function who({ body, personName: name }: Found, said: Said): string {
  const login = isObject(body) ? asText(body["userId"]) : "";
  const visitor = isObject(body) ? shortValue("visitor", asText(body["anonymousId"])) : "";
  if (name === null) {
    if (login !== "") return said.loginNameless(login);
    return visitor === "" ? said.nameless : said.visitorNameless(visitor);
  }
  if (login !== "") return said.login(login, name);
  return visitor === "" ? said.named(name) : said.visitor(visitor, name);
}

function told({ body }: Found, said: Said, language: Language): string {
  const traits = isObject(body) && isObject(body["traits"]) ? Object.keys(body["traits"]) : [];
  if (traits.length === 0) return body === null ? said.factsGone : said.timeline;
  const names = traits.slice(0, FACTS_SHOWN).map((key) => {
    const name = factName(key, language);
    return name.charAt(0).toLocaleLowerCase() + name.slice(1);
  });
  const more = traits.length - names.length;
  return said.facts([...names, ...(more > 0 ? [said.more(more)] : [])].join(", "));
}

export function noteOf({ word, note }: Step, found: Found, said: Said, language: Language): string {
  if (word === "decide" || word === "deliver" || word === "measure") return said[word];
  const id = shortValue("visitor", found.messageId);
  if (note === "accepted") return said.collected(found.source, id);
  if (note === "parked") return said.parked(found.source, id);
  if (note === "mending" || note === "unknown") return said[note];
  if (note === "person") return who(found, said);
  if (note === "facts") return told(found, said, language);
  return found.personId === null ? said.log : said.timeline;
}
