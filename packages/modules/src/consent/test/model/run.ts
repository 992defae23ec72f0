// Runs sequences against the real thing and the books of the oracle, and compares after each step.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { fingerprint, uuid7, uuidOf } from "@somlos/kernel/ids";
import { findPerson } from "../../../identity/index.ts";
import { confirm, forget, grant, mayUseOf, softOptIn, usePermission, withdraw } from "../../index.ts";
import { naming, nobodyErased, nobodyYoung } from "../house.ts";
import { evidence, soft } from "../words.ts";
import { Books } from "./books.ts";
import { PEOPLE, type Purpose, type Sequence, type Step, tempting } from "./steps.ts";
import { type Desk, named, partition, type World } from "./world.ts";

type Said = (work: Work) => Promise<void>;
type Does = { readonly [D in Step["do"]]: (step: Extract<Step, { do: D }>) => Promise<void> };
const HOUR_MS = 3_600_000;
const everybody = [...Array(PEOPLE).keys()];
let acts = 0;

export type Mix = { steps: Map<string, number>; sequences: number; tempted: number; yes: number };
export const emptyMix = (): Mix => ({ steps: new Map(), sequences: 0, tempted: 0, yes: 0 });

class Run {
  readonly books = new Books();
  readonly #world: World;
  readonly #emails: readonly string[];
  readonly #n: number;
  readonly #mix: Mix;
  readonly #said: Said[] = [];
  readonly #asked: { act: string; who: number }[] = [];
  readonly #rulings: string[] = [];
  #people: number[][] = everybody.map((who) => [who]);
  #tempted = false;
  readonly #desk: Desk;
  constructor(world: World, desk: Desk, n: number, mix: Mix) {
    [this.#world, this.#desk, this.#n, this.#mix] = [world, desk, n, mix];
    this.#emails = everybody.map((who) => `p${who}.${n}@example.se`);
  }

  #id = (who: number) => named("email", this.#emails[who] ?? "");
  #act = () => uuid7(1_700_000_000_000 + ++acts);
  #wish = (purpose: Purpose) => ({
    ...({ purpose, channel: "mail", entityId: this.#world.entityId, recipientKind: "person" } as const),
    ...{ scope: "offers", categories: ["shoes"] },
  });

  /** Says it now, and keeps it to be said again. */
  async #say(said: Said): Promise<void> {
    this.#said.push(said);
    await this.#tell(said);
  }
  /** What a sale allows is refused beside a no: then nobody has said it. */
  async #tell(said: Said): Promise<void> {
    try {
      await this.#world.work(said);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "consent.withdrawn") throw error;
    }
  }
  async #yes(who: number, purpose: Purpose, hours: number, imported: boolean): Promise<void> {
    const act = this.#act();
    const { text, double, entityId } = this.#world.texts;
    const words = purpose === "offers" ? text : double;
    let at: Date | undefined;
    const how = imported ? "imported" : purpose === "letters" ? "asked" : "consent";
    if (how === "asked") this.#asked.push({ act, who });
    await this.#say(async (work) => {
      at ??= new Date(work.now.getTime() - hours * HOUR_MS);
      const scopes = [{ purpose, channel: "mail", entityId } as const];
      const proof = { textId: words.id, evidence: { ...evidence, textHash: words.hash } };
      await grant(work, nobodyErased, {
        actId: act,
        identifiers: [this.#id(who)],
        scopes,
        at,
        imported,
        ...proof,
      });
      this.books.say({ act, who, purpose, how, at: at.getTime() });
    });
  }
  async #no(who: number, purpose: Purpose | undefined, hours: number, imported = false): Promise<void> {
    const act = this.#act();
    const { entityId, book } = this.#world;
    let at: Date | undefined;
    const narrow = purpose !== undefined;
    const scope = { purpose: purpose ?? null, channel: narrow ? "mail" : null } as const;
    await this.#say(async (work) => {
      const first = at === undefined;
      at ??= new Date(work.now.getTime() - hours * HOUR_MS);
      const whom = { identifiers: [this.#id(who)], entityId: narrow ? entityId : null, collectedBy: null };
      await withdraw(work, book, { actId: act, ...scope, ...whom, at, imported });
      if (first) this.books.refuse({ who, at: at.getTime(), ...(narrow && { purpose }) });
    });
  }
  /** A colleague's ruling; what is refused has happened to nobody. */
  async #rule(
    go: (work: Work, act: { act: string; reason: string }) => Promise<{ rulingId: string }>,
  ): Promise<void> {
    try {
      const { rulingId } = await this.#world.work((w) => go(w, { act: this.#act(), reason: "the model" }));
      this.#rulings.push(rulingId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  readonly #does: Does = {
    grant: ({ who, purpose }) => this.#yes(who, purpose, 0, false),
    late: ({ who, purpose, hours }) => this.#yes(who, purpose, hours, false),
    import: ({ who, purpose, hours }) => this.#yes(who, purpose, hours, true),
    soft: ({ who }) => {
      const act = this.#act();
      const { notice, entityId } = this.#world.texts;
      let at: Date | undefined;
      return this.#say(async (work) => {
        at ??= work.now;
        const scopes = [{ purpose: "offers", channel: "mail", entityId } as const];
        const proof = { textId: notice.id, evidence: { ...evidence, textHash: notice.hash }, soft };
        const wish = { actId: act, identifiers: [this.#id(who)], scopes, at, ...proof };
        await softOptIn(work, nobodyErased, wish);
        this.books.say({ act, who, purpose: "offers", how: "soft", at: at.getTime() });
      });
    },
    no: ({ who, purpose }) => this.#no(who, purpose, 0),
    noToAll: ({ who }) => this.#no(who, undefined, 0),
    importNo: ({ who, purpose, hours }) => this.#no(who, purpose, hours, true),
    confirm: async ({ nth }) => {
      const asked = this.#asked[nth % (this.#asked.length || 1)];
      if (asked === undefined) return;
      const wish = { actId: this.#act(), confirms: asked.act, fp: uuidOf(this.#id(asked.who).fp) };
      const at = await this.#world.work((work) => confirm(work, wish).then(() => work.now));
      this.books.confirm(asked.act, at.getTime());
    },
    carry: ({ who, other }) => this.#hear(undefined, who === other ? [who] : [who, other]),
    account: ({ who, login }) => this.#hear(`l${login}.${this.#n}`, [who]),
    join: ({ who, other }) =>
      this.#rule((work, act) => this.#desk.join(work, act, [this.#id(who), this.#id(other)])),
    apart: ({ who, other }) =>
      this.#rule((work, act) => this.#desk.keepApart(work, act, [this.#id(who), this.#id(other)])),
    split: ({ who }) =>
      this.#rule(async (work, act) => {
        const id = (await findPerson(work.tx, this.#id(who))) ?? "";
        return this.#desk.split(work, act, { id, named: [this.#id(who)] });
      }),
    undo: async ({ nth }) => {
      const rulingId = this.#rulings[nth % (this.#rulings.length || 1)];
      if (rulingId === undefined) return;
      await this.#rule((work, act) => this.#desk.undo(work, act, { rulingId, of: () => true }));
      this.#rulings.splice(nth % this.#rulings.length, 1);
    },
    again: async ({ nth }) => {
      const said = this.#said[nth % (this.#said.length || 1)];
      if (said !== undefined) await this.#tell(said);
    },
    allAgain: async () => {
      for (const said of this.#said.toReversed()) await this.#tell(said);
    },
    forget: async ({ who }) => {
      await this.#world.work((work) => forget(work, [this.#id(who)]));
      this.books.forget(who);
    },
    use: ({ who, purpose }) =>
      this.#world.work(async (work) => {
        await usePermission(
          work,
          { naming, ages: nobodyYoung },
          { identifier: this.#id(who) },
          this.#wish(purpose),
        );
      }),
  };

  #hear(login: string | undefined, emails: readonly number[]): Promise<void> {
    const ids = emails.map(this.#id);
    const key = fingerprint("told", `model ${this.#n} ${++acts}`);
    const of = login === undefined ? {} : { login: named("login", login) };
    const subject = (of.login ?? ids[0])?.fp ?? "";
    const at = 1_760_000_000_000 + acts * 1000;
    const told = { at, trust: "proven", sourceId: 1, says: "none" } as const;
    return this.#world.hear([{ ...told, key, subject, ids, ...of }]);
  }

  /** What may be done equals what the books say: nobody is written to who said no, and nobody's yes is lost. */
  async check(
    { tx, now }: Pick<Work, "tx" | "now">,
    touched: readonly number[],
    purposes: readonly Purpose[] = ["offers", "letters"],
  ): Promise<string | undefined> {
    this.#people = await partition(tx, this.#emails);
    for (const person of this.#people)
      for (const purpose of purposes) {
        const [first] = person;
        if (first === undefined || !person.some((who) => touched.includes(who))) continue;
        const whom = { identifier: this.#id(first) };
        const answer = await mayUseOf({ tx, now }, { naming, ages: nobodyYoung }, whom, this.#wish(purpose));
        const fps = new Set(answer.identifiers.map(({ fp }) => fp));
        const found = everybody.filter((who) => fps.has(this.#id(who).fp));
        const wanted = this.books.reachable(person, purpose);
        this.#mix.yes += found.length;
        if (found.join() !== wanted.join())
          return `${purpose} of ${person}: ${found} may be written to (${answer.reason}), and by the books ${wanted}`;
      }
    return undefined;
  }

  /** Looks whether a no holds that what comes now could undo. */
  count(name: string): void {
    this.#mix.steps.set(name, (this.#mix.steps.get(name) ?? 0) + 1);
    if (this.#tempted || !tempting.has(name)) return;
    this.#tempted = this.#people.some((person) => this.books.holdsBack(person));
    if (this.#tempted) this.#mix.tempted++;
  }

  async go(steps: readonly Step[]): Promise<string | undefined> {
    for (const [i, step] of steps.entries()) {
      this.count(step.do);
      await (this.#does[step.do] as (step: Step) => Promise<void>)(step);
      const wide = !("who" in step) || i === steps.length - 1 || "other" in step || step.do === "split";
      const touched = wide ? everybody : [step.who];
      const purposes = !wide && "purpose" in step ? [step.purpose] : undefined;
      const wrong = await this.#world.work((work) => this.check(work, touched, purposes));
      if (wrong !== undefined) return `step ${i} ${JSON.stringify(step)}: ${wrong}`;
    }
    return undefined;
  }

  async restored(): Promise<string | undefined> {
    this.#rulings.length = 0;
    for (const who of this.books.restore()) await this.#world.work((w) => forget(w, [this.#id(who)]));
    return this.#world.work((work) => this.check(work, everybody));
  }
}

let sequences = 0;
const AT_ONCE = 8;

/** Sequences side by side in one database, all of which it loses from `lost` on. Answers what went wrong. */
export async function runTogether(
  world: World,
  desk: Desk,
  list: readonly Sequence[],
  mix: Mix,
): Promise<string | undefined> {
  const runs = list.map((sequence) => ({ sequence, run: new Run(world, desk, ++sequences, mix) }));
  const wrong: string[] = [];
  const each = async (go: (one: (typeof runs)[number]) => Promise<string | undefined>) => {
    const left = [...runs];
    const worker = async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) {
        const why = await go(one);
        if (why !== undefined) wrong.push(`${why}\nin ${JSON.stringify(one.sequence)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };
  mix.sequences += runs.length;
  await each(({ run, sequence }) => run.go(sequence.before));
  await world.keep();
  for (const { run } of runs) run.books.keep();
  await each(({ run, sequence }) => run.go(sequence.lost));
  for (const { run } of runs) run.count("restore");
  await world.restore();
  await each(({ run }) => run.restored());
  await each(({ run, sequence }) => run.go(sequence.after));
  return wrong[0];
}
