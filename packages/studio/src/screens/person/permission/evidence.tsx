// What proves one permission: the exact words, who collected it, where, when and how; and a no from now on, in one act.
import { Button } from "@mantine/core";
import { type Language, languageNames, languages, useFormats, useText } from "@somlos/look/language";
import { IconAlertTriangle } from "@tabler/icons-react";
import { RefusedNote } from "../../../forms/refused.tsx";
import { identifierTexts } from "../../../identifiers.tsx";
import { permissionTexts } from "../../../permissions.tsx";
import type { Line } from "./said.rules.ts";
import { StateSign } from "./state.tsx";
import { saidTexts } from "./texts.ts";
import { useNo } from "./use-said.ts";

const isLanguage = (word: string): word is Language => languages.some((one) => one === word);

type WordsProps = {
  /** `benefit`: what one gets for a yes, where somebody is being asked. */
  readonly words: NonNullable<Line["text"]> & { readonly benefit?: string | null };
};

/** The words as they were shown, in their own language, with the hash that the evidence names. */
export function Words({ words: { language, version, body, hash, benefit = null } }: WordsProps) {
  const text = useText(saidTexts);
  const formats = useFormats();
  const name = isLanguage(language) ? languageNames[language] : language;
  return (
    <figure className="pp-words">
      <blockquote lang={language}>{body}</blockquote>
      {benefit === null ? null : (
        <p>
          {text.gets} <b lang={language}>{benefit}</b>
        </p>
      )}
      <figcaption>
        <span>{text.version(name, formats.number(version))}</span>
        <code className="mono" title={hash}>
          {hash.slice(0, 12)}…
        </code>
      </figcaption>
    </figure>
  );
}

/** Who wrote it down: a colleague's name is for the audit. */
export function useCollector(): (by: string) => string {
  const text = useText(saidTexts);
  return (by) => (by.startsWith("staff:") ? text.colleague : by.startsWith("person:") ? text.themselves : by);
}

type Row = readonly [name: string, value: string | null];

function useRows(line: Line): Row[] {
  const text = useText(saidTexts);
  const words = useText(permissionTexts);
  const kinds = useText(identifierTexts).kinds;
  const formats = useFormats();
  const collector = useCollector();
  const { evidence, identifier, soft, used } = line;
  const yesNo = (value: boolean | null | undefined): string | null =>
    value === null || value === undefined ? null : value ? text.yes : text.no;
  const facts = Object.entries(soft ?? {}).map(
    ([name, value]): Row => [
      text.soft[name as keyof typeof text.soft] ?? name,
      typeof value === "boolean" ? yesNo(value) : (value ?? null),
    ],
  );
  return [
    [text.rows.entity, line.entity.name ?? line.entity.id],
    [
      text.rows.identifier,
      identifier === null ? null : `${kinds[identifier.kind] ?? identifier.kind}: ${identifier.value}`,
    ],
    [
      text.rows.basis,
      line.basis === null ? null : line.basis === "soft" ? words.states.soft : words.bases.consent,
    ],
    [text.rows.since, formats.moment(line.since)],
    [text.rows.by, evidence?.collectedBy == null ? null : collector(evidence.collectedBy)],
    [text.rows.place, evidence?.place ?? null],
    [text.rows.how, evidence?.how ?? null],
    [text.rows.active, yesNo(evidence?.active)],
    [text.rows.concluded, yesNo(evidence?.concluded)],
    ...facts,
    [text.rows.cause, line.cause],
    [text.rows.imported, line.imported ? text.yes : null],
    [
      text.rows.used,
      used === null
        ? null
        : text.used(formats.number(used.times), used.times === 1, formats.date(used.lastAt)),
    ],
  ];
}

function Missing({ missing }: Pick<Line, "missing">) {
  const text = useText(saidTexts);
  if (missing.length === 0) return null;
  return (
    <div className="note-alarm pp-missing" role="note">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden className="icon" />
      <p>
        {text.missing} {missing.map((one) => text.lacks[one as keyof typeof text.lacks] ?? one).join(", ")}.
      </p>
    </div>
  );
}

type EvidenceProps = {
  readonly line: Line;
  readonly personId: string;
  /** Whether the colleague may write down what was said. */
  readonly records: boolean;
  readonly sayYes: () => void;
  readonly done: () => void;
};

function Acts({ line, personId, records, sayYes, done }: EvidenceProps) {
  const text = useText(saidTexts);
  const no = useNo(personId, done);
  const { purpose, channel, entity } = line;
  const over = line.state === "withdrawn";
  if (!records) return over ? <p className="ps-small">{text.neverRemoved}</p> : null;
  return (
    <div className="pp-does">
      <RefusedNote error={no.error} />
      {over ? (
        <Button onClick={sayYes}>{text.newYes}</Button>
      ) : (
        <Button loading={no.isPending} onClick={() => no.mutate({ purpose, channel, entityId: entity.id })}>
          {text.noFromNow}
        </Button>
      )}
      <p className="ps-small">{over ? text.neverRemoved : text.noFromNowSays}</p>
    </div>
  );
}

export function Evidence(props: EvidenceProps) {
  const { line } = props;
  const text = useText(saidTexts);
  const channels = useText(permissionTexts).channels;
  const rows = useRows(line).filter(([, value]) => value !== null);
  return (
    <article className="pp-evidence" aria-live="polite">
      <h3 className="rail-title">
        {line.purpose}, {channels[line.channel].toLocaleLowerCase()}
      </h3>
      <StateSign state={line.state} />
      <p className="mid">{text.means[line.state]}</p>
      <Missing missing={line.missing} />
      {line.text === null ? <p className="ps-small">{text.noWords}</p> : <Words words={line.text} />}
      <dl className="pp-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Acts {...props} />
    </article>
  );
}
