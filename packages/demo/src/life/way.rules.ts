// The ways a person reaches us, and what each one says about itself in an event: which door it goes in by, which channel
// it is, who it knows, where it stands.
import { type Country, entityOf, type Store } from "../chain.rules.ts";
import { loginAt, type Person } from "../people.rules.ts";

export type Json = Readonly<Record<string, unknown>>;
/** Browsers and apps carry a key that anyone can read; tills, mail, desk and the shop's own machines a secret one. */
export type Door = "public" | "server";
export type Way = { readonly door: Door; readonly who: Json; readonly context: Json };
export type Screen = "phone" | "laptop" | "tablet";

const AGENTS: Readonly<Record<Screen, string>> = {
  phone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 Version/26.1 Mobile Safari/604.1",
  laptop: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36",
  tablet: "Mozilla/5.0 (iPad; CPU OS 26_1 like Mac OS X) AppleWebKit/605.1.15 Version/26.1 Safari/604.1",
};

const common = (country: Country, channel: string): Json => ({
  demo: true,
  channel,
  locale: country === "SE" ? "sv-SE" : "da-DK",
  timezone: country === "SE" ? "Europe/Stockholm" : "Europe/Copenhagen",
  legal_entity: entityOf(country),
});

/** The visitor id of a screen; the phone when they have no such thing. */
const visitorOf = (person: Person, screen: Screen): string => person.devices[screen] ?? person.devices.phone;

export function browser(person: Person, screen: Screen, login?: string): Way {
  const used = person.devices[screen] === undefined ? "phone" : screen;
  return {
    door: "public",
    who: { anonymousId: visitorOf(person, screen), ...(login !== undefined && { userId: login }) },
    context: {
      ...common(person.country, "web"),
      userAgent: AGENTS[used],
      device: { type: used },
      library: { name: "almvik-web", version: "3.2.0" },
    },
  };
}

/** The app; in a store it knows which one. */
export function app(person: Person, at: number, store?: Store): Way {
  const login = loginAt(person, at);
  return {
    door: "public",
    who: { anonymousId: person.devices.app, ...(login !== undefined && { userId: login }) },
    context: {
      ...common(person.country, store === undefined ? "app" : "store"),
      app: { name: "Almvik", version: "5.1.2" },
      device: { id: `app-${person.devices.app.slice(0, 18)}`, type: "phone" },
      library: { name: "almvik-app", version: "5.1.2" },
      ...(store !== undefined && { location: locationOf(store) }),
    },
  };
}

export const locationOf = (store: Store): Json => ({ id: store.id, name: store.name });

export function till(store: Store, number: number, who: Json = {}): Way {
  return {
    door: "server",
    who,
    context: {
      ...common(store.country, "till"),
      location: locationOf(store),
      till: `${store.id}-${number}`,
      staff: `${store.id}-s${number + 2}`,
      library: { name: "almvik-till", version: "11.4" },
    },
  };
}

/** A machine of the chain's own that knows the person by mail address, phone number or login. */
export function machine(
  person: Person,
  name: "mail" | "sms" | "account" | "orders" | "club" | "desk" | "call",
  knows: Json,
  who: Json = {},
): Way {
  const channel = {
    account: "web",
    orders: "server",
    club: "server",
    mail: "mail",
    sms: "sms",
    desk: "desk",
    call: "call",
  };
  return {
    door: "server",
    who,
    context: {
      ...common(person.country, channel[name]),
      library: { name: `almvik-${name}`, version: "2.0" },
      ...(Object.keys(knows).length > 0 && { traits: knows }),
    },
  };
}
