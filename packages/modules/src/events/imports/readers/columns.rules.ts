// Names of columns: each has one, no two the same, none that poisons an object.
import { Refusal } from "@somlos/contract";

export const MOST_COLUMNS = 1000;
export const MOST_ROW_BYTES = 1024 * 1024;
const POISON = new Set(["__proto__", "constructor", "prototype"]);

/** Names as people see them: an empty one becomes `column 3`, a second `email` becomes `email 2`. */
export function nameColumns(header: readonly string[]): { columns: string[]; renamed: boolean } {
  if (header.length > MOST_COLUMNS) throw new Refusal("imports.too_many_columns", { columns: header.length });
  const taken = new Set<string>();
  let renamed = false;
  const columns = header.map((raw, i) => {
    const asked = raw.toWellFormed().replaceAll("\0", "").trim().slice(0, 480);
    const wanted = asked === "" || POISON.has(asked) ? `column ${i + 1}` : asked;
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`;
    taken.add(name);
    if (name !== asked) renamed = true;
    return name;
  });
  return { columns, renamed };
}
