// One person's page in a browser: what they may be used for and what proves it, their dial, who has looked, and what was
// asked in their name.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallImports } from "./small-imports.ts";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

const WORDS = "Almvik Sverige AB får skriva till mig om nyheter. Jag kan ta tillbaka det när jag vill.";
let studio: Studio;
let page: Page;
let path = "";

async function askWell<Body>(url: string, body: object): Promise<Body> {
  const answer = await studio.server.ask<Body>(url, body);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** A company with one purpose, its words, and somebody who said yes to mail. */
async function someoneWhoSaidYes(): Promise<void> {
  const { server } = studio;
  await server.send(
    [
      {
        ...{ type: "identify", userId: "astrid", context: { channel: "web" } },
        traits: { name: "Astrid Lindqvist", email: "astrid@posten.example", phone: "+46703184409" },
      },
    ],
    "server",
  );
  const company = { code: "se", name: "Almvik Sverige AB", organisationNumber: null, country: "SE" };
  await askWell("/api/entities", {
    ...{ ...company, currency: "SEK", languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  const { items } = (await server.ask<{ items: { id: string; name: string }[] }>("/api/entities")).body;
  const entityId = items.find(({ name }) => name === company.name)?.id ?? "";
  await askWell("/api/permissions/purposes", {
    ...{ code: "news", kind: "marketing", basis: "consent", balance: null, doubleOptIn: false },
  });
  const text = await askWell<{ id: string; hash: string }>("/api/permissions/purposes/news/texts", {
    ...{ basis: "consent", language: "sv", body: WORDS, scopes: ["news"], channels: ["mail", "sms"] },
    ...{ categories: [], entityIds: [entityId] },
  });
  await askWell("/api/permissions/grant", {
    ...{ actId: crypto.randomUUID(), identifiers: [{ kind: "email", value: "astrid@posten.example" }] },
    ...{ purpose: "news", channels: ["mail"], entityId, textId: text.id, textHash: text.hash },
    evidence: { place: "Malmö, till 2", how: "ticked on the tablet", active: true, concluded: true },
  });
  const { id } = await askWell<{ id: string }>("/api/people/lookup", { kind: "login", value: "astrid" });
  path = `${studio.base}/people/${id}`;
}

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
  await studio.server.ask("/api/recognition?from=2026-11-01&to=2026-11-01"); // it is counted from the first question on
  await someoneWhoSaidYes();
});
afterAll(() => studio?.free());

const section = (name: string) =>
  page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name });
const noSidewaysScroll = async () =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  );

describe("permission of one person", () => {
  it("says what they may be used for, and a line opens the exact words, their version, and who collected it where and how", async () => {
    await page.goto(path);
    await section("Permission").click();
    await page.getByRole("heading", { name: "1 of 1 may be used" }).waitFor();
    await page.getByRole("button", { name: /Mail\s*Yes/ }).press("Enter");
    const evidence = page.getByRole("complementary", { name: "Evidence" });
    await evidence.getByText(WORDS).waitFor();
    expect(await evidence.locator("blockquote").getAttribute("lang")).toBe("sv");
    await evidence.getByText("Svenska, version 1").waitFor();
    await evidence.getByText("Malmö, till 2").waitFor();
    await evidence.getByText("ticked on the tablet").waitFor();
    await evidence.getByText("Almvik Sverige AB", { exact: true }).waitFor();
  });

  it("takes it back in one act, says that the no is never removed, and what to do when it was a mistake", async () => {
    await page.getByRole("button", { name: "No from now on" }).click();
    await page.getByText("The no is written down. It holds everywhere from now on.").waitFor();
    await page.getByRole("heading", { name: "0 of 1 may be used" }).waitFor();
    await page.getByText("A no is never removed, also when it was a mistake.").first().waitFor();
    await page.getByRole("button", { name: /Mail\s*No/ }).waitFor();
    await page.getByRole("button", { name: "Everything said" }).click();
    const said = page.getByRole("list", { name: "Everything said" }).getByRole("listitem");
    await expect.poll(() => said.count()).toBe(2);
    await said.nth(1).getByText("ticked on the tablet").waitFor();
  });

  it("writes down a new yes with its evidence, and not before all of it is there", async () => {
    await page.getByRole("button", { name: "Now", exact: true }).click();
    await page.getByRole("button", { name: "Write down a yes" }).click();
    const dialog = page.getByRole("dialog", { name: "Write down a yes" });
    await dialog.getByText(WORDS).waitFor();
    const go = dialog.getByRole("button", { name: "Write down the yes" });
    expect(await go.isDisabled()).toBe(true);
    await dialog.getByLabel("Where", { exact: true }).fill("Desk");
    await dialog.getByLabel("How", { exact: true }).fill("Said on the phone");
    await dialog.getByRole("checkbox", { name: /They said it themselves/ }).check();
    expect(await go.isDisabled()).toBe(true);
    await dialog.getByRole("checkbox", { name: /to the end/ }).check();
    await go.click();
    await page.getByText("The yes is written down.").waitFor();
    await page.getByRole("button", { name: /Mail\s*Yes/ }).click();
    await page.getByRole("complementary", { name: "Evidence" }).getByText("Said on the phone").waitFor();
  });

  it("writes down a no to everything, without asking for any proof", async () => {
    await page.getByRole("button", { name: "Write down a no" }).click();
    const dialog = page.getByRole("dialog", { name: "Write down a no" });
    await dialog.getByRole("button", { name: "Write down the no" }).click();
    await page
      .getByRole("list", { name: "Noes that cover more than one thing" })
      .getByText("No to everything, everywhere, all legal entities")
      .waitFor();
    await page.getByRole("button", { name: /Mail\s*No/ }).waitFor();
  });
});

describe("how many are recognised", () => {
  it("counts no row of a file as somebody whom we met and knew", async () => {
    const { server, base } = studio;
    const seen = (who: object) => ({
      type: "track",
      event: "Page Seen",
      ...who,
      context: { channel: "web" },
    });
    await server.send(
      [seen({ anonymousId: "a" }), seen({ anonymousId: "b" }), seen({ anonymousId: "c" })],
      "server",
    );
    await smallImports(server.url, server.adminToken);
    // Counted is what no transaction beside it can still change: the newest may take a moment.
    const title = async () => {
      await page.goto(`${base}/permissions/recognition`);
      return page.getByRole("heading", { name: /of the meetings of 30 days/ }).textContent();
    };
    await expect.poll(title, { timeout: 60_000 }).toMatch(/^We knew who it was in 25\s%/);
    const told = await page.getByText(/events more were told of by files/).textContent();
    expect(Number.parseInt(told ?? "", 10)).toBeGreaterThan(3);
    expect(await page.getByRole("img", { name: /^Import:/ }).count()).toBe(0);
  });
});

describe("the dial, who has looked, and rights", () => {
  it("turns the store as the person says it, with where it was said, and shows who turned it", async () => {
    await page.goto(path);
    await section("Dial").click();
    await page.getByRole("heading", { name: "We may know who it is everywhere" }).waitFor();
    await page.getByRole("button", { name: /In the store we know who it is/ }).press("Enter");
    await page.getByRole("radio", { name: /Only when they say so/ }).check();
    await page.getByLabel("By what").selectOption({ label: "Club card" });
    await page.getByLabel("Where they told you").selectOption({ label: "Call" });
    await page.getByRole("button", { name: "Set as they said" }).click();
    await page
      .getByRole("button", { name: /In the store we know it only when they say so.*by Club card only/ })
      .waitFor();
    await page.getByRole("heading", { name: "We may know who it is in some places only" }).waitFor();
    const came = page.getByRole("region", { name: "How it came to be" });
    await came
      .getByText("Store, Till, Tablet, Kiosk")
      .or(came.getByText(/Store.*Till|Till.*Store/))
      .first()
      .waitFor();
    await came.getByText(/by a colleague for them · said in: Call/).waitFor();
  });

  it("shows who opened them with function and reason, and leaves the name out where the company does", async () => {
    await section("Who looked").click();
    await page.getByText("set the dial for them").first().waitFor();
    await page.getByRole("button", { name: "Recognised", exact: true }).click();
    expect(await page.getByText("set the dial for them").count()).toBe(0);
    await page.getByRole("button", { name: "Opened", exact: true }).click();
    const first = page.getByRole("listitem").filter({ hasText: "set the dial for them" }).first();
    expect(await first.textContent()).toContain("Owner");
    expect(await first.textContent()).not.toContain("Nils Hedman");
  });

  it("makes a copy that was asked for with a reason, to be read or taken as a file", async () => {
    await section("Rights").click();
    await page.getByRole("heading", { name: "Nothing is under way" }).waitFor();
    await page.getByRole("button", { name: "Ask for a copy" }).click();
    const dialog = page.getByRole("dialog", { name: "Ask for a copy" });
    expect(await dialog.getByRole("button", { name: "Ask for the copy" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Reason").fill("She called and gave her order number");
    await dialog.getByRole("button", { name: "Ask for the copy" }).click();
    await page.getByText("The copy is asked for.").waitFor();
    const link = page.getByRole("link", { name: "As a page to read" });
    await link.waitFor({ timeout: 30_000 });
    const copy = await page.context().request.get(`${studio.base}${await link.getAttribute("href")}`);
    expect(copy.status()).toBe(200);
    expect(await copy.text()).toContain("astrid@posten.example");
  });

  it("shows the 24 hours of an erasure, gives the receipt once, and cancels it", async () => {
    await page.getByRole("button", { name: "Ask for erasure" }).click();
    const dialog = page.getByRole("dialog", { name: "Ask for erasure" });
    await dialog.getByText(/It begins in 24 hours/).waitFor();
    await dialog.getByLabel("Reason").fill("She wrote from her own address");
    await dialog.getByRole("button", { name: "Ask for the erasure" }).click();
    await page.getByText("24 hours left").waitFor();
    await page.getByRole("button", { name: "Copy the link to the receipt" }).waitFor();
    expect(await page.getByRole("button", { name: "Ask for erasure" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Cancel it" }).click();
    await page.getByText("Cancelled. Nothing of it is done.").waitFor();
    await page.getByRole("heading", { name: "Nothing is under way" }).waitFor();
    expect(await page.getByRole("button", { name: "Ask for erasure" }).isEnabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Copy the link to the receipt" }).count()).toBe(0);
  });

  it("erases a part: says what a time or a source would take, and what stays, before it is asked for", async () => {
    await page.getByRole("button", { name: "Ask for erasure" }).click();
    const dialog = page.getByRole("dialog", { name: "Ask for erasure" });
    const go = dialog.getByRole("button", { name: "Ask for the erasure" });
    await dialog.getByLabel("Reason").fill("She wrote from her own address");
    await dialog.getByLabel("What of it").selectOption("What happened in a time");
    expect(await go.isDisabled()).toBe(true);
    await dialog.getByLabel("From and with").fill("2020-02-01");
    await dialog.getByLabel("To and with").fill("2020-01-01");
    await dialog.getByText("The last day is before the first.").waitFor();
    expect(await go.isDisabled()).toBe(true);
    await dialog.getByLabel("To and with").fill("2020-03-01");
    await dialog.getByText("Nothing of this person is there.").waitFor();
    const source = dialog.getByLabel("What of it").locator("option", { hasText: "What came through" });
    await dialog.getByLabel("What of it").selectOption((await source.first().getAttribute("value")) ?? "");
    const takes = dialog.getByRole("region", { name: "It takes" });
    await takes.getByText("Facts about you").waitFor();
    await takes.getByText(/Everything else stays/).waitFor();
    await go.focus();
    await page.keyboard.press("Enter");
    await page.getByText("24 hours left").waitFor();
    await page.getByText("of one source").first().waitFor();
    await page.getByRole("button", { name: "Cancel it" }).click();
    await page.getByRole("heading", { name: "Nothing is under way" }).waitFor();
  });

  it("reads the same in Swedish on a phone, the evidence as a sheet, and nothing beside the edge", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => localStorage.setItem("somlos.language", "sv"));
    for (const [tab, heading] of [
      ["permission", "0 av 1 får användas"],
      ["dial", "Vi får veta vem det är bara på några ställen"],
      ["seen", "När personen blev igenkänd, och vilka som öppnat sidan"],
      ["rights", "Inget är på gång"],
    ] as const) {
      await page.goto(`${path}?tab=${tab}`);
      await page.getByRole("heading", { name: heading }).waitFor();
      await noSidewaysScroll();
      const wide = await page
        .locator(".ps > *")
        .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
      expect(wide).toBeLessThanOrEqual(390);
    }
    await page.goto(`${path}?tab=permission`);
    await page.getByRole("button", { name: /Mejl\s*Nej/ }).click();
    const sheet = page.getByRole("dialog", { name: "Belägg" });
    await sheet.getByText("Ett nej tas aldrig bort").first().waitFor();
    await noSidewaysScroll();
    expect(studio.desk.broken).toEqual([]);
  });
});
