// One line an act: when, who, what, about whom. A refused one says so.
import type { ColleagueAnswer, listAudit } from "@somlos/contract/rooms/access-staff";
import { useFormats, useText } from "@somlos/look/language";
import { Link } from "react-router";
import type { z } from "zod";
import { useNow } from "../../now.ts";
import { opensPerson, placeOf } from "./filter.rules.ts";
import { auditTexts } from "./texts.ts";

export type Act = z.output<(typeof listAudit)["answer"]>["items"][number];

function useWho(): (act: Act) => string {
  const text = useText(auditTexts);
  const others: Readonly<Record<string, string>> = {
    "admin-token": text.token,
    system: text.system,
    nobody: text.nobody,
    key: text.key,
  };
  return (act) => act.name ?? others[act.who] ?? act.who;
}

type AboutProps = { readonly act: Act; readonly colleagues: readonly ColleagueAnswer[] };

function About({ act, colleagues }: AboutProps) {
  const text = useText(auditTexts);
  if (act.personId !== null && opensPerson(act)) {
    return (
      <Link className="link" to={`/people/${encodeURIComponent(act.personId)}`}>
        {text.person} <span className="mono">{act.personId.slice(0, 8)}</span>
      </Link>
    );
  }
  if (act.objectId === null) return null;
  const place = placeOf(act);
  if (place !== undefined) {
    const id = place.of === "source" ? act.objectId : act.objectId.slice(0, 8);
    return (
      <Link className="link" to={place.path}>
        {text[place.of]} <span className="mono">{id}</span>
      </Link>
    );
  }
  const colleague = colleagues.find((one) => one.id === act.objectId);
  if (colleague !== undefined) {
    return (
      <Link className="link" to={`/staff?id=${encodeURIComponent(colleague.id)}`}>
        {colleague.name}
      </Link>
    );
  }
  return <span className="mono dim">{act.objectId.slice(0, 8)}</span>;
}

type LineProps = AboutProps & { readonly choose: (who: string) => void };

function Line({ act, colleagues, choose }: LineProps) {
  const text = useText(auditTexts);
  const formats = useFormats();
  const who = useWho();
  return (
    <li className="aa" data-refused={act.refused || undefined}>
      <time className="aa-at num" dateTime={act.at} title={formats.moment(act.at)}>
        {formats.time(act.at)}
      </time>
      <button type="button" className="plain aa-who el" onClick={() => choose(act.who)}>
        {who(act)}
      </button>
      <span className="aa-what">
        {text.acts[act.what] ?? <code className="mono">{act.what}</code>}
        {act.refused ? <span className="chip chip-alarm aa-refused">{text.refused}</span> : null}
        {act.reason === null ? null : <span className="aa-reason">{act.reason}</span>}
      </span>
      <span className="aa-about">
        <About act={act} colleagues={colleagues} />
      </span>
    </li>
  );
}

type ActsProps = {
  readonly items: readonly Act[];
  readonly colleagues: readonly ColleagueAnswer[];
  readonly choose: (who: string) => void;
};

/** Under the day they belong to. */
export function Acts({ items, colleagues, choose }: ActsProps) {
  const text = useText(auditTexts);
  const formats = useFormats();
  const now = useNow();
  const days = new Map<string, Act[]>();
  for (const act of items) {
    const day = formats.day(act.at, now);
    days.set(day, [...(days.get(day) ?? []), act]);
  }
  return (
    <section className="aas" aria-label={text.list}>
      {[...days].map(([day, acts]) => (
        <div key={day}>
          <h2 className="aa-day">{day}</h2>
          <ol>
            {acts.map((act) => (
              <Line key={act.id} act={act} colleagues={colleagues} choose={choose} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
