// J27 in a real browser: Anna goes into her corner by the link in her mail and turns the dial; then she shops.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings, sideways } from "./browser.ts";
import { codeInMail, linkInMail } from "./corner-desk.ts";
import { openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
const MAIL = "anna@exempel.se";
const OTHER = "anna@jobbet.example";
const CARD = "7751240099";
/** An address of a few days proves nothing yet. */
const LAST_MONTH = new Date(Date.now() - 30 * 86_400_000).toISOString();
let sent = 0;

/** One view of a product, told by our own systems; whether it stands in the log with its person. */
async function views(channel: string, who: object, properties: object = {}): Promise<boolean> {
  const messageId = `corner-${++sent}`;
  const event = {
    type: "track",
    event: "Product Viewed",
    messageId,
    ...who,
    properties,
    context: { channel },
  };
  expect((await studio.server.send([event], "server")).body).toMatchObject({ accepted: 1 });
  return (await studio.server.ask(`/api/events/${messageId}/trace`)).status === 200;
}

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  const traits = { email: MAIL, club_card: CARD, firstName: "Anna" };
  await studio.server.send([{ type: "identify", userId: "anna", traits }], "server");
  await studio.server.send(
    [{ type: "identify", userId: "anna", traits: { email: OTHER, city: "Malmö" }, timestamp: LAST_MONTH }],
    "server",
  );
});
afterAll(() => studio?.free());

const radio = (name: string) => page.getByRole("radio", { name });

describe("J27, anonymous today, in Anna's own browser", () => {
  it("she goes in by the link in her mail; opening the page alone uses nothing up", async () => {
    await page.goto(`${studio.base}/corner`);
    await page.getByLabel("E-mail").fill(MAIL);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByText("Look in your mail").waitFor();
    const link = await linkInMail(studio.server, MAIL);
    for (let i = 0; i < 2; i++) {
      await page.goto("about:blank");
      await page.goto(`${studio.base}${link}`);
      await page.getByRole("button", { name: "Open it here" }).waitFor();
    }
    await page.getByRole("button", { name: "Open it here" }).click();
    await page.getByRole("heading", { name: "When may we know that it is you?" }).waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: "/corner", hash: "" });
  });

  it("she turns the store to never, by the keyboard, and the page says that it holds", async () => {
    await page.getByRole("button", { name: /^Store/ }).click();
    await radio("Always").focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowLeft");
    await expect.poll(() => radio("Never").isChecked()).toBe(true);
    await page.getByText("In force everywhere.").waitFor();
    await page.getByText("In the store we do not know who you are.").waitFor();
    await page.reload();
    await expect.poll(() => radio("Never").isChecked()).toBe(true);
  });

  it("then she shops in the store with her club card, and no identity is stored; the web is unchanged", async () => {
    expect(await views("store", {}, { club_card: CARD, product_id: "lamp" })).toBe(false);
    expect(await views("till", { userId: "anna" }, { product_id: "lamp" })).toBe(false);
    expect(await views("web", { userId: "anna" }, { product_id: "lamp" })).toBe(true);
  });

  it("the corner has no serious accessibility finding and does not scroll sideways on a phone, in three languages", async () => {
    for (const language of ["Svenska", "Dansk", "English"])
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.getByRole("button", { name: language }).click();
        expect(await seriousFindings(page)).toEqual([]);
        expect(await sideways(page)).toBe(0);
      }
  });

  it("REC-06: she reads who has looked, and puts right what we believe of her", async () => {
    const found = await studio.server.ask<{ id: string }>("/api/people/lookup", {
      kind: "email",
      value: MAIL,
    });
    await studio.server.ask(`/api/people/${found.body.id}`);
    await page.reload();
    await page.getByText("One of our systems").first().waitFor();
    await page.getByText("looked you up, opened your page").waitFor();
    expect(await page.getByText("One of our systems").count()).toBe(1);
    await page.getByRole("button", { name: "Not right: First name: Anna" }).click();
    await page.getByLabel("What is right?").fill("Annika");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Hello Annika" }).waitFor();
    await page.getByText("you said so").waitFor();
  });

  it("what concerns everything is not had by the link in the mail alone", async () => {
    await page.getByRole("button", { name: "Take it all out" }).click();
    await page.getByText("Show once more that it is you").waitFor();
    await page.getByRole("button", { name: "Forget me" }).click();
    await page.getByRole("button", { name: "Yes, forget me" }).click();
    await page.getByText("Show once more that it is you").waitFor();
    const { body } = await studio.server.ask<{ items: object[] }>(
      `/api/people/${(await studio.server.ask<{ id: string }>("/api/people/lookup", { kind: "email", value: MAIL })).body.id}/rights`,
    );
    expect(body.items).toEqual([]);
  });

  it("she reads by what we know her, with where it is from, and has a card taken away that is not hers", async () => {
    await page.getByRole("button", { name: "Svenska" }).click();
    await page.getByText("Ort: Malmö").waitFor();
    await page.getByRole("button", { name: "English" }).click();
    const list = page.getByRole("region", { name: "Your addresses and numbers" });
    await expect
      .poll(() => list.getByRole("listitem").allInnerTexts())
      .toEqual([
        expect.stringMatching(/^Login: anna\nfrom .+, known since /),
        expect.stringMatching(/^E-mail: anna@jobbet\.example\nfrom .+, known since /),
        expect.stringMatching(/^E-mail: anna@exempel\.se\nfrom .+, known since /),
        expect.stringMatching(/^Club card: 7751240099\nfrom .+, known since /),
      ]);
    await page.getByRole("button", { name: "Not right: Club card: 7751240099" }).click();
    await page.getByRole("button", { name: "Take it away Club card: 7751240099" }).click();
    await list.getByRole("button", { name: /^Send a code to/ }).click();
    await list.getByLabel("Code").fill(await codeInMail(studio.server, OTHER));
    await list.getByRole("button", { name: "Confirm" }).click();
    await list.getByText("It is taken away in 24 hours").waitFor();
    await page.getByText("One address or number to be taken away").waitFor();
    expect(await page.getByRole("button", { name: "Forget me" }).isEnabled()).toBe(true);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await seriousFindings(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    }
    await page.getByRole("button", { name: "Stop it" }).click();
    await page.getByRole("button", { name: "Not right: Club card: 7751240099" }).waitFor();
    expect(await list.getByText("It is taken away in 24 hours").count()).toBe(0);
  });

  it("she signs out, and the back button shows nothing of hers", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Send me a link" }).waitFor();
    await page.goto("about:blank");
    await page.goBack();
    await page.getByRole("button", { name: "Send me a link" }).waitFor();
    expect(await page.getByRole("radio").count()).toBe(0);
    expect(studio.desk.broken).toEqual([]);
  });
});
