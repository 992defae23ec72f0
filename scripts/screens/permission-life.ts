// What people said yes and no to, for the pictures of Permission: purposes with words in three languages and two versions,
// a register that is new and one that is too old, a file with refused rows, and what Astrid and her neighbours said.
import { createHash, randomUUID } from "node:crypto";
import type { PictureHouse } from "./house.ts";

type Ask = <Body>(path: string, body?: object, method?: string) => Promise<Body>;
type Published = { readonly id: string; readonly hash: string };
type Entity = { readonly id: string; readonly name: string; readonly code: string };

const DAY_MS = 86_400_000;
const dayAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

const news = {
  en: (name: string) =>
    `${name} may write to me about news and offers. I can take this back at any time, by the link in every message or in the shop.`,
  sv: (name: string) =>
    `${name} får skriva till mig om nyheter och erbjudanden. Jag kan när som helst ta tillbaka det, med länken i varje meddelande eller i butiken.`,
  da: (name: string) =>
    `${name} må skrive til mig om nyheder og tilbud. Det kan til enhver tid trækkes tilbage, med linket i hver besked eller i butikken.`,
};
const notice = {
  sv: (name: string) =>
    `När du köper hos ${name} kan vi skriva till dig om liknande varor. Du kan säga nej nu och i varje meddelande, och ta tillbaka det när du vill.`,
  da: (name: string) =>
    `Når du køber hos ${name}, kan vi skrive til dig om lignende varer. Du kan sige nej nu og afmelde dig i hver besked.`,
};

const benefits = {
  en: "First look at the sale, a day before everybody else",
  sv: "Rean en dag före alla andra",
  da: "Udsalget en dag før alle andre",
};

const gets = (language: keyof typeof benefits) => ({
  ...{ benefit: benefits[language], proof: { event: "Coupon Sent", days: 30 } },
});

async function wordsOf(ask: Ask, entity: Entity): Promise<Published> {
  const scope = { scopes: ["news", "offers"], channels: ["mail", "sms", "push"], categories: [] };
  const of = { ...scope, entityIds: [entity.id] };
  const publish = (purpose: string, body: object): Promise<Published> =>
    ask(`/api/permissions/purposes/${purpose}/texts`, { ...of, ...body });
  for (const language of ["en", "sv", "da"] as const)
    await publish("news", {
      basis: "consent",
      language,
      body: `${news[language](entity.name).split(". ")[0]}. ${{ en: "You can take this back.", sv: "Du kan ta tillbaka det.", da: "Det kan trækkes tilbage." }[language]}`,
      ...gets(language),
    });
  const [first] = await Promise.all(
    (["sv", "en"] as const).map((language) =>
      publish("news", { basis: "consent", language, body: news[language](entity.name), ...gets(language) }),
    ),
  );
  for (const language of ["sv", "da"] as const)
    await publish("news", {
      ...{ basis: "soft", language, body: notice[language](entity.name) },
      ...{ channels: ["mail", "sms"], categories: ["furniture", "lamps"] },
    });
  await publish("care_advice", {
    ...{ basis: "consent", language: "sv", scopes: ["care_advice"] },
    body: `${entity.name} får skriva till mig om skötsel av det jag äger. Jag kan ta tillbaka det när jag vill.`,
  });
  return first as Published;
}

async function sendFile(house: PictureHouse, path: string, body: string): Promise<void> {
  const answer = await fetch(`${house.url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${house.adminToken}`, "content-type": "application/octet-stream" },
    body,
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

async function filesOf(house: PictureHouse, entity: Entity, words: Published): Promise<void> {
  const numbers = Array.from({ length: 1200 }, (_, i) => `+4670${String(2_000_000 + i)}`).join("\n");
  await sendFile(house, `/api/permissions/lists?list=nix_phone&asOf=${dayAgo(6)}`, numbers);
  const numbersNo = Array.from({ length: 300 }, (_, i) => `+479${String(1_000_000 + i)}`).join("\n");
  await sendFile(house, `/api/permissions/lists?list=reservasjon&asOf=${dayAgo(74)}`, numbersNo);
  const head =
    "purpose,channel,entity,identifier_kind,identifier,state,at,text_hash,collected_by,place,how,active,concluded";
  const rows = Array.from({ length: 60 }, (_, i) =>
    [
      ...["news", "mail", entity.code, "email", `medlem${i}@posten.example`],
      ...[i % 9 === 0 ? "withdrawn" : "granted", "2025-03-04T10:00:00+01:00", words.hash],
      ...(i % 5 === 0 ? ["", "", ""] : ["form", "club page", "box ticked"]),
      ...["true", "true"],
    ].join(","),
  );
  await sendFile(
    house,
    `/api/permissions/imports?name=${encodeURIComponent("tillstånd ur förra systemet.csv")}`,
    [head, ...rows].join("\n"),
  );
}

async function showTo({ url, keys }: PictureHouse, textId: string, times: number): Promise<void> {
  const shown = Array.from({ length: times }, (_, i) => ({ id: `showing ${i}`, textId, place: "club page" }));
  const authorization = `Basic ${Buffer.from(`${keys.server}:`).toString("base64")}`;
  const answer = await fetch(`${url}/v1/permissions/shown`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ shown }),
  });
  if (!answer.ok) throw new Error(`showings: ${answer.status} ${await answer.text()}`);
}

async function saidBy(ask: Ask, entity: Entity, words: Published): Promise<void> {
  const evidence = { place: "club page", how: "box ticked", active: true, concluded: true };
  const yes = (kind: string, value: string, channels: readonly string[]) =>
    ask("/api/permissions/grant", {
      ...{ actId: randomUUID(), identifiers: [{ kind, value }], purpose: "news", channels, evidence },
      ...{ entityId: entity.id, textId: words.id, textHash: words.hash },
    });
  await yes("email", "astrid.lindqvist@posten.example", ["mail"]);
  await yes("phone", "+46701740605", ["sms"]);
  await yes("email", "freja@post.example", ["mail"]);
  const no = (value: string, cause?: string) =>
    ask("/api/permissions/withdraw", {
      ...{ actId: randomUUID(), identifiers: [{ kind: "email", value }], purpose: "news", channel: "mail" },
      ...{ entityId: null, ...(cause === undefined ? {} : { cause }) },
    });
  await no("freja@post.example", "autumn-lamps-2");
  await ask("/api/permissions/withdraw", {
    ...{ actId: randomUUID(), identifiers: [{ kind: "phone", value: "+46701740605" }], purpose: "news" },
    ...{ channel: "sms", entityId: null, cause: "lamp-week-sms" },
  });
}

const purposes = [
  { code: "news", kind: "marketing", basis: "consent", balance: null, doubleOptIn: false },
  { code: "care_advice", kind: "marketing", basis: "consent", balance: null, doubleOptIn: true },
  { code: "order_updates", kind: "service", basis: "contract", balance: null, doubleOptIn: false },
  {
    ...{ code: "shop_analysis", kind: "analysis", basis: "legitimate_interest", doubleOptIn: false },
    balance:
      "Counts of what is looked for help us keep the right goods. No profile is made; nobody is shown anything by it.",
  },
];

/** Needs people and legal entities to be there already. */
export async function permissionsIn(house: PictureHouse): Promise<void> {
  const ask: Ask = (path, body, method) => house.ask(path, body, method);
  const [entity] = (await ask<{ items: Entity[] }>("/api/entities")).items;
  if (entity === undefined) throw new Error("no legal entity");
  for (const purpose of purposes) await ask("/api/permissions/purposes", purpose);
  const words = await wordsOf(ask, entity);
  if (createHash("sha256").update(news.sv(entity.name)).digest("hex") !== words.hash)
    throw new Error("the hash is not that of the words");
  await filesOf(house, entity, words);
  await showTo(house, words.id, 14);
  await saidBy(ask, entity, words);
  await house.ask("/api/look-rules", { reasonRoles: ["marketing", "sales"], showNames: false }, "PUT");
}
