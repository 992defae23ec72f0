// The club's register, and people who join it: on the web, or at a till with paper and pen.
import { isMember, type Person } from "../people.rules.ts";
import type { Part } from "./part.rules.ts";
import { inTown, type Scene, said } from "./scene.rules.ts";
import { browser, type Json, machine, till } from "./way.rules.ts";

/** What the register knows about a member. */
function traitsOf(person: Person): Json {
  return {
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    ...(person.phone !== undefined && { phone: person.phone }),
    club_card: person.clubCard,
    address: person.address,
    language: person.country === "SE" ? "sv" : "da",
    home_store: person.store?.name ?? null,
    wants_mail: person.habits.wantsMail,
    wants_sms: person.habits.wantsSms,
    member_since: new Date(person.joinedAt ?? 0).toISOString().slice(0, 10),
  };
}

function register(scene: Scene): void {
  const { person } = scene;
  const who = person.login === undefined ? {} : { userId: person.login };
  scene.go(machine(person, "club", {}, who)).identify(traitsOf(person));
}

/** The moment a person joins; undefined for those who never do. */
export function joining(person: Person): Part | undefined {
  const { joinedAt, login, store } = person;
  if (joinedAt === undefined) return undefined;
  return {
    at: joinedAt,
    way: machine(person, "club", {}),
    play(scene) {
      register(scene);
      const told = said(person, inTown(person), "joins the club");
      if (login !== undefined) {
        const way = browser(person, "phone", login);
        scene
          .wait(1, 2)
          .go(machine(person, "account", {}, way.who))
          .track("Signed Up", { email: person.email }, told);
        scene.wait(2, 5).go(way).page("Välkommen", "https://www.almvik.example/welcome");
      } else if (store !== undefined)
        scene.wait(1, 2).go(till(store, 1)).track("Club Joined", { club_card: person.clubCard }, told);
      else
        scene
          .wait(1, 2)
          .go(machine(person, "club", { email: person.email }))
          .track("Club Joined", {}, told);
    },
  };
}

/** Members of long ago, as the register tells about them once: who they are, without the day they joined. */
export function longMember(person: Person, before: number): Part | undefined {
  if (!isMember(person, before)) return undefined;
  return { at: person.joinedAt ?? 0, way: machine(person, "club", {}), play: register };
}
