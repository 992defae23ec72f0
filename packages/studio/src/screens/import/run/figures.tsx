import type { ImportCounts } from "@somlos/contract/rooms/imports";
import { useFormats, useText } from "@somlos/look/language";
import { runTexts } from "./texts.ts";

type Name = keyof ImportCounts;
const always: readonly Name[] = ["rows", "events", "accepted"];
const some: readonly Name[] = ["duplicates", "parked", "dropped", "refused", "sameLines"];

/** The figures of a run; those that are nothing to speak of stay away. */
export function Figures({ counts }: { readonly counts: ImportCounts }) {
  const text = useText(runTexts);
  const formats = useFormats();
  const shown = [...always, ...some.filter((name) => counts[name] > 0)];
  return (
    <dl className="fi">
      {shown.map((name) => (
        <div key={name} data-name={name}>
          <dt>{text.counts[name]}</dt>
          <dd className="num">{formats.number(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
