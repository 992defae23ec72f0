// What may happen to three addresses and two logins of a sequence: said before an older state is kept, after that, and after
// the installation was restored to it.
import fc from "fast-check";

export const PEOPLE = 3;
const LOGINS = 2;
const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const purpose = fc.constantFrom("offers" as const, "letters" as const);
/** How long ago a late till or a file says that it was. Nothing of it sleeps. */
const hours = fc.integer({ min: 0, max: 600 });
const nth = fc.nat(40);
const of = <D extends string>(name: D) => fc.constant(name);

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: of("grant"), who, purpose }) },
  { weight: 2, arbitrary: fc.record({ do: of("soft"), who }) },
  { weight: 2, arbitrary: fc.record({ do: of("late"), who, purpose, hours }) },
  { weight: 3, arbitrary: fc.record({ do: of("import"), who, purpose, hours }) },
  { weight: 1, arbitrary: fc.record({ do: of("importNo"), who, purpose, hours }) },
  { weight: 3, arbitrary: fc.record({ do: of("no"), who, purpose }) },
  { weight: 2, arbitrary: fc.record({ do: of("noToAll"), who }) },
  { weight: 3, arbitrary: fc.record({ do: of("confirm"), nth }) },
  { weight: 3, arbitrary: fc.record({ do: of("carry"), who, other: who }) },
  { weight: 2, arbitrary: fc.record({ do: of("account"), who, login: fc.integer({ min: 1, max: LOGINS }) }) },
  { weight: 2, arbitrary: fc.record({ do: of("join"), who, other: who }) },
  { weight: 2, arbitrary: fc.record({ do: of("split"), who }) },
  { weight: 1, arbitrary: fc.record({ do: of("apart"), who, other: who }) },
  { weight: 2, arbitrary: fc.record({ do: of("undo"), nth }) },
  { weight: 2, arbitrary: fc.record({ do: of("again"), nth }) },
  { weight: 1, arbitrary: fc.record({ do: of("allAgain") }) },
  { weight: 1, arbitrary: fc.record({ do: of("forget"), who }) },
  { weight: 2, arbitrary: fc.record({ do: of("use"), who, purpose }) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
export type Purpose = "offers" | "letters";

const some = (maxLength: number) => fc.array(step, { minLength: 1, maxLength, size: "max" });
export type Sequence = {
  readonly before: readonly Step[];
  readonly lost: readonly Step[];
  readonly after: readonly Step[];
};
export const sequence: fc.Arbitrary<Sequence> = fc.record({
  before: some(12),
  lost: some(6),
  after: some(6),
});

/** What could bring a yes back by mistake, where a no holds. */
export const tempting: ReadonlySet<string> = new Set([
  ...["soft", "late", "import", "confirm", "carry", "account", "join", "split", "apart", "undo"],
  ...["again", "allAgain", "forget", "restore"],
]);
