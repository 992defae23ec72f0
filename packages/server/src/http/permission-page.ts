// The page behind the links in messages: says what it is about, and posts what its address carries after # when its one
// button is pressed. Nothing happens by opening it, so that a mail scanner says neither yes nor no for anybody.
import { type Language, languageOf } from "@somlos/contract";
import { confirmByLink, withdrawByLink } from "@somlos/contract/rooms/consent-say";
import type { FastifyInstance } from "fastify";

type Words = Readonly<Record<"title" | "ask" | "button" | "done" | "all", string>>;
const words: Readonly<Record<Language, { confirm: Words; withdraw: Words; dead: string }>> = {
  en: {
    confirm: {
      title: "Was it you?",
      ask: "Press the button, and what you agreed to holds.",
      button: "Yes, it was me",
      done: "Thank you. It holds from now on.",
      all: "",
    },
    withdraw: {
      title: "No more of this",
      ask: "Press the button, and it ends at once.",
      button: "Stop this",
      done: "It has ended. You need do nothing more.",
      all: "Stop everything from us",
    },
    dead: "This link is not whole or has ended. Open it again from the message, or write to us.",
  },
  sv: {
    confirm: {
      title: "Var det du?",
      ask: "Tryck på knappen, så gäller det du sa ja till.",
      button: "Ja, det var jag",
      done: "Tack. Det gäller från och med nu.",
      all: "",
    },
    withdraw: {
      title: "Inte mer av det här",
      ask: "Tryck på knappen, så slutar det genast.",
      button: "Sluta med det här",
      done: "Det har slutat. Du behöver inte göra något mer.",
      all: "Sluta med allt från er",
    },
    dead: "Länken är inte hel eller har gått ut. Öppna den igen från meddelandet, eller skriv till oss.",
  },
  da: {
    confirm: {
      title: "Var det dig?",
      ask: "Tryk på knappen, så gælder det, du sagde ja til.",
      button: "Ja, det var mig",
      done: "Tak. Det gælder fra nu af.",
      all: "",
    },
    withdraw: {
      title: "Ikke mere af dette",
      ask: "Tryk på knappen, så stopper det med det samme.",
      button: "Stop dette",
      done: "Det er stoppet. Du behøver ikke gøre mere.",
      all: "Stop alt fra jer",
    },
    dead: "Linket er ikke helt eller er udløbet. Åbn det igen fra beskeden, eller skriv til os.",
  },
};

const STYLE =
  "body{margin:0;font:18px/1.5 system-ui,sans-serif;background:#f0f4f4;color:#12191b}main{max-width:32rem;margin:12vh auto;padding:2rem}button{display:block;min-height:48px;margin:1rem 0;padding:.75rem 1.5rem;border:1px solid #12191b;border-radius:6px;background:#12191b;color:#fff;font:inherit;cursor:pointer}button.quiet{background:none;color:#12191b}button[hidden]{display:none}@media(prefers-color-scheme:dark){body{background:#0a0e0f;color:#f0f4f4}button{background:#f0f4f4;color:#12191b}button.quiet{color:#f0f4f4;border-color:#f0f4f4}}";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const page = (language: Language): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${words[language].confirm.title}</title><style>${STYLE}</style></head>
<body><main data-words="${escaped(JSON.stringify(words[language]))}"><h1></h1><p role="status"></p><button hidden></button><button class="quiet" hidden></button></main><script src="/permission/page.js"></script></body></html>
`;

const SCRIPT = `"use strict";
const main = document.querySelector("main");
const words = JSON.parse(main.dataset.words);
const [, kind, token] = /^#(confirm|withdraw)=([\\w.-]+)$/.exec(location.hash) || [];
const [title, say, act, all] = ["h1", "p", "button", "button.quiet"].map((one) => main.querySelector(one));
const own = words[kind];
async function post(everything) {
  act.hidden = all.hidden = true;
  const url = kind === "confirm" ? "${confirmByLink.url}" : "${withdrawByLink.url}";
  const body = JSON.stringify(everything ? { token, everything } : { token });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body }).catch(() => undefined);
  const told = answer && !answer.ok ? await answer.json().catch(() => ({})) : {};
  say.textContent = answer && answer.ok ? own.done : told.sentence || words.dead;
  act.hidden = Boolean(answer && answer.ok);
}
if (own === undefined) say.textContent = words.dead;
else {
  document.title = title.textContent = own.title;
  say.textContent = own.ask;
  act.textContent = own.button;
  act.hidden = false;
  act.addEventListener("click", () => post(false));
  all.textContent = own.all;
  all.hidden = own.all === "";
  all.addEventListener("click", () => post(true));
}
`;

export function permissionPage(app: FastifyInstance): void {
  app.get("/permission", (request, reply) =>
    reply
      .header("content-type", "text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .header("vary", "accept-language")
      .send(page(languageOf(request.headers["accept-language"]))),
  );
  app.get("/permission/page.js", (_request, reply) =>
    reply
      .header("content-type", "text/javascript; charset=utf-8")
      .header("cache-control", "no-cache")
      .send(SCRIPT),
  );
}
