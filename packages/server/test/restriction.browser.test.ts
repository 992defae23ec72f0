// LAW-28, article 18, in a real browser: she has what we know of her only kept, a colleague writes one down and lifts it, and she keeps it.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings, sideways } from "./browser.ts";
import { enterCorner } from "./corner-desk.ts";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

const MAIL = "astrid@exempel.se";
let studio: Studio;
let page: Page;
let personId: string;

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
  const { server } = studio;
  await server.send(
    [{ type: "identify", userId: "astrid", traits: { email: MAIL, firstName: "Astrid" } }],
    "server",
  );
  const { body } = await server.ask<{ id: string }>(`/api/people/lookup?kind=email&value=${MAIL}`);
  personId = body.id;
});
afterAll(() => studio?.free());

type Restrictions = { restricted: boolean; items: { state: string; ground: string }[] };
const asHerself = () =>
  page.evaluate(
    async () => (await (await fetch("/v1/me/restrictions")).json()) as unknown,
  ) as Promise<Restrictions>;
const corner = () => page.getByRole("region", { name: "Only keep it" });
const desk = () => page.getByRole("region", { name: "Restricted use" });

/** Nothing serious, and nothing wider than the screen, on a desk and in a hand. */
async function expectFit(): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await sideways(page)]).toEqual([width, 0]);
    expect([width, await seriousFindings(page)]).toEqual([width, []]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

describe("only keep it", () => {
  it("a colleague writes it down with the ground and the reason, and lifts it a day from now", async () => {
    await page.goto(`${studio.base}/people/${personId}?tab=rights`);
    await desk().getByRole("button", { name: "Write it down" }).click();
    const dialog = page.getByRole("dialog", { name: "Restricted use" });
    await dialog.getByLabel("Ground").selectOption("claim");
    await dialog.getByLabel("Reason").fill("she wrote a letter");
    await dialog.getByRole("button", { name: "Restrict it now" }).click();
    await desk().getByText("The use of what we hold about this person is restricted.").waitFor();
    await desk().getByText("They need it for a claim").waitFor();
    await expectFit();
    await desk().getByRole("button", { name: "Lift it" }).click();
    const lifting = page.getByRole("dialog", { name: "Lift it" });
    await lifting.getByLabel("Reason").fill("the claim is settled");
    await lifting.getByRole("button", { name: "Tell the person and lift it in a day" }).click();
    await desk()
      .getByText(/^Lifted .* Until then it holds/)
      .waitFor();
  });

  it("she sees it in her corner and keeps it; asks on another ground by the keyboard, and takes both back", async () => {
    await enterCorner(page, studio.server, studio.base, MAIL);
    await corner().getByText("What we know about you is only kept now.").waitFor();
    await corner().getByRole("button", { name: "Do not lift it" }).press("Enter");
    await corner().getByRole("button", { name: "Take it back" }).waitFor();
    expect(await asHerself()).toMatchObject({
      restricted: true,
      items: [{ state: "holds", ground: "claim" }],
    });
    await corner().getByLabel("Something is wrong, and you are looking into it").press("ArrowDown");
    await corner().getByRole("button", { name: "Only keep it" }).press("Enter");
    await corner().getByRole("listitem").nth(1).waitFor();
    expect((await asHerself()).items.map(({ ground }) => ground)).toEqual(["unlawful", "claim"]);
    await expectFit();
    for (const left of [1, 0]) {
      await corner().getByRole("button", { name: "Take it back" }).first().click();
      await expect.poll(() => corner().getByRole("button", { name: "Take it back" }).count()).toBe(left);
    }
    expect(await asHerself()).toMatchObject({
      restricted: false,
      items: [{ state: "lifted" }, { state: "lifted" }],
    });
  });
});
