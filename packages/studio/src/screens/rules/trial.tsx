// A version on its way through everybody, and what a trial found: how many would change, and who.
import { Button } from "@mantine/core";
import type { RuleChange, RuleRun } from "@somlos/contract/rooms/identity-rules";
import { useFormats, useText } from "@somlos/look/language";
import { Link } from "react-router";
import { ruleTexts } from "./texts.ts";
import { type useAct, useChanges } from "./use-rules.ts";

const SHORT = 8;

function Change({ change }: { readonly change: RuleChange }) {
  const text = useText(ruleTexts);
  const { number } = useFormats();
  const says = [
    change.parts > 1 ? text.parts(number(change.parts)) : undefined,
    change.joins.length > 0 ? text.joins(number(change.joins.length)) : undefined,
    change.loses > 0 ? text.loses(number(change.loses), change.loses === 1) : undefined,
    change.gains > 0 ? text.gains(number(change.gains), change.gains === 1) : undefined,
  ].filter((one) => one !== undefined);
  return (
    <li className="ru-change" data-parts={change.parts > 1 || undefined}>
      <Link to={`/people/${change.personId}`} className="ru-person">
        {text.person} <code>{change.personId.slice(-SHORT)}</code>
      </Link>
      <i aria-hidden />
      <span>{says.join(", ")}</span>
    </li>
  );
}

function Changes({ run }: { readonly run: RuleRun }) {
  const text = useText(ruleTexts);
  const list = useChanges(run);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="ru-sub">{text.who}</h3>
      <ul className="ru-changes">
        {items.map((change) => (
          <Change key={change.personId} change={change} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className="more-row">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text.more}
          </Button>
        </div>
      ) : null}
    </>
  );
}

type RunProps = {
  readonly run: RuleRun;
  readonly manages: boolean;
  readonly act: ReturnType<typeof useAct>;
};

function Running({ run, manages, act }: RunProps) {
  const text = useText(ruleTexts);
  const { number } = useFormats();
  const total = Math.max(run.total, run.seen, 1);
  const label = text.progress[run.kind](number(run.number));
  return (
    <section className="ru-run" aria-live="polite">
      <h2>{label}</h2>
      <progress className="ru-bar" max={total} value={run.seen} aria-label={label} />
      <p className="mid num">{text.seen(number(run.seen), number(total))}</p>
      <p className="mid">{run.kind === "try" ? text.nothingYet : text.goesOn}</p>
      {run.kind === "try" && manages ? (
        <Button onClick={() => act.mutate({ stop: run.id })} disabled={act.isPending}>
          {text.stop}
        </Button>
      ) : null}
    </section>
  );
}

export function Run(props: RunProps) {
  const text = useText(ruleTexts);
  const { number } = useFormats();
  const { run } = props;
  if (run.state === "running") return <Running {...props} />;
  if (run.state === "cancelled") return <p className="ru-run mid">{text.stopped}</p>;
  const [some, none] = run.kind === "try" ? [text.found, text.foundNone] : [text.did, text.didNone];
  return (
    <section className="ru-run">
      <p className="ru-small dim">{text.version(number(run.number))}</p>
      <h2>{run.changed === 0 ? none : some(number(run.changed), run.changed === 1)}</h2>
      {run.changed === 0 ? null : (
        <p className="mid num">{text.counts(number(run.joined), number(run.split))}</p>
      )}
      {run.kind === "try" ? <Changes run={run} /> : null}
    </section>
  );
}
