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
  confirmedAt?: number;
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
  confirm(act: string, at: number): void {
    for (const yes of this.#yes) if (yes.act === act && yes.how === "asked") yes.confirmedAt ??= at;
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

  /** The own yes of that address after all those noes, said before something was sold to it. */
  #saidSince(sale: Yes, noes: readonly No[]): boolean {
    return this.#yes.some(
      ({ who, purpose, how, at, confirmedAt = Number.POSITIVE_INFINITY }) =>
        who === sale.who &&
        purpose === sale.purpose &&
        (how === "consent" || how === "asked") &&
        noes.every((no) => no.at < at) &&
        (how === "asked" ? confirmedAt : at) <= sale.at,
    );
  }
  #holds(yes: Yes, noes: readonly No[]): boolean {
    if (noes.length === 0) return true;
    if (yes.how === "imported") return false;
    return noes.every(({ at }) => at < yes.at) && (yes.how !== "soft" || this.#saidSince(yes, noes));
  }

  /** Who of one person may be written to. */
  reachable(person: readonly number[], purpose: Purpose): readonly number[] {
    const noes = this.#noesOf(person, purpose);
    const standing = this.#yes.filter(
      (yes) =>
        person.includes(yes.who) &&
        yes.purpose === purpose &&
        (yes.how !== "asked" || yes.confirmedAt !== undefined) &&
        this.#holds(yes, noes),
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
