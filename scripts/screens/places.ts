// Every screen and its important states: an address, and what is pressed there. Nothing here depends on a language.
import type { Page } from "playwright-core";
import type { Life } from "./life.ts";

export type Place = {
  readonly name: string;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
  readonly after?: () => Promise<void>;
  /** Only below 700 pixels. */
  readonly phone?: boolean;
};

const press =
  (...selectors: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const selector of selectors) await page.locator(selector).first().click();
  };

/** In front of the door. */
export const outside: readonly Place[] = [
  { name: "sign-in", path: "/sign-in" },
  {
    name: "sign-in-forgot",
    path: "/sign-in",
    act: press("form .mantine-Button-root[data-variant=subtle]"),
  },
  { name: "set-up-over", path: "/set-up#a-link-that-is-long-over-and-dead" },
  { name: "reset-over", path: "/reset#abc" },
];

/** A house in which nothing has happened yet. */
export const empty: readonly Place[] = [
  { name: "empty-today", path: "/today" },
  { name: "empty-live", path: "/live" },
  { name: "empty-parked", path: "/live/parked" },
  { name: "empty-people", path: "/people" },
  { name: "empty-review", path: "/review" },
  { name: "empty-hubs", path: "/hubs" },
  { name: "empty-imports", path: "/imports" },
  { name: "empty-mail", path: "/mail" },
  { name: "empty-entities", path: "/settings/entities" },
  { name: "empty-stores", path: "/settings/stores" },
  { name: "empty-schemas", path: "/sources/1?tab=schemas" },
  { name: "empty-listen", path: "/sources/1?tab=listen" },
  { name: "empty-volume", path: "/volume" },
  { name: "empty-permission", path: "/permissions" },
  { name: "empty-permission-import", path: "/permissions/import" },
  { name: "empty-recognition", path: "/permissions/recognition" },
  { name: "empty-goods", path: "/goods" },
  { name: "empty-stock", path: "/goods/stock" },
  { name: "empty-differences", path: "/goods/differences" },
  { name: "empty-feeds", path: "/goods/feeds" },
];

const flow = (life: Life): Place[] => [
  { name: "today", path: "/today" },
  { name: "finder", path: "/today", act: (page) => page.keyboard.press("Control+k") },
  { name: "more", path: "/today", act: press(".tabs button"), phone: true },
  { name: "live", path: "/live" },
  { name: "live-trace", path: "/live?event=scanned-lamp" },
  { name: "live-nothing-fits", path: "/live?q=no-such-event" },
  { name: "parked", path: "/live/parked" },
  { name: "parked-one", path: `/live/parked?id=${life.parked}` },
  { name: "people", path: "/people" },
  { name: "people-none", path: "/people?q=nobody-like-this" },
  { name: "person", path: `/people/${life.person}` },
  {
    name: "person-household",
    path: `/people/${life.person}`,
    act: (page) => page.locator(".household-one").scrollIntoViewIfNeeded(),
  },
  {
    name: "person-correct",
    path: `/people/${life.person}`,
    act: press(".fact-line", ".fact-acts .mantine-Button-root"),
  },
  { name: "person-add-fact", path: `/people/${life.person}`, act: press(".fact-add") },
  { name: "person-permission", path: `/people/${life.person}?tab=permission` },
  {
    name: "person-wishes",
    path: `/people/${life.person}?tab=permission`,
    act: press("[aria-labelledby=pp-finding] .chip:nth-child(2)"),
  },
  {
    name: "person-wish",
    path: `/people/${life.person}?tab=permission`,
    act: press("[aria-labelledby=pp-finding] .chip:nth-child(2)", ".ps-lead ~ div > .mantine-Button-root"),
  },
  {
    name: "person-evidence",
    path: `/people/${life.person}?tab=permission`,
    act: press(".pp-line"),
  },
  {
    name: "person-history",
    path: `/people/${life.person}?tab=permission`,
    act: press("[aria-labelledby=pp-finding] .chip:nth-child(3)"),
  },
  {
    name: "person-yes",
    path: `/people/${life.person}?tab=permission`,
    act: press(".pp-acts .mantine-Button-root[data-variant=filled]"),
  },
  {
    name: "person-no",
    path: `/people/${life.person}?tab=permission`,
    act: press(".pp-acts .mantine-Button-root"),
  },
  { name: "person-dial", path: `/people/${life.person}?tab=dial` },
  { name: "person-dial-turn", path: `/people/${life.person}?tab=dial`, act: press("button.pd-line") },
  { name: "person-seen", path: `/people/${life.person}?tab=seen` },
  { name: "person-rights", path: `/people/${life.person}?tab=rights` },
  {
    name: "person-rights-ask",
    path: `/people/${life.person}?tab=rights`,
    act: press(".pr-acts article:last-child .mantine-Button-root"),
  },
  {
    name: "person-rights-part",
    path: `/people/${life.person}?tab=rights`,
    act: async (page) => {
      await page.locator(".pr-acts article:last-child .mantine-Button-root").click();
      await page.locator("[role=dialog] select").selectOption("span");
      const days = page.locator("[role=dialog] input[type=date]");
      await days.first().fill("2020-01-01");
      await days.last().fill("2030-01-01");
      await page.locator(".pr-foresight li").first().waitFor();
    },
  },
  { name: "why", path: `/people/${life.person}/why` },
  {
    name: "why-split",
    path: `/people/${life.person}/why`,
    act: press(".wy-ids input", ".wy-chosen .mantine-Button-root"),
  },
  {
    name: "why-withdraw",
    path: `/people/${life.person}/why`,
    act: press(".wy-back .mantine-Button-root"),
  },
  { name: "review", path: "/review" },
  { name: "review-one", path: `/review?id=${life.match}` },
  { name: "hubs", path: "/hubs" },
  { name: "hub", path: `/hubs?id=${life.hub}` },
  { name: "hub-one-person", path: `/hubs?id=${life.hub}`, act: press("input[value=one_person]") },
  { name: "hub-blocked", path: `/hubs?id=${life.hub}`, act: press("input[value=blocked]") },
  { name: "hubs-ruled", path: "/hubs?standing=ruled" },
  { name: "rules", path: "/rules" },
  { name: "rules-trial", path: "/rules", act: (page) => page.locator(".ru-changes").waitFor() },
  { name: "rules-form", path: "/rules", act: press(".ru-title .mantine-Button-root") },
];

const ground = (life: Life): Place[] => [
  { name: "sources", path: "/sources" },
  { name: "source-new", path: "/sources", act: press(".mantine-Button-root[data-variant=filled]") },
  { name: "source", path: "/sources/1" },
  { name: "source-change", path: "/sources/1", act: press(".so-head .mantine-Button-root") },
  { name: "source-new-key", path: "/sources/1", act: press(".kys-head .mantine-Button-root") },
  { name: "source-schemas", path: "/sources/1?tab=schemas" },
  { name: "schema-editor", path: "/sources/1?tab=schemas", act: press(".sc .mantine-Button-root") },
  {
    name: "schema-versions",
    path: "/sources/1?tab=schemas",
    act: press(".sc .mantine-Button-root:last-child", ".vs:nth-child(2) button"),
  },
  { name: "source-listen", path: "/sources/1?tab=listen" },
  { name: "source-heard", path: "/sources/1?tab=listen", act: press(".lns button") },
  { name: "imports", path: "/imports" },
  { name: "import-columns", path: `/imports/${life.imports.columns}` },
  { name: "import-trial", path: `/imports/${life.imports.trial}` },
  { name: "import-paused", path: `/imports/${life.imports.paused}` },
  {
    name: "import-running",
    path: `/imports/${life.imports.paused}`,
    act: async (page) => {
      await life.resume();
      await page.reload();
    },
    after: life.pause,
  },
  { name: "import-refused", path: `/imports/${life.imports.result}` },
  { name: "mail", path: "/mail" },
  { name: "mail-one", path: `/mail?id=${life.mail}` },
];

const permission: readonly Place[] = [
  { name: "permission-policies", path: "/permissions/policies" },
  { name: "permission-decide", path: "/permissions/policies", act: press(".gd-send") },
  { name: "permission", path: "/permissions" },
  { name: "permission-new", path: "/permissions", act: press(".pm-head .mantine-Button-root") },
  { name: "permission-words", path: "/permissions/purposes/news" },
  {
    name: "permission-publish",
    path: "/permissions/purposes/news",
    act: press(".pm-head .mantine-Button-root"),
  },
  { name: "permission-no-words", path: "/permissions/purposes/order_updates" },
  { name: "permission-reach", path: "/permissions/reach" },
  { name: "permission-withdrawals", path: "/permissions/withdrawals" },
  { name: "permission-registers", path: "/permissions/registers" },
  {
    name: "permission-take",
    path: "/permissions/registers",
    act: press(".gd-send"),
  },
  { name: "permission-import", path: "/permissions/import", act: press(".pm-take summary") },
  { name: "permission-recognition", path: "/permissions/recognition" },
  { name: "permission-topics", path: "/permissions/topics" },
  { name: "permission-looks", path: "/permissions/looks" },
];

const goods: readonly Place[] = [
  { name: "goods", path: "/goods" },
  { name: "goods-nothing", path: "/goods?q=zzzz" },
  { name: "goods-product", path: "/goods/products/L-100" },
  { name: "goods-stock", path: "/goods/stock?at=malmo" },
  { name: "goods-short", path: "/goods/stock?at=malmo&view=short" },
  { name: "goods-differences", path: "/goods/differences?state=young" },
  { name: "goods-differences-explained", path: "/goods/differences?state=explained" },
  {
    name: "goods-differences-owners",
    path: "/goods/differences?state=young",
    act: press(".pm-head .mantine-Button-root"),
  },
  {
    name: "goods-differences-explain",
    path: "/goods/differences?state=young",
    act: press(".pm-act .mantine-Button-root"),
  },
  { name: "goods-feeds", path: "/goods/feeds" },
  { name: "goods-feed-new", path: "/goods/feeds", act: press(".pm-head .mantine-Button-root") },
  {
    name: "goods-feed-fetch",
    path: "/goods/feeds",
    act: press(".pm-head .mantine-Button-root", ".dlg .ff-pick >> nth=1"),
  },
  { name: "goods-feed-send", path: "/goods/feeds", act: press(".gd-send") },
  { name: "goods-refused", path: "/goods/feeds", act: press("td button.link") },
];

const house = (life: Life): Place[] => [
  { name: "staff", path: "/staff" },
  { name: "staff-new", path: "/staff?id=new" },
  { name: "staff-one", path: `/staff?id=${life.colleague}` },
  { name: "audit", path: "/audit" },
  { name: "audit-none", path: "/audit?from=2020-01-01&to=2020-01-02" },
  { name: "volume", path: "/volume" },
  { name: "volume-change", path: "/volume", act: press(".vk .mantine-Button-root") },
  { name: "settings", path: "/settings" },
  { name: "entities", path: "/settings/entities" },
  { name: "entity", path: `/settings/entities?id=${life.entity}` },
  { name: "entity-new", path: "/settings/entities?id=new" },
  { name: "stores", path: "/settings/stores" },
  { name: "stores-map", path: "/settings/stores?view=map", act: press(".mp-choose >> nth=1") },
  {
    name: "stores-map-near",
    path: "/settings/stores?view=map",
    act: press(
      ".mp-choose >> nth=2",
      ".mp-tools button",
      ".mp-tools button",
      ".mp-tools button",
      ".mp-tools button",
    ),
  },
  { name: "store", path: `/settings/stores/${life.store}` },
  { name: "account", path: "/account" },
  { name: "nowhere", path: "/nowhere" },
];

export const inside = (life: Life): readonly Place[] => [
  ...flow(life),
  ...ground(life),
  ...permission,
  ...goods,
  ...house(life),
];
