// A household for the pictures: three in it, some things shared each way, one that rests, an invitation that is open.
import { randomUUID } from "node:crypto";
import type { Households } from "@somlos/contract/rooms/households";
import type { Page } from "playwright-core";
import type { PictureHouse } from "./house.ts";
import type { Place } from "./places.ts";
import { identityTokenFor } from "./word.ts";

const CHILD = "moa-of-the-corner";
const OTHER = "henrik-of-the-corner";

/** Somebody at the doors of their corner. */
async function enter(house: PictureHouse, userId: string) {
  const headers = { "content-type": "application/json", origin: house.url };
  const identityToken = await identityTokenFor(house, userId);
  const entered = await fetch(`${house.url}/v1/me/sign-in/token`, {
    ...{ method: "POST", headers, body: JSON.stringify({ identityToken }) },
  });
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return async (method: string, path: string, body: object = {}): Promise<Households> => {
    const answer = await fetch(`${house.url}/v1/me/${path}`, {
      ...{ method, headers: { ...headers, cookie } },
      ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Households;
  };
}

/** Answers the code of an invitation that is open. */
export async function householdIn(house: PictureHouse, her: string): Promise<string> {
  await house.send([
    { type: "identify", userId: OTHER, traits: { firstName: "Henrik", shoe_size: 44, jacketSize: "L" } },
    { type: "identify", userId: CHILD, traits: { firstName: "Moa", shoe_size: 33 } },
    { type: "track", event: "Order Completed", context: { traits: { phone: "+46701234567" } } },
  ]);
  const [astrid, henrik, moa] = [
    await enter(house, her),
    await enter(house, OTHER),
    await enter(house, CHILD),
  ];
  const id = randomUUID();
  await astrid("PUT", `households/${id}`, { name: "Storgatan 4", called: "Astrid" });
  const invite = async (): Promise<string> => {
    const invitationId = randomUUID();
    const { items } = await astrid("PUT", `household-invitations/${invitationId}`, { householdId: id });
    return items[0]?.invitations.find((one) => one.id === invitationId)?.code ?? "";
  };
  await henrik("POST", "household-invitations/accept", { code: await invite(), called: "Henrik" });
  await moa("POST", "household-invitations/accept", { code: await invite(), called: "Moa" });
  const code = await invite();
  const idOf = async (ask: typeof astrid, called: string): Promise<string> =>
    (await ask("GET", "households")).items[0]?.members.find((one) => one.called === called)?.id ?? "";
  const share = async (ask: typeof astrid, called: string, kind: string) =>
    ask("PUT", `household-members/${await idOf(ask, called)}/shares/${kind}`);
  await share(astrid, "Henrik", "sizes");
  await share(astrid, "Moa", "looked");
  await share(henrik, "Astrid", "sizes");
  await share(henrik, "Astrid", "screen_name");
  await henrik("GET", `household-members/${await idOf(henrik, "Astrid")}/shares/sizes`);
  // Another address becomes hers: what she said before rests, what she says after it does not.
  await house.send([{ type: "identify", userId: her, traits: { email: "astrid@byran.example" } }]);
  await share(astrid, "Henrik", "sizes");
  return code;
}

type Inside = (...presses: readonly string[]) => (page: Page) => Promise<void>;

const show =
  (act: (page: Page) => Promise<void>, selector: string) =>
  async (page: Page): Promise<void> => {
    await act(page);
    await page.locator(selector).first().waitFor();
    await page.locator(".household-pane").scrollIntoViewIfNeeded();
  };

export const householdPlaces = (url: string, code: string, inside: Inside): readonly Place[] => [
  { name: "corner-household", path: "/corner", act: show(inside(), ".member") },
  {
    name: "corner-household-seen",
    path: "/corner",
    act: show(inside(".member-sees > .line-act", ".shown .line-act", ".shown-log summary"), ".shown-lines"),
  },
  {
    name: "corner-household-invite",
    path: "/corner",
    act: show(inside(".invite > .button"), ".invite-mail"),
  },
  {
    name: "corner-household-leave",
    path: "/corner",
    act: show(inside(".home-head > .line-act"), ".sure"),
  },
  {
    name: "corner-household-make",
    path: "/corner",
    act: show(inside(".household-pane > .household-acts .button"), ".household-form"),
  },
  { name: "corner-screen", path: "/corner", act: inside(".this-screen-others .button") },
  {
    name: "corner-invited",
    path: "/corner",
    act: async (page) => {
      await inside()(page);
      await page.goto("about:blank");
      await page.goto(`${url}/corner/household#${code}`);
      await page.locator(".household-form .button-main").click();
      await page.locator(".household-form input").waitFor();
    },
  },
];
