// What categories are called, and the tree of what is sold in them. Pure.
import { type Language, languages } from "@somlos/contract";
import type { ShownCategory, ToldCategory } from "@somlos/contract/rooms/categories";
import { fingerprint, uuidOf } from "@somlos/kernel/ids";

export type NameRow = {
  readonly key: string;
  readonly language: Language;
  /** Null: it has none in this language. */
  readonly name: string | null;
  readonly saidAt: number;
  readonly input: string;
};
export type FoundName = Pick<NameRow, "key" | "language" | "name">;
const BETWEEN = " > ";

const partsOf = (path: string): string[] => path.split(">").map((part) => part.trim());
/** As products are narrowed down by it. */
export const keyOf = (path: string): string => partsOf(path).join(BETWEEN).toLowerCase();
/** A path and all that it lies in, the outermost first. */
export const pathsTo = (path: string): string[] => {
  const parts = partsOf(path);
  return parts.map((_, i) => parts.slice(0, i + 1).join(BETWEEN));
};

export const namesOf = ({ path, at, names }: ToldCategory): NameRow[] =>
  languages.flatMap((language) => {
    const name = names[language];
    if (name === undefined) return [];
    const key = keyOf(path);
    const input = uuidOf(fingerprint("category", JSON.stringify([key, language, name])));
    return [{ key, language, name, saidAt: Date.parse(at), input }];
  });

export type Labels = {
  /** Of the last part of a path. */
  readonly nameOf: (path: string) => string;
  /** Of all its parts. */
  readonly labelOf: (path: string) => string;
};
/** In the language asked for where it has a name in that, else in the first that it has one in, else as its path says. */
export function labelsOf(found: readonly FoundName[], language: Language): Labels {
  const known = Map.groupBy(found, ({ key }) => key);
  const nameOf = (path: string): string => {
    const own = known.get(keyOf(path)) ?? [];
    const [name] = [language, ...languages].flatMap(
      (one) => own.find((row) => row.language === one)?.name ?? [],
    );
    return name ?? partsOf(path).at(-1) ?? path;
  };
  return { nameOf, labelOf: (path) => pathsTo(path).map(nameOf).join(BETWEEN) };
}

export type CountRow = { readonly path: string; readonly products: number };
type Branch = { readonly path: string; products: number; readonly under: Map<string, Branch> };

function grow(counts: readonly CountRow[]): Map<string, Branch> {
  const roots = new Map<string, Branch>();
  for (const { path, products } of counts) {
    let level = roots;
    for (const one of pathsTo(path)) {
      const branch = level.get(keyOf(one)) ?? { path: one, products: 0, under: new Map() };
      level.set(keyOf(one), branch);
      branch.products += products;
      level = branch.under;
    }
  }
  return roots;
}

/** Each before those in it, by name among its neighbours. */
export function treeOf(
  counts: readonly CountRow[],
  { nameOf, labelOf }: Labels,
  language: Language,
): ShownCategory[] {
  const collator = new Intl.Collator(language);
  const walk = (branches: Iterable<Branch>, parent: string | null, level: number): ShownCategory[] =>
    [...branches]
      .map((branch) => ({ branch, name: nameOf(branch.path) }))
      .sort((a, b) => collator.compare(a.name, b.name) || (a.branch.path < b.branch.path ? -1 : 1))
      .flatMap(({ branch: { path, products, under }, name }) => [
        { path, parent, level, name, label: labelOf(path), products },
        ...walk(under.values(), path, level + 1),
      ]);
  return walk(grow(counts).values(), null, 1);
}
