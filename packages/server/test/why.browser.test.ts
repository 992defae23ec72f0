// Why somebody is one person, in a browser: seen in a picture and in words, parted after a look, and taken back.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
let n = 0;
const event = (traits: object, more: object = {}) => ({
  type: "track",
  event: "Product Viewed",
  messageId: `why-${++n}`,
  timestamp: new Date(Date.now() - 3_600_000 + n * 1000).toISOString(),
  context: { traits },
  ...more,
});
const who = async (kind: string, value: string): Promise<string> =>
  (await studio.server.ask<{ id: string }>("/api/people/lookup", { kind, value })).body.id;
const threads = () => page.getByRole("list", { name: "Identifiers" }).getByRole("listitem");
const table = () => page.getByRole("table", { name: "The claims, in the order in which they are heard" });

async function almaSaysYes(): Promise<void> {
  const asked = async <Body>(url: string, body: object): Promise<Body> =>
    (await studio.server.ask<Body>(url, body)).body;
  const { id: entityId } = await asked<{ id: string }>("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["en"], timeZone: "Europe/Stockholm" },
  });
  const purpose = { code: "news", kind: "marketing", basis: "consent", balance: null, doubleOptIn: false };
  await asked("/api/permissions/purposes", purpose);
  const text = await asked<{ id: string; hash: string }>("/api/permissions/purposes/news/texts", {
    ...{
      basis: "consent",
      language: "en",
      body: "Almvik AB may write to me. I can take it back at any time.",
    },
    ...{ scopes: ["news"], channels: ["mail"], categories: [], entityIds: [entityId] },
  });
  const { status } = await studio.server.ask("/api/permissions/grant", {
    ...{ actId: crypto.randomUUID(), identifiers: [{ kind: "email", value: "alma@post.example" }] },
    ...{ purpose: "news", channels: ["mail"], entityId, textId: text.id, textHash: text.hash },
    evidence: { place: "Malmö, till 2", how: "ticked on the tablet", active: true, concluded: true },
  });
  expect(status).toBe(200);
}

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await studio.server.send(
    [
      {
        type: "identify",
        userId: "astrid",
        traits: { name: "Astrid Lindqvist", email: "astrid@posten.example" },
      },
      event({ club_card: "97523104", phone: "+46703184409" }, { userId: "astrid" }),
      event({ email: "alma@post.example", phone: "+46703184409" }),
      event({ email: "alma@post.example" }),
      event({ phone: "+46703184409" }, { userId: "bertil" }),
      event({ club_card: "97529999" }),
    ],
    "server",
  );
  await almaSaysYes();
  await becomeOwner(studio);
  await page.goto(`${studio.base}/people/${await who("login", "astrid")}`);
  await page.getByRole("link", { name: "Why one person" }).click();
  await page.getByRole("heading", { level: 1, name: "Why Astrid Lindqvist is one person" }).waitFor();
});
afterAll(() => studio?.free());

describe("why somebody is one person", () => {
  it("shows every identifier, each claim in its order, and what was refused with its reason", async () => {
    await page.getByText("5 identifiers, 4 claims").first().waitFor();
    expect(await threads().count()).toBe(5);
    const lines = await table().getByRole("row").allTextContents();
    expect(lines).toHaveLength(5);
    expect(lines[1]).toContain("97523104");
    expect(lines[4]).toContain("alma@post.example");
    expect(await page.locator(".wy-lines > svg path").count()).toBe(9);
    await page.getByText("together they would have two logins").first().waitFor();
  });

  it("shows what would go where before two are made of one, and changes nothing by it (REC-03)", async () => {
    await page.getByRole("checkbox", { name: /alma@post\.example/ }).check();
    await page.getByRole("button", { name: "Look before" }).click();
    const goes = page.getByRole("table", { name: "What goes where" });
    await goes.waitFor();
    expect(await goes.getByRole("row", { name: /Identifiers/ }).textContent()).toMatch(/4.*1/);
    expect(await goes.getByRole("row", { name: /Moments/ }).textContent()).toMatch(/the rest.*3/); // her yes is one of them
    const holds = page.getByRole("table", { name: "What holds otherwise" });
    expect(await holds.getByRole("row", { name: /news · Mail/ }).textContent()).toBe(
      "news · MailYesNothing saidYes",
    );
    await page.getByRole("radio", { name: "Now, one person" }).check();
    expect(await page.getByText("Cut in this preview").count()).toBe(0);
    await page.getByRole("radio", { name: "After, two people" }).check();
    expect(await page.getByText("Cut in this preview").count()).toBe(1);
    expect(await who("email", "alma@post.example")).toBe(await who("login", "astrid"));
  });

  it("makes them two with a reason, and back again at once", async () => {
    expect(await page.getByRole("button", { name: "Make them two" }).isDisabled()).toBe(true);
    await page.getByLabel("Reason").fill("Mother and daughter share the number");
    await page.getByRole("button", { name: "Make them two" }).click();
    await page.getByText("They are two people now.").waitFor();
    await expect.poll(() => threads().count()).toBe(4);
    expect(await who("email", "alma@post.example")).not.toBe(await who("login", "astrid"));
    await page.getByText("Mother and daughter share the number").waitFor();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.getByText("Undone. All is as it was.").waitFor();
    await expect.poll(() => threads().count()).toBe(5);
    expect(await who("email", "alma@post.example")).toBe(await who("login", "astrid"));
  });

  it("takes one claim back, and undoes it later from the list of rulings", async () => {
    await page
      .getByRole("button", { name: /Take back what is claimed of .*alma@post\.example/ })
      .press("Enter");
    await page.getByLabel("Reason").fill("Typed wrong at the till");
    await page.getByRole("button", { name: "Take the claim back" }).click();
    await page.getByText("The claim is taken back.").waitFor();
    await expect.poll(() => threads().count()).toBe(4);
    await page.reload();
    await page.getByText("a colleague withdrew it").waitFor();
    const line = page.getByRole("listitem").filter({ hasText: "Typed wrong at the till" });
    await line.getByRole("button", { name: "Undo" }).click();
    const again = line.getByRole("table", { name: "What holds otherwise" });
    await again.getByRole("row", { name: /news · Mail/ }).waitFor();
    await line.getByLabel("Why is it undone?").fill("It was right after all");
    await line.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => threads().count()).toBe(5);
  });

  it("says why two are two, and why they cannot be one", async () => {
    await page.getByLabel("Compare or join with another").fill("bertil");
    await page.getByRole("button", { name: /bertil/ }).click();
    await page.getByText("They are two people").waitFor();
    await page.getByRole("button", { name: "Keep them apart" }).click();
    await page.getByText("Nothing moves: they are two already.").waitFor();
    await page.getByLabel("Reason").fill("Two colleagues share the phone");
    await page.locator(".wy-bar").getByRole("button", { name: "Keep them apart" }).click();
    await page.getByText("They are kept apart.").waitFor();
    await page.getByText("Two colleagues share the phone").waitFor();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.getByText("Undone. All is as it was.").waitFor();
    await page.getByLabel("Compare or join with another").fill("bertil");
    await page.getByRole("button", { name: /bertil/ }).click();
    await page.getByRole("button", { name: "Look at them as one" }).click();
    await page.getByText("Each has a login of their own").waitFor();
    await page.getByRole("button", { name: "Leave it" }).click();
    await page.getByRole("button", { name: "Choose somebody else" }).click();
  });

  it("shows the ruling that keeps two apart where they are compared, and undoes it there", async () => {
    const find = async () => {
      await page.getByLabel("Compare or join with another").fill("97529999");
      await page.getByRole("button", { name: /97529999/ }).click();
    };
    await find();
    await page.getByRole("button", { name: "Keep them apart" }).click();
    await page.getByLabel("Reason").fill("The card is her sister's");
    await page.locator(".wy-bar").getByRole("button", { name: "Keep them apart" }).click();
    await page.getByText("They are kept apart.").waitFor();
    await find();
    const beside = page.locator(".wy-other");
    await beside.getByText("a colleague ruled that they are not one person").waitFor();
    await beside.getByText("The card is her sister's").waitFor();
    await beside.getByRole("button", { name: "Undo" }).click();
    await beside.getByLabel("Why is it undone?").fill("It is hers");
    await beside.getByRole("button", { name: "Undo" }).click();
    await beside.getByText("nothing says that they belong together").waitFor();
    await beside.getByRole("button", { name: "Choose somebody else" }).click();
  });

  it("makes one of two after a look", async () => {
    await page.getByLabel("Compare or join with another").fill("97529999");
    await page.getByRole("button", { name: /97529999/ }).click();
    await page.getByText("nothing says that they belong together").waitFor();
    await page.getByRole("button", { name: "Look at them as one" }).click();
    await page.getByRole("radio", { name: "After, one person" }).waitFor();
    expect(await threads().count()).toBe(6);
    await page.getByLabel("Reason").fill("She showed both cards");
    await page.getByRole("button", { name: "Make them one" }).click();
    await page.getByText("They are one person now.").waitFor();
    expect(await who("club_card", "97529999")).toBe(await who("login", "astrid"));
  });

  it("tells the same in words on a phone, with nothing beside the edge", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.locator(".wy-lines").isVisible()).toBe(false);
    expect(await threads().count()).toBe(6);
    expect(await table().getByRole("row").count()).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(studio.desk.broken).toEqual([]);
  });
});
