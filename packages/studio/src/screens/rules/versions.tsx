// The versions, the newest first: who wrote each, why, what it says that does not hold now, and what may be done with it.
import { Button } from "@mantine/core";
import { listStaff } from "@somlos/contract/rooms/access-staff";
import type { RuleBody, RuleVersion } from "@somlos/contract/rooms/identity-rules";
import { useFormats, useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { RefusedNote } from "../../forms/refused.tsx";
import { may, useSession } from "../../session.ts";
import { useKindWord, useSentences } from "./holds.tsx";
import { ruleTexts } from "./texts.ts";
import { askedPairs, saysOf } from "./ties.rules.ts";
import type { useAct } from "./use-rules.ts";

function useNames(): (id: string) => string {
  const text = useText(ruleTexts);
  const { data: session } = useSession();
  const staff = useQuery({
    queryKey: ["staff", "names"],
    queryFn: ({ signal }) => call(listStaff, {}, signal),
    enabled: may(session, "staff.read"),
  });
  return (id) => {
    if (id === session?.staff.id) return text.you;
    return staff.data?.items.find((one) => one.id === id)?.name ?? text.colleague;
  };
}

/** What a version says otherwise than what holds. */
function useDifferences(): (body: RuleBody, held: RuleBody) => readonly string[] {
  const text = useText(ruleTexts);
  const { number } = useFormats();
  const word = useKindWord();
  const sentences = useSentences();
  return (body, held) => {
    const before = new Map(sentences(held).map((one) => [one.kind, one.says]));
    const kinds = sentences(body).flatMap(({ kind, says }) => {
      const other = says.filter((one) => !before.get(kind)?.includes(one));
      const strength = body.rank[kind] === held.rank[kind] ? [] : [text.strength(number(body.rank[kind]))];
      const all = [...other, ...strength];
      return all.length === 0 ? [] : [`${word(kind)}: ${all.join(" ")}`];
    });
    const ties = askedPairs
      .filter((pair) => saysOf(body.ties, pair) !== saysOf(held.ties, pair))
      .map(
        ([a, b]) => `${text.tie(word(a), word(b).toLowerCase())}: ${text.says[saysOf(body.ties, [a, b])]}`,
      );
    const isOtherList = JSON.stringify(body.blocked) !== JSON.stringify(held.blocked);
    const said = (of: RuleBody) =>
      of.blocked.patterns.map((one) => `${word(one.kind)} ${text.ways[one.how]} ${one.text}`);
    const [listed, listedBefore] = [said(body), said(held)];
    const came = listed.filter((one) => !listedBefore.includes(one)).map((one) => `+ ${one}`);
    const went = listedBefore.filter((one) => !listed.includes(one)).map((one) => `− ${one}`);
    const { length } = body.blocked.values;
    const values = length === 0 ? [] : [text.values(number(length), length === 1)];
    const list = isOtherList
      ? [`${text.list}: ${[...came, ...went, ...values].join(", ") || text.listNone}`]
      : [];
    return [...kinds, ...ties, ...list];
  };
}

type VersionProps = {
  readonly version: RuleVersion;
  readonly held: RuleBody;
  readonly busy: boolean;
  readonly manages: boolean;
  readonly act: ReturnType<typeof useAct>;
};

function Acts({ version: { number, state }, busy, act }: VersionProps) {
  const text = useText(ruleTexts);
  if (state === "in_force" || state === "applying") return null;
  const go = (what: "try" | "apply") => act.mutate({ what, number });
  return (
    <div className="ru-acts">
      <Button onClick={() => go("try")} disabled={busy}>
        {text.try}
      </Button>
      {state === "draft" ? null : (
        <Button
          variant={state === "tried" ? "filled" : "default"}
          onClick={() => go("apply")}
          disabled={busy}
        >
          {state === "tried" ? text.apply : text.back}
        </Button>
      )}
    </div>
  );
}

function Version(props: VersionProps) {
  const text = useText(ruleTexts);
  const formats = useFormats();
  const nameOf = useNames();
  const differences = useDifferences();
  const { version, held, manages, act } = props;
  const { number, state, why, byId, at, body } = version;
  const other = differences(body, held);
  const tried = act.variables;
  const isMine = tried !== undefined && "number" in tried && tried.number === number;
  return (
    <li className="ru-version" data-state={state}>
      <p className="ru-head">
        <b className="num">{text.version(formats.number(number))}</b>
        <span className="ru-state">{text.states[state]}</span>
      </p>
      {why === "" ? (
        <p className="mid">{text.shipped}</p>
      ) : (
        <>
          <p>{why}</p>
          <p className="ru-small dim num">
            {nameOf(byId)}, {formats.moment(at)}
          </p>
        </>
      )}
      {state === "in_force" ? null : (
        <ul className="ru-other">
          {other.length === 0 ? <li className="dim">{text.same}</li> : null}
          {other.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <RefusedNote error={isMine ? act.error : null} />
      {manages ? <Acts {...props} /> : null}
    </li>
  );
}

type VersionsProps = Omit<VersionProps, "version"> & { readonly versions: readonly RuleVersion[] };

export function Versions({ versions, ...rest }: VersionsProps) {
  const text = useText(ruleTexts);
  return (
    <section className="ru-versions" aria-label={text.versions}>
      <h2>{text.versions}</h2>
      <ol>
        {versions.map((version) => (
          <Version key={version.number} version={version} {...rest} />
        ))}
      </ol>
    </section>
  );
}
