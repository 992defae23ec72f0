// What holds, in sentences: each kind with its limits and when it says nothing, what ties what, and the shop's own list.
import type { RuleBody, RuleKind } from "@somlos/contract/rooms/identity-rules";
import { useFormats, useText } from "@somlos/look/language";
import { IdentifierSign, identifierTexts } from "../../identifiers.tsx";
import { ruleTexts } from "./texts.ts";
import { askedPairs, saysOf } from "./ties.rules.ts";

export function useKindWord(): (kind: string) => string {
  const text = useText(ruleTexts).kinds;
  const words = useText(identifierTexts).kinds;
  return (kind) => text[kind] ?? words[kind] ?? kind;
}

export type Sentences = { readonly kind: RuleKind; readonly says: readonly string[] };

/** What a version says of each kind of which it says something. */
export function useSentences(): (body: RuleBody) => readonly Sentences[] {
  const text = useText(ruleTexts);
  const { number } = useFormats();
  const word = useKindWord();
  const limits = (body: RuleBody, kind: string): string[] => {
    const most = body.limit[kind as keyof RuleBody["limit"]];
    const window = body.window[kind as keyof RuleBody["window"]] ?? null;
    return [
      ...(most === undefined ? [] : [most === 1 ? text.unique : text.limit(number(most))]),
      ...(window === null || most === undefined || window.most >= most
        ? []
        : [text.window(number(window.most), number(window.days))]),
    ];
  };
  const hubs = (body: RuleBody, kind: RuleKind): string[] => {
    const { any, ...near } = body.hub[kind] ?? {};
    const most = Object.entries(near).map(
      ([other, n]) => `${number(n)} ${n === 1 ? word(other).toLowerCase() : (text.many[other] ?? other)}`,
    );
    return [
      ...(any === undefined ? [] : [text.hubAny(number(any))]),
      ...(most.length === 0 ? [] : [text.hub(most.join(` ${text.or} `))]),
    ];
  };
  return (body) =>
    (Object.keys(body.rank) as RuleKind[])
      .sort((x, y) => body.rank[y] - body.rank[x])
      .map((kind) => ({ kind, says: [...limits(body, kind), ...hubs(body, kind)] }));
}

function Kinds({ body }: { readonly body: RuleBody }) {
  const text = useText(ruleTexts);
  const { number } = useFormats();
  const word = useKindWord();
  const sentences = useSentences();
  return (
    <ul className="ru-kinds">
      {sentences(body).map(({ kind, says }) => (
        <li key={kind} className="ru-kind">
          <IdentifierSign kind={kind === "lane" ? "visitor" : kind} size={18} />
          <div>
            <b>{word(kind)}</b>
            {says.length === 0 ? null : <p className="mid">{says.join(" ")}</p>}
          </div>
          <span className="ru-strength num">{text.strength(number(body.rank[kind]))}</span>
        </li>
      ))}
    </ul>
  );
}

function Ties({ body }: { readonly body: RuleBody }) {
  const text = useText(ruleTexts);
  const word = useKindWord();
  return (
    <ul className="ru-ties">
      {askedPairs.map(([a, b]) => {
        const says = saysOf(body.ties, [a, b]);
        return (
          <li key={`${a} ${b}`} className="ru-tie" data-says={says}>
            <span>{text.tie(word(a), word(b).toLowerCase())}</span>
            <i aria-hidden />
            <span className="mid">{text.says[says]}</span>
          </li>
        );
      })}
    </ul>
  );
}

function List({ body }: { readonly body: RuleBody }) {
  const text = useText(ruleTexts);
  const { number } = useFormats();
  const word = useKindWord();
  const { values, patterns } = body.blocked;
  if (values.length + patterns.length === 0) return <p className="dim">{text.listNone}</p>;
  return (
    <ul className="ru-list">
      {[...Map.groupBy(patterns, ({ kind, how }) => `${kind} ${how}`)].map(([name, [first, ...others]]) =>
        first === undefined ? null : (
          <li key={name}>
            {word(first.kind)} {text.ways[first.how]}{" "}
            {[first, ...others].map((one) => (
              <code key={one.text}>{one.text}</code>
            ))}
          </li>
        ),
      )}
      {values.length === 0 ? null : <li>{text.values(number(values.length), values.length === 1)}</li>}
    </ul>
  );
}

export function Holds({ body }: { readonly body: RuleBody }) {
  const text = useText(ruleTexts);
  return (
    <>
      <Kinds body={body} />
      <h3 className="ru-sub">{text.ties}</h3>
      <Ties body={body} />
      <h3 className="ru-sub">{text.list}</h3>
      <p className="mid ru-small">{text.listSays}</p>
      <List body={body} />
    </>
  );
}
