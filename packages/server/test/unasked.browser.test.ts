// What we do without asking, in a real browser: a customer reads why, ends it with one touch, and takes the no back.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings, sideways } from "./browser.ts";
import { enterCorner } from "./corner-desk.ts";
import { openStudio, type Studio } from "./studio-desk.ts";

const MAIL = "eva@exempel.se";
const WEIGHED = "Fraud costs all of our customers. We look at the order only, and a person decides.";
let studio: Studio;
let page: Page;
const pane = () => page.getByRole("region", { name: "What we do without asking" });
const told = (state: RegExp) => pane().getByText(state);

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  const { server } = studio;
  await studio.setUpLink(); // by then the pages are built
  const well = async (url: string, body: object) => expect((await server.ask(url, body)).status).toBe(200);
  await well("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["en"], timeZone: "Europe/Stockholm" },
  });
  const interest = { basis: "legitimate_interest", balance: WEIGHED, doubleOptIn: false };
  await well("/api/permissions/purposes", { code: "fraud_check", kind: "service", ...interest });
  await server.send(
    [{ type: "identify", userId: "eva", traits: { email: MAIL, firstName: "Eva" } }],
    "server",
  );
});
afterAll(() => studio?.free());

it("REC-16: it says why, a touch ends it and another takes it up, by the keyboard and on a phone", async () => {
  await enterCorner(page, studio.server, studio.base, MAIL);
  await told(/Fraud costs all of our customers/).waitFor();
  const turn = pane().getByRole("switch", { name: "To serve you and keep you safe" });
  expect(
    await pane()
      .getByText(/consent/i)
      .count(),
  ).toBe(0); // it is none
  await turn.press("Enter");
  await told(/^you said no/).waitFor();
  expect(await turn.getAttribute("aria-checked")).toBe("false");
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  await turn.press("Enter");
  await told(/^we do it/).waitFor();
  expect(await turn.getAttribute("aria-checked")).toBe("true");
  expect(studio.desk.broken).toEqual([]);
});
