// The story of one need, from the first glance to what came of it: parts in the order of time, each on its own channel.
import { dayOf, HOUR_MS, momentOf } from "../calendar.rules.ts";
import { deskMoment, type Store } from "../chain.rules.ts";
import { type Chance, chanceOf } from "../chance.rules.ts";
import { isMember, type Person } from "../people.rules.ts";
import * as machines from "./machine-parts.rules.ts";
import { after, daysLater, inTheEvening, inTheStore, onTheWay, someTime } from "./moments.rules.ts";
import type { Need } from "./need.rules.ts";
import type { Cast, Part } from "./part.rules.ts";
import { inTown } from "./scene.rules.ts";
import * as shop from "./store-parts.rules.ts";
import { app, browser, machine, type Screen, till } from "./way.rules.ts";
import * as web from "./web-parts.rules.ts";

type End = "store" | "web" | "collect" | "nothing";

class Story {
  readonly parts: Part[] = [];
  readonly cast: Cast;
  readonly chance: Chance;
  at: number;

  constructor(cast: Cast, chance: Chance, at: number) {
    this.cast = cast;
    this.chance = chance;
    this.at = at;
  }

  add(at: number, part: Omit<Part, "at">): this {
    this.parts.push({ ...part, at });
    this.at = Math.max(this.at, at);
    return this;
  }
}

const ADS = [
  { name: "autumn-at-home", source: "instagram", medium: "paid_social" },
  { name: "brand", source: "google", medium: "cpc" },
  { name: "friends", source: "facebook", medium: "social" },
] as const;

function screenOf(chance: Chance, person: Person): Screen {
  const { laptop, tablet } = person.devices;
  if (tablet !== undefined && chance.yes(0.4)) return "tablet";
  return laptop !== undefined && chance.yes(0.7) ? "laptop" : "phone";
}

/**
 * Where they buy. Who has no login seldom types their address on the tablet of the family, where somebody else may still
 * be signed in; those who do give the house something to think about.
 */
function buyingScreenOf(chance: Chance, person: Person): Screen {
  const screen = screenOf(chance, person);
  if (screen !== "tablet" || person.login !== undefined || chance.yes(0.06)) return screen;
  return person.devices.laptop !== undefined && chance.yes(0.6) ? "laptop" : "phone";
}

/** Where they meet it first: on the way, on the sofa, or in the store itself. */
function begin(chance: Chance, person: Person, need: Need): Story {
  const day = need.startDay;
  const way = onTheWay(chance, person, day);
  const inApp = person.standing === "app" && isMember(person, way.at) && chance.yes(0.7);
  const ride = `on the ${person.town.ride}`;
  const where = way.rides ? `${ride} ${inTown(person)}` : inTown(person);
  const cast: Cast = { person, need, met: way.rides ? `saw ${ride}` : "saw on the phone" };
  const campaign = chance.yes(0.4) ? chance.pick(ADS) : undefined;
  return new Story(cast, chance, way.at).add(way.at, {
    way: inApp ? app(person, way.at) : browser(person, "phone"),
    play: (scene) => web.glance(scene, cast, where, inApp, campaign),
  });
}

function thinkOver(story: Story): void {
  const { chance, cast } = story;
  const days = Math.max(1, Math.round(cast.need.category.days * (0.3 + chance.next() * 0.8)));
  const evenings = chance.weigh([
    [0, 2],
    [1, 4],
    [2, days > 6 ? 3 : 1],
    [3, days > 12 ? 2 : 0],
  ]);
  for (let i = 0; i < evenings; i++) {
    const screen = screenOf(chance, cast.person);
    const from = i === 0 ? story.at + HOUR_MS : daysLater(story.at, Math.ceil(days / (evenings + 1)));
    const at = after(from, (day) => inTheEvening(chance, cast.person, day, screen === "tablet"));
    story.add(at, { way: browser(cast.person, screen), play: (scene) => web.compare(scene, cast, screen) });
  }
  if (evenings === 0 && days > 2) story.at = daysLater(story.at, chance.whole(0, Math.min(4, days)));
}

function endOf(chance: Chance, person: Person): End {
  const { store, web: online, collect } = person.habits.ends;
  const tells = person.standing !== "stranger";
  return chance.weigh<End>([
    ["store", store],
    ["web", tells ? online : 0],
    ["collect", tells ? collect : 0],
    ["nothing", tells ? 1.6 : 4],
  ]);
}

/** Leaves the cart; a mail comes, if they want mails; some come back, on the web or in the store. */
function leave(story: Story, screen: Screen | "app"): "web" | "store" | "nothing" {
  const { chance, cast } = story;
  const { person } = cast;
  const at = after(story.at, (day) => someTime(chance, person, day));
  story.add(at, {
    way: screen === "app" ? app(person, at) : browser(person, screen),
    play: (scene) => void web.fillCart(scene, cast, screen, true),
  });
  const known = isMember(person, at) && person.habits.wantsMail;
  if (known) {
    story.add(momentOf(dayOf(at) + 1, chance.whole(540, 1140)), {
      way: machine(person, "mail", {}),
      play: (scene) =>
        void machines.mail(scene, cast, "left", `the ${cast.need.wanted.name.en} left in the cart`, 0.5),
    });
  }
  return chance.weigh([
    ["nothing", 5],
    ["web", known ? 5 : 2],
    ["store", person.store === undefined ? 0 : 2],
  ]);
}

function endInStore(story: Story, store: Store): void {
  const { chance, cast } = story;
  const at = inTheStore(chance, cast.person, store, story.at + 2 * HOUR_MS);
  story.add(at, {
    way: till(store, 1),
    play: (scene) => {
      shop.visit(scene, cast, store);
      shop.buyAtTill(scene, cast, store);
    },
  });
  afterwards(story, "store");
}

function endOnWeb(story: Story, screen: Screen | "app", pickUp: Store | undefined): void {
  const { chance, cast } = story;
  const { person } = cast;
  const at = after(story.at, (day) => someTime(chance, person, day));
  story.add(at, {
    way: screen === "app" ? app(person, at) : browser(person, screen),
    play: (scene) => {
      const login = web.fillCart(scene, cast, screen, false);
      web.checkOut(scene, cast, screen, login, pickUp !== undefined);
    },
  });
  const orders = machine(person, "orders", {});
  if (pickUp !== undefined) {
    const ready = momentOf(dayOf(at) + 1, chance.whole(610, 700));
    story.add(ready, { way: orders, play: (scene) => machines.readyToFetch(scene, cast) });
    const fetched = inTheStore(chance, person, pickUp, ready + HOUR_MS);
    story.add(fetched, { way: till(pickUp, 1), play: (scene) => shop.fetchOrder(scene, cast, pickUp) });
  } else {
    const sent = momentOf(dayOf(at) + 1, chance.whole(800, 1010));
    story.add(sent, { way: orders, play: (scene) => machines.ship(scene, cast) });
    const arrived = momentOf(dayOf(sent) + chance.whole(1, 3), chance.whole(600, 1180));
    story.add(arrived, { way: orders, play: (scene) => machines.deliver(scene, cast) });
  }
  afterwards(story, "web");
}

/** Questions, advice, regrets, praise. */
function afterwards(story: Story, bought: "store" | "web"): void {
  const { chance, cast } = story;
  const { person, need } = cast;
  const from = story.at;
  const known = bought === "web" || isMember(person, from);
  if (known && chance.yes(person.habits.asks)) {
    const at = deskMoment(
      daysLater(from, chance.whole(0, 4)) + chance.whole(1, 12) * HOUR_MS,
      person.country,
    );
    story.add(at + chance.whole(0, 90) * 60_000, {
      way: machine(person, "desk", {}),
      play: (scene) => machines.askDesk(scene, cast),
    });
  }
  if (known && person.habits.wantsMail)
    story.add(daysLater(from, 3) + HOUR_MS, {
      way: machine(person, "mail", {}),
      play: (scene) => void machines.mail(scene, cast, "care", `caring for the ${need.wanted.name.en}`, 0.2),
    });
  if (chance.yes(need.category.returns * person.habits.sendsBack)) regret(story, from, bought);
  else if (known && chance.yes(0.1)) {
    const at = after(daysLater(from, chance.whole(5, 16)), (day) => inTheEvening(chance, person, day, false));
    story.add(at, {
      way: browser(person, screenOf(chance, person)),
      play: (scene) => web.review(scene, cast),
    });
  }
}

function regret(story: Story, from: number, bought: "store" | "web"): void {
  const { chance, cast } = story;
  const { store } = cast.person;
  const later = daysLater(from, chance.whole(2, 18));
  if (store !== undefined && (bought === "store" || chance.yes(0.6))) {
    const at = inTheStore(chance, cast.person, store, later);
    story.add(at, { way: till(store, 1), play: (scene) => shop.giveBack(scene, cast, store, bought) });
  } else if (bought === "web") {
    const at = deskMoment(later, cast.person.country) + chance.whole(5, 100) * 60_000;
    story.add(at, {
      way: machine(cast.person, "orders", {}),
      play: (scene) => machines.sendBack(scene, cast),
    });
  }
}

export function storyOf(seed: number, person: Person, need: Need): Part[] {
  const chance = chanceOf(seed, "story", need.id);
  const story = begin(chance, person, need);
  thinkOver(story);
  const screen =
    person.standing === "app" && isMember(person, story.at) && chance.yes(0.6)
      ? "app"
      : buyingScreenOf(chance, person);
  let end = endOf(chance, person);
  if (end === "web" && chance.yes(person.habits.leavesCart)) end = leave(story, screen);
  if (end === "store" && person.store !== undefined) endInStore(story, person.store);
  else if (end === "web") endOnWeb(story, screen, undefined);
  else if (end === "collect" && person.store !== undefined) endOnWeb(story, screen, person.store);
  return story.parts;
}
