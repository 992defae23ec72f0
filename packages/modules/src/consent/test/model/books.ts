// The books of the oracle: it is told what was said and who is one person, and says for itself who may be written to. It
// folds nothing and shares no line with the room.
import type { Purpose } from "./steps.ts";

export type Yes = {
  readonly act: string;
  readonly who: number;
  readonly purpose: Purpose;
  readonly how: "consent" | "soft" | "asked" | "imported";
  readonly at: number;
  /** When its address said that it was its own. */
  confirmed?: boolean;
};
/** Without a purpose: to everything. */
export type No = { readonly who: number; readonly purpose?: Purpose; readonly at: number };

export class Books {
  #yes: Yes[] = [];
  #kept: Yes[] = [];
  /** Lies outside the database: never lost. */
  readonly #noes: No[] = [];
  #forgotten: number[] = [];

  say(yes: Yes): void {
    if (!this.#yes.some(({ act, who }) => act === yes.act && who === yes.who)) this.#yes.push(yes);
  }
  refuse(no: No): void {
    this.#noes.push(no);
  }
  confirm(act: string): void {
    for (const yes of this.#yes) if (yes.act === act && yes.how === "asked") yes.confirmed = true;
  }
  forget(who: number): void {
    this.#yes = this.#yes.filter((yes) => yes.who !== who);
    this.#forgotten.push(who);
  }
  keep(): void {
    this.#kept = this.#yes.map((yes) => ({ ...yes }));
    this.#forgotten = [];
  }
  /** The state that was kept; whoever was erased since is erased again. Answers those. */
  restore(): readonly number[] {
    this.#yes = this.#kept.filter(({ who }) => !this.#forgotten.includes(who)).map((yes) => ({ ...yes }));
    return this.#forgotten;
  }

  #covers = (purpose: Purpose) => (one: { readonly purpose?: Purpose }) =>
    one.purpose === undefined || one.purpose === purpose;
  #noesOf = (person: readonly number[], purpose: Purpose) =>
    this.#noes.filter(({ who }) => person.includes(who)).filter(this.#covers(purpose));

  /** Who of one person may be written to. */
  reachable(person: readonly number[], purpose: Purpose): readonly number[] {
    const noes = this.#noesOf(person, purpose);
    const standing = this.#yes.filter(
      (yes) =>
        person.includes(yes.who) &&
        yes.purpose === purpose &&
        (yes.how !== "asked" || yes.confirmed === true) &&
        (yes.how === "imported" ? noes.length === 0 : noes.every(({ at }) => at < yes.at)),
    );
    const consents = standing.filter(({ how }) => how !== "soft");
    return [...new Set((consents.length > 0 ? consents : standing).map(({ who }) => who))].sort();
  }

  /** Some yes lies under a no: something could bring it back. */
  holdsBack(person: readonly number[]): boolean {
    return (["offers", "letters"] as const).some(
      (purpose) =>
        this.#noesOf(person, purpose).length > 0 &&
        this.#yes.some((yes) => person.includes(yes.who) && yes.purpose === purpose) &&
        this.reachable(person, purpose).length === 0,
    );
  }
}
