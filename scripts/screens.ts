// npm run screens: every screen of the studio, the customer's corner, and their important states, as pictures under .screens/: two widths, three
// languages, and dark in English. Fails on sideways scroll, missing text, a target too small for a finger, or a serious
// accessibility finding. A word after -- keeps to the places whose names begin with it, several with commas; a second word to
// views or a width, as in: npm run screens -- corner,people 1440,390.da
import { mkdir, rm } from "node:fs/promises";
import type { Browser, BrowserContext } from "playwright-core";
import { cornerIn } from "./screens/corner.ts";
import { openBrowser, openPictureHouse, type PictureHouse } from "./screens/house.ts";
import { liveIn } from "./screens/life.ts";
import { look } from "./screens/look.ts";
import { empty, inside, outside, type Place } from "./screens/places.ts";

const FOLDER = ".screens";
const LOCALES = { en: "en-GB", sv: "sv-SE", da: "da-DK" } as const;
const AT_ONCE = 2;
const wordsOf = (given: string | undefined): readonly string[] => (given ?? "").split(",");
const only = wordsOf(process.argv[2]);
const onlyViews = wordsOf(process.argv[3]);

type View = {
  readonly width: number;
  readonly language: keyof typeof LOCALES;
  readonly theme: "light" | "dark";
};
const views: readonly View[] = [1440, 390].flatMap((width): View[] => [
  ...(["en", "sv", "da"] as const).map((language): View => ({ width, language, theme: "light" })),
  { width, language: "en", theme: "dark" },
]);
const isWanted = (name: string, words: readonly string[]): boolean =>
  words.some((word) => name.startsWith(word));
const labelOf = ({ width, language, theme }: View): string =>
  `${width}.${language}${theme === "dark" ? ".dark" : ""}`;

const isSeen = (view: View): boolean =>
  onlyViews.some((word) => word === "" || word === labelOf(view) || word === String(view.width));

type Seen = { pictures: number; readonly problems: string[] };
type Cookie = Awaited<ReturnType<PictureHouse["signUp"]>>;

function openView(browser: Browser, { width, language }: View): Promise<BrowserContext> {
  const phone = width < 700;
  return browser.newContext({
    viewport: { width, height: phone ? 844 : 900 },
    locale: LOCALES[language],
    bypassCSP: true,
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: "reduce",
  });
}

type Walk = { readonly url: string; readonly cookie: Cookie; readonly places: readonly Place[] };

async function walk(browser: Browser, view: View, { url, cookie, places }: Walk, seen: Seen): Promise<void> {
  const context = await openView(browser, view);
  // A colleague's own language would win over the browser's.
  await context.addInitScript(
    ({ language, theme }) => {
      localStorage.setItem("somlos.language", language);
      localStorage.setItem("somlos.theme", theme);
    },
    { language: view.language, theme: view.theme },
  );
  const page = await context.newPage();
  const see = async (list: readonly Place[]): Promise<void> => {
    for (const place of list) {
      if (!isWanted(place.name, only) || (place.phone === true && view.width >= 700)) continue;
      seen.problems.push(...(await look(page, url, place, { folder: FOLDER, label: labelOf(view) })));
      seen.pictures += 1;
    }
  };
  await see(places.filter((place) => outside.includes(place)));
  await context.addCookies([{ ...cookie, url }]);
  await see(places.filter((place) => !outside.includes(place)));
  await context.close();
}

async function walkAll(browser: Browser, what: Walk, seen: Seen): Promise<void> {
  const left = views.filter((view) => isSeen(view));
  const line = async (): Promise<void> => {
    for (let view = left.shift(); view !== undefined; view = left.shift())
      await walk(browser, view, what, seen);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
}

/** A house of its own for some places; closed whatever happens. */
async function visit(
  browser: Browser,
  seen: Seen,
  prepare: (house: PictureHouse) => Promise<{ places: readonly Place[]; stop: () => void }>,
): Promise<void> {
  const house = await openPictureHouse();
  try {
    const cookie = await house.signUp();
    const { places, stop } = await prepare(house);
    await walkAll(browser, { url: house.url, cookie, places }, seen);
    stop();
  } finally {
    await house.close();
  }
}

const seen: Seen = { pictures: 0, problems: [] };
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
const wants = (places: readonly Place[]): boolean => places.some(({ name }) => isWanted(name, only));
const isOfCorner = (word: string): boolean => word.startsWith("corner");
try {
  if (wants(empty)) await visit(browser, seen, async () => ({ places: empty, stop: () => undefined }));
  if (only.some((word) => isOfCorner(word) || "corner".startsWith(word)))
    await visit(browser, seen, async (house) => ({ places: await cornerIn(house), stop: () => undefined }));
  if (!only.every(isOfCorner))
    await visit(browser, seen, async (house) => {
      const life = await liveIn(house);
      return { places: [...outside, ...inside(life)], stop: life.stop };
    });
} finally {
  await browser.close();
}
const failed = new Set(seen.problems.map((problem) => problem.slice(0, problem.indexOf(":"))));
for (const problem of seen.problems) console.error(problem);
console.log(`${seen.pictures} pictures in ${FOLDER}/`);
console.log(`\n${seen.pictures - failed.size} passed, ${failed.size} failed`);
process.exit(failed.size > 0 ? 1 : 0);
