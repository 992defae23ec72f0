// What the trial run found: what would come in, what would not and why. Nothing has been written.
import { Button } from "@mantine/core";
import { sentenceOf } from "@somlos/contract";
import type { ImportView, Tried } from "@somlos/contract/rooms/imports";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { RefusedNote } from "../../../forms/refused.tsx";
import { IdentifierSign, identifierTexts, rankOf } from "../../../identifiers.tsx";
import { JsonView } from "../../../parts/json-view.tsx";
import { useAct } from "../use-imports.ts";
import { Figures } from "./figures.tsx";
import { RefusedRow } from "./refused-line.tsx";
import { runTexts } from "./texts.ts";

function Why({
  title,
  causes,
}: {
  readonly title: string;
  readonly causes: Readonly<Record<string, number>>;
}) {
  const formats = useFormats();
  const { language } = useLanguage();
  const sorted = Object.entries(causes).sort(([, a], [, b]) => b - a);
  const most = sorted[0]?.[1] ?? 1;
  if (sorted.length === 0) return null;
  return (
    <section>
      <h3 className="re-title">{title}</h3>
      <ul className="ca">
        {sorted.map(([code, n]) => (
          <li key={code} className="ca-one">
            <span className="ca-count num">{formats.number(n)}</span>
            <span className="ca-says">
              {sentenceOf(code, language)}
              <i style={{ width: `${Math.max(1, (n / most) * 100)}%` }} aria-hidden />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Who({ tried }: { readonly tried: Tried }) {
  const text = useText(runTexts);
  const words = useText(identifierTexts);
  const formats = useFormats();
  const kinds = Object.entries(tried.identifiers).sort(([a], [b]) => rankOf(a) - rankOf(b));
  return (
    <section>
      <h3 className="re-title">{text.who}</h3>
      {kinds.length === 0 ? <p className="mid">{text.nobody}</p> : null}
      <ul className="wh">
        {kinds.map(([kind, n]) => (
          <li key={kind}>
            <IdentifierSign kind={kind} size={16} />
            {text.whoSays(formats.number(n), words.kinds[kind] ?? kind)}
          </li>
        ))}
      </ul>
      {tried.atLeast ? <p className="mid">{text.atLeast}</p> : null}
    </section>
  );
}

function Says({ tried: { counts } }: { readonly tried: Tried }) {
  const text = useText(runTexts);
  const formats = useFormats();
  const n = (value: number): [number, string] => [value, formats.number(value)];
  const says = [
    counts.rows === 0 ? text.noRows : undefined,
    counts.rows > 0 && counts.refused + counts.parked === 0 ? text.wouldAll : undefined,
    counts.refused > 0 ? text.wouldRefuse(...n(counts.refused)) : undefined,
    counts.parked > 0 ? text.wouldPark(...n(counts.parked)) : undefined,
    counts.duplicates > 0 ? text.wouldTwice(...n(counts.duplicates)) : undefined,
    text.nothingWritten,
  ];
  return <p className="tr-says">{says.filter((one) => one !== undefined).join(" ")}</p>;
}

function Rows({ tried }: { readonly tried: Tried }) {
  const text = useText(runTexts);
  const formats = useFormats();
  return (
    <>
      {tried.firstRefused.length === 0 ? null : (
        <section>
          <h3 className="re-title">{text.firstRefused}</h3>
          <ul className="re-rows">
            {tried.firstRefused.map((item) => (
              <RefusedRow key={item.line} item={item} />
            ))}
          </ul>
        </section>
      )}
      {tried.examples.length === 0 ? null : (
        <details className="mo">
          <summary>{text.examples}</summary>
          <div className="tr-examples">
            {tried.examples.map((example, i) => (
              <JsonView
                // biome-ignore lint/suspicious/noArrayIndexKey: three events that never change their order
                key={i}
                value={example}
                label={text.example(formats.number(i + 1))}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

type TrialProps = {
  readonly view: ImportView;
  readonly tried: Tried;
  readonly runs: boolean;
  readonly mend: () => void;
};

export function Trial({ view, tried, runs, mend }: TrialProps) {
  const text = useText(runTexts);
  const formats = useFormats();
  const act = useAct(view.id);
  const { accepted } = tried.counts;
  const canStart = runs && view.fileKept && view.state === "mapped";
  return (
    <section className="im-step tr">
      <h2 className="tr-title">
        {accepted === 0 ? text.wouldNone : text.would(accepted, formats.number(accepted))}
      </h2>
      <Says tried={tried} />
      <RefusedNote error={act.error} />
      {canStart ? (
        <div className="im-acts">
          {accepted === 0 ? null : (
            <Button variant="filled" onClick={() => act.mutate("start")} loading={act.isPending}>
              {text.start(accepted, formats.number(accepted))}
            </Button>
          )}
          <Button onClick={mend}>{text.mend}</Button>
        </div>
      ) : null}
      <Figures counts={tried.counts} />
      <Who tried={tried} />
      <Why title={text.whyRefused} causes={tried.refusedBy} />
      <Why title={text.whyParked} causes={tried.parkedBy} />
      {runs ? <Rows tried={tried} /> : <p className="mid">{text.hidden}</p>}
    </section>
  );
}
