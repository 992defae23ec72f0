// Which screens a colleague has, where she starts, and what stands in the thumb's reach on her phone.
import type { Role } from "@somlos/contract";
import type { Group, Screen } from "../screens/screen.ts";
import { groups } from "../screens/screen.ts";

/** What each role reaches for first; the first that exists and is open is where she starts. */
const firstPlaces: Readonly<Record<Role, readonly string[]>> = {
  marketing: ["today", "messages", "journeys", "segments", "people"],
  sales: ["orders", "people", "cases", "today"],
  service: ["cases", "people", "orders", "today"],
  store: ["till", "orders", "today"],
  it: ["live", "sources", "import", "today"],
  manager: ["measure", "today", "seams", "people"],
  owner: ["today", "measure", "people", "live"],
};

type Open = (screen: Screen) => boolean;

export function navigation(screens: readonly Screen[], open: Open): { group: Group; screens: Screen[] }[] {
  return groups
    .map((group) => ({ group, screens: screens.filter((screen) => screen.group === group && open(screen)) }))
    .filter((entry) => entry.screens.length > 0);
}

/** Screens of the navigation, those this role reaches for first in front. */
export function inReach(screens: readonly Screen[], open: Open, role: Role): Screen[] {
  const all = navigation(screens, open).flatMap((entry) => entry.screens);
  const rank = (screen: Screen): number => {
    const at = firstPlaces[role].indexOf(screen.id);
    return at === -1 ? firstPlaces[role].length : at;
  };
  return all
    .map((screen, at) => ({ screen, at }))
    .sort((a, b) => rank(a.screen) - rank(b.screen) || a.at - b.at)
    .map((entry) => entry.screen);
}

/** At most four places at the bottom of a phone, in the order of the navigation; the rest is under More. */
export function tabs(screens: readonly Screen[], open: Open, role: Role): { tabs: Screen[]; rest: Screen[] } {
  const chosen = new Set(inReach(screens, open, role).slice(0, 4));
  const all = navigation(screens, open).flatMap((entry) => entry.screens);
  return {
    tabs: all.filter((screen) => chosen.has(screen)),
    rest: all.filter((screen) => !chosen.has(screen)),
  };
}
