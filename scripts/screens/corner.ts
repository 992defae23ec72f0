// The customer's corner for the pictures: somebody whom a few facts, words and colleagues know, and her way in.
import type { Page } from "playwright-core";
import type { PictureHouse } from "./house.ts";
import { householdIn, householdPlaces } from "./household.ts";
import type { Place } from "./places.ts";
import { identityTokenFor } from "./word.ts";

const HER = "astrid-of-the-corner";
const BRING = ".research .rights-acts .button:last-child";
const NEW = "nora-who-is-new";
const MAIL = "astrid.lindqvist@posten.example";

/** What each purpose asks, in each language. */
const asked = {
  offers: {
    gets: {
      en: "First look at the sale, a day before everybody else",
      sv: "Rean en dag före alla andra",
      da: "Udsalget en dag før alle andre",
    },
    channels: ["mail", "sms"],
    sv: "Almvik AB får skicka erbjudanden till mig. Jag kan återkalla det när som helst.",
    da: "Almvik AB må sende mig tilbud. Jeg kan trække det tilbage når som helst.",
    en: "Almvik AB may send me offers. I can withdraw this at any time.",
  },
  care: {
    gets: null,
    channels: ["mail", "call", "app"],
    sv: "Almvik AB får hjälpa mig med det jag äger. Jag kan återkalla det när som helst.",
    da: "Almvik AB må hjælpe mig med det, jeg ejer. Jeg kan trække det tilbage når som helst.",
    en: "Almvik AB may help me with what I own. I can withdraw this at any time.",
  },
} as const;

async function askHer(house: PictureHouse): Promise<void> {
  const entity = await house.ask<{ id: string }>("/api/entities", {
    ...{ code: "corner", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv", "da", "en"], timeZone: "Europe/Stockholm" },
  });
  for (const [name, { channels, gets, ...words }] of Object.entries(asked)) {
    const code = `corner_${name}`;
    const basis = { kind: "marketing", basis: "consent", balance: null, doubleOptIn: false };
    await house.ask("/api/permissions/purposes", { code, ...basis });
    for (const [language, body] of Object.entries(words))
      await house.ask(`/api/permissions/purposes/${code}/texts`, {
        ...{ basis: "consent", language, body, channels, scopes: ["offers"], categories: ["lamps"] },
        ...{ entityIds: [entity.id], benefit: gets === null ? null : gets[language as keyof typeof gets] },
      });
  }
}

/** Signed in by the retailer's word, once a browser: more a minute are refused, as they should be. */
async function enter(house: PictureHouse, page: Page, who: string): Promise<void> {
  const identityToken = await identityTokenFor(house, who);
  await page.evaluate(
    async ([token, sub]) => {
      const now = await fetch("/v1/me/session");
      if (now.ok && (await now.json()).identifier.value === sub) return;
      const body = JSON.stringify({ identityToken: token });
      await fetch("/v1/me/sign-in/token", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
    },
    [identityToken, who],
  );
  await page.goto(`${house.url}/corner`);
  await page.locator(".dial").waitFor();
}

const viewed = (name: string, days: number, more: object): object => ({
  ...{ type: "track", event: "Product Viewed", userId: HER },
  timestamp: new Date(Date.now() - days * 86_400_000).toISOString(),
  properties: { name, currency: "SEK", ...more },
});
const looked = [
  viewed("Kängor Fjäll", 2, {
    brand: "Almvik",
    category: "Shoes",
    size: "38",
    price: 899,
    gtin: "7350000000016",
  }),
  viewed("Sandal Ö", 4, { brand: "Almvik", category: "Shoes", size: "41", price: 549, variant: "sand" }),
  viewed("Golvlampa Månsken", 6, { brand: "Almvik", category: "Lamps", price: 1249 }),
];

/** As another shop would write it. */
const thing = (name: string, more: object): object => ({
  name,
  how: ["viewed"],
  lastOn: "2026-11-20",
  ...more,
});
const price = { amount: "949.00", currency: "SEK" };
const boots = { brand: "Almvik", category: "Shoes", size: "38", gtin: "7350000000016", price };
const fromElsewhere = JSON.stringify({
  ...{ format: "portable-research", version: 1, madeOn: "2026-11-22", shop: "Norrsken Sko" },
  sizes: [{ name: "shoe_size", value: "39" }],
  things: [
    thing("Kängor Fjäll", boots),
    thing("Löparsko Vind", { brand: "Norrsken", category: "Shoes", size: "39" }),
    {},
  ],
});

export async function cornerIn(house: PictureHouse): Promise<readonly Place[]> {
  const traits = { firstName: "Astrid", lastName: "Lindqvist", balcony: false, shoe_size: 38 };
  await house.send([
    {
      type: "identify",
      userId: HER,
      traits: { ...traits, city: "Malmö", email: MAIL, likes: ["warm light", "brass"] },
    },
    { type: "track", userId: HER, event: "Store Entered", context: { channel: "store", location: "malmo" } },
    ...looked,
    { type: "identify", userId: NEW, traits: { firstName: "Nora" } },
  ]);
  await askHer(house);
  const { id } = await house.ask<{ id: string }>("/api/people/lookup", { kind: "email", value: MAIL });
  await house.ask(`/api/people/${id}`);
  const code = await householdIn(house, HER);
  const inside =
    (...presses: readonly string[]) =>
    async (page: Page) => {
      await enter(house, page, HER);
      for (const selector of presses) await page.locator(selector).first().click();
      if (presses[0]?.startsWith(".research") === true)
        await page.locator(".research").scrollIntoViewIfNeeded();
    };
  const pasted =
    (text: string, ...presses: readonly string[]) =>
    async (page: Page) => {
      await inside(BRING)(page);
      await page.locator(".research textarea").fill(text);
      for (const selector of [".research [type=submit]", ...presses])
        await page.locator(selector).first().click();
    };
  return [
    { name: "corner-sign-in", path: "/corner" },
    { name: "corner-link", path: `/corner/sign-in#${"a".repeat(43)}` },
    { name: "corner-invited-first", path: `/corner/household#${code}` },
    { name: "corner", path: "/corner", act: inside() },
    { name: "corner-said", path: "/corner", act: inside(".switch", ".dial-asked input") },
    {
      name: "corner-contact",
      path: "/corner",
      async act(page) {
        await enter(house, page, HER);
        await page
          .locator(".purpose-gets")
          .first()
          .evaluate((line) => line.scrollIntoView({ block: "center" }));
      },
    },
    { name: "corner-correct", path: "/corner", act: inside(".round") },
    { name: "corner-identifier", path: "/corner", act: inside(".identifiers .round") },
    { name: "corner-proof", path: "/corner", act: inside(".panes-side .rights-acts .button:first-child") },
    { name: "corner-forget", path: "/corner", act: inside(".panes-side .rights-acts .button:last-child") },
    ...householdPlaces(house.url, code, inside),
    { name: "corner-take", path: "/corner", act: inside(".research .rights-acts .button:first-child") },
    { name: "corner-bring", path: "/corner", act: inside(BRING) },
    { name: "corner-bring-not", path: "/corner", act: pasted('{"name":"somlos"}') },
    { name: "corner-bring-holds", path: "/corner", act: pasted(fromElsewhere) },
    {
      name: "corner-brought",
      path: "/corner",
      act: pasted(fromElsewhere, ".research [type=submit]"),
    },
    { name: "corner-new", path: "/corner", act: (page) => enter(house, page, NEW) },
    { name: "corner-receipt", path: `/corner/receipt#${"b".repeat(43)}` },
  ];
}
