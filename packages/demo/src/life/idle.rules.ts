// Visits without a plan: somebody looks in, most of them never say who they are. And the letter of the week.
import { dayOf, isWeekend, momentOf, weekdayOf } from "../calendar.rules.ts";
import { categories, lineOf, productsOf } from "../catalog.rules.ts";
import { siteOf } from "../chain.rules.ts";
import { type Chance, chanceOf } from "../chance.rules.ts";
import { isMember, type Person } from "../people.rules.ts";
import { inTheEvening, inTheStore, someTime } from "./moments.rules.ts";
import { type Part, tongueOf } from "./part.rules.ts";
import { inTown, type Scene, said } from "./scene.rules.ts";
import { app, browser, machine, type Screen } from "./way.rules.ts";
import { lookAt, signIn, signOut } from "./web-parts.rules.ts";

/** Looks around on a screen; on the shared tablet signs in, and out again or not. */
function lookAround(scene: Scene, person: Person, screen: Screen | "app"): void {
  const inApp = screen === "app";
  const category = scene.chance.pick(categories);
  const tongue = tongueOf(person);
  const login = screen === "tablet" && scene.chance.yes(0.5) ? signIn(scene, person, screen) : undefined;
  scene.go(inApp ? app(person, scene.at) : browser(person, inApp ? "phone" : screen, login)).wait(1, 5);
  if (inApp) scene.screen("Start");
  else scene.page("Almvik", siteOf(person.country));
  if (scene.chance.yes(0.3))
    scene.wait(4, 20).track("Products Searched", { query: category.name[tongue].toLowerCase() });
  const seen = scene.chance.some(productsOf(category), scene.chance.whole(1, 3));
  const who = isMember(person, scene.at) ? person.firstName : "Somebody";
  seen.forEach((product, i) => {
    const told = i === 0 ? `${who} ${inTown(person)} looks around: ${product.name.en}` : undefined;
    lookAt(scene.wait(10, 90), person, { product, variant: undefined }, inApp, told);
  });
  if (login !== undefined && scene.chance.yes(person.habits.signsOut)) signOut(scene, person, "tablet");
}

/** Walks through the store with the app and buys nothing. */
function strollsBy(scene: Scene, person: Person): void {
  const { store } = person;
  if (store === undefined) return;
  const product = scene.chance.pick(productsOf(scene.chance.pick(categories)));
  scene.track("Store Entered", { method: "app" }).wait(120, 900);
  scene.track(
    "Product Scanned",
    lineOf(product, person.country),
    said(person, `in ${store.city}`, `scans the ${product.name.en} at the shelf`),
  );
}

function screenFor(chance: Chance, person: Person, inApp: boolean): Screen | "app" {
  if (inApp && chance.yes(0.6)) return "app";
  if (person.devices.tablet !== undefined && chance.yes(0.5)) return "tablet";
  return chance.yes(0.5) ? "laptop" : "phone";
}

/** What a person does on a day without a plan. */
export function idleOn(seed: number, person: Person, day: number): Part | undefined {
  const chance = chanceOf(seed, "idle", person.index, day);
  if (!chance.yes(person.habits.idle)) return undefined;
  const inApp = person.standing === "app" && isMember(person, momentOf(day, 0));
  if (inApp && person.store !== undefined && isWeekend(day) && chance.yes(0.25)) {
    const at = inTheStore(chance, person, person.store, momentOf(day, 0));
    if (dayOf(at) === day)
      return { at, way: app(person, at, person.store), play: (scene) => strollsBy(scene, person) };
  }
  const screen = screenFor(chance, person, inApp);
  const at = screen === "tablet" ? inTheEvening(chance, person, day, true) : someTime(chance, person, day);
  const way = screen === "app" ? app(person, at) : browser(person, screen);
  return { at, way, play: (scene) => lookAround(scene, person, screen) };
}

const LETTER_DAY = 4; // Thursday
const SUBJECTS = {
  sv: [
    "Hösten flyttar in",
    "Lampor för mörka kvällar",
    "Torr hela vägen till skolan",
    "Nytt för köket",
    "Helg ute",
  ],
  da: [
    "Efteråret flytter ind",
    "Lamper til mørke aftener",
    "Tør hele vejen til skole",
    "Nyt til køkkenet",
    "Weekend ude",
  ],
} as const;

/** The letter of the week, to members who want mail. */
export function letterOn(seed: number, person: Person, day: number): Part | undefined {
  const sent = momentOf(day, 9 * 60 + 30) + (person.index % 1800) * 1000;
  if (weekdayOf(day) !== LETTER_DAY || !isMember(person, sent) || !person.habits.wantsMail) return undefined;
  if (!chanceOf(seed, "letter", person.index, day).yes(0.5)) return undefined;
  const subjects = SUBJECTS[tongueOf(person)];
  const subject = subjects[Math.floor(day / 7) % subjects.length] ?? subjects[0];
  const letter = { email_id: `letter-${day}`, campaign: `letter-${day}`, subject };
  return {
    at: sent,
    way: machine(person, "mail", { email: person.email }),
    play(scene) {
      scene.track("Email Delivered", letter);
      if (!scene.chance.yes(person.habits.opensMail)) return;
      scene
        .wait(200, 9000)
        .track("Email Opened", letter, said(person, inTown(person), `opens the letter of the week`));
    },
  };
}
