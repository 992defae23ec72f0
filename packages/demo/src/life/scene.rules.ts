// A scene: some minutes of somebody's life, written down as events. Time passes by `wait`, the way changes by `go`.
import type { Chance } from "../chance.rules.ts";
import type { Person } from "../people.rules.ts";
import type { Door, Json, Way } from "./way.rules.ts";

export type Happening = {
  readonly at: number;
  readonly door: Door;
  readonly message: Json & { readonly messageId: string };
  /** What to say to who looks on; most events go by without a word. */
  readonly line?: string;
};

export class Scene {
  readonly happenings: Happening[] = [];
  readonly person: Person;
  readonly chance: Chance;
  readonly #id: string;
  #at: number;
  #way: Way;

  constructor(start: { person: Person; id: string; at: number; chance: Chance; way: Way }) {
    this.person = start.person;
    this.chance = start.chance;
    this.#id = start.id;
    this.#at = start.at;
    this.#way = start.way;
  }

  get at(): number {
    return this.#at;
  }

  go(way: Way): this {
    this.#way = way;
    return this;
  }

  /** Some seconds pass, and some thousandths: two events never share a moment. */
  wait(fewest: number, most: number): this {
    this.#at += this.chance.whole(fewest * 1000, most * 1000) + 7;
    return this;
  }

  until(at: number): this {
    this.#at = Math.max(this.#at, at);
    return this;
  }

  track(event: string, properties: Json = {}, line?: string): this {
    return this.#write({ type: "track", event, properties }, line);
  }

  /** A page in a browser, with where they came from. */
  page(name: string, url: string, campaign?: Json, line?: string): this {
    const path = new URL(url).pathname;
    return this.#write(
      {
        type: "page",
        name,
        properties: { title: name, url, path, ...(campaign && { campaign: campaign["name"] }) },
      },
      line,
      { page: { url, path, title: name }, ...(campaign && { campaign }) },
    );
  }

  screen(name: string, properties: Json = {}, line?: string): this {
    return this.#write({ type: "screen", name, properties }, line);
  }

  identify(traits: Json): this {
    return this.#write({ type: "identify", traits });
  }

  #write(message: Json, line?: string, context: Json = {}): this {
    this.happenings.push({
      at: this.#at,
      door: this.#way.door,
      message: {
        messageId: `${this.#id}.${this.happenings.length + 1}`,
        timestamp: new Date(this.#at).toISOString(),
        ...message,
        ...this.#way.who,
        context: { ...this.#way.context, ...context },
      },
      ...(line !== undefined && { line }),
    });
    return this;
  }
}

/** A line for who looks on: who, where, what. */
export const said = (person: Person, where: string, what: string): string =>
  `${person.firstName} ${where} ${what}`;
export const inTown = (person: Person): string => `in ${person.town.name}`;
