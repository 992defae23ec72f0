// REC-16 in a real browser: she says in her corner how often and when, by the keyboard, and takes it back; the next message asks.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings, sideways } from "./browser.ts";
import { enterCorner } from "./corner-desk.ts";
import { openStudio, type Studio } from "./studio-desk.ts";

const MAIL = "astrid@exempel.se";
let studio: Studio;
let page: Page;
type History = { history: { name: string; by: string }[] };

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  const { server } = studio;
  await server.send(
    [{ type: "identify", userId: "astrid", traits: { email: MAIL, firstName: "Astrid" } }],
    "server",
  );
  for (const [code, en] of [
    ["lamps", "Lamps"],
    ["outdoors", "Outdoors and camping"],
  ] as const)
    await asStaff(`/api/permissions/topics/${code}`, { names: { en, sv: en, da: en }, open: true });
  await enterCorner(page, server, studio.base, MAIL);
});
afterAll(() => studio?.free());

/** A colleague puts. */
const asStaff = (path: string, body: object) =>
  fetch(`${studio.base}${path}`, {
    method: "PUT",
    headers: {
      authorization: `Bearer ${studio.server.adminToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });
const pane = () => page.getByRole("region", { name: "How often and when" });
const wishes = () =>
  page.evaluate(async () => (await (await fetch("/v1/me/wishes")).json()) as unknown) as Promise<
    History & { hours: object[]; most: object[]; pausedUntil: string | null; words: object[] }
  >;

describe("REC-16, how often and when, in Astrid's own browser", () => {
  it("paused for thirty days in one touch, and undone in one", async () => {
    await pane().getByRole("button", { name: "Pause everything for 30 days" }).press("Enter");
    await pane()
      .getByText(/^Nothing comes until/)
      .waitFor();
    expect((await wishes()).pausedUntil).not.toBeNull();
    await pane().getByRole("button", { name: "Undo" }).press("Enter");
    await pane().getByText("As it was before.").waitFor();
    expect((await wishes()).pausedUntil).toBeNull();
  });

  it("quiet hours with a switch, then other hours without Sundays, by the keyboard", async () => {
    const quiet = pane().getByRole("switch", { name: "Quiet hours" });
    await quiet.press("Space");
    await pane()
      .getByText(/^21:00 to 08:00, every day/)
      .waitFor();
    await pane().getByRole("button", { name: "Change" }).press("Enter");
    await pane().getByLabel("From", { exact: true }).fill("22:30");
    await pane().getByRole("button", { name: "Sunday" }).press("Space");
    await pane().getByRole("button", { name: "Save" }).press("Enter");
    await pane()
      .getByText(/^22:30 to 08:00, Mon, Tue, Wed, Thu, Fri, Sat/)
      .waitFor();
    await expect
      .poll(async () => (await wishes()).hours)
      .toMatchObject([{ from: "22:30", to: "08:00", days: [1, 2, 3, 4, 5, 6] }]);
  });

  it("twice in seven days, a word of her own, and all of it still there after she came back", async () => {
    await pane().getByLabel("At most: In all").selectOption("2 in 7 days");
    await pane().getByText("0 of 2 so far").waitFor();
    await pane().getByLabel("In your own words").fill("  Old  Lamps ");
    await page.keyboard.press("Enter");
    await pane().getByRole("button", { name: "Take away old lamps" }).waitFor();
    const no = { name: "No thanks: Lamps" };
    await pane().getByRole("button", no).press("Space");
    await pane()
      .getByRole("button", { ...no, pressed: true })
      .waitFor();
    await page.reload();
    await pane().getByText("0 of 2 so far").waitFor();
    expect((await wishes()).words).toEqual([{ word: "old lamps", stance: "chosen" }]);
    await pane().getByText("What was changed", { exact: true }).click();
    await pane()
      .getByText(/^Own word: old lamps/)
      .waitFor();
  });

  it("rewards say honestly that nothing is counted, and the pane is sound on phone and desk, in three languages", async () => {
    await page.getByText("There is no programme with points or rewards here yet").waitFor();
    for (const language of ["Svenska", "Dansk", "English"])
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.getByRole("button", { name: language }).click();
        expect(await seriousFindings(page)).toEqual([]);
        expect(await sideways(page)).toBe(0);
      }
    expect(studio.desk.broken).toEqual([]);
  });

  it("the colleague on the phone sees the same, and what she changes is told as a colleague's", async () => {
    const found = await studio.server.ask<{ id: string }>("/api/people/lookup", {
      kind: "email",
      value: MAIL,
    });
    const seen = await studio.server.ask<History>(`/api/people/${found.body.id}/wishes`);
    expect(seen.body.history.every(({ by }) => by === "person")).toBe(true);
    expect(seen.body.history).toEqual((await wishes()).history);
    const said = { actId: crypto.randomUUID(), topics: { outdoors: "chosen" } };
    expect((await asStaff(`/api/people/${found.body.id}/wishes`, said)).status).toBe(200);
    await page.reload();
    const yes = { name: "Yes please: Outdoors and camping", pressed: true };
    await pane().getByRole("button", yes).waitFor();
    await pane().getByText("What was changed", { exact: true }).click();
    await pane().getByText("a colleague of ours").waitFor();
  });
});
