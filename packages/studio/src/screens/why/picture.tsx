// Identifiers to the left, claims as knots, people to the right. On a phone the words alone, in the same order.
import type { ClaimsOfPerson, Thread } from "@somlos/contract/rooms/identity-tree";
import { useFormats, useText } from "@somlos/look/language";
import { IconScissors } from "@tabler/icons-react";
import { IdentifierSign, identifierTexts, shortValue } from "../../identifiers.tsx";
import { useSize } from "../person/use-size.ts";
import { type Grouped, keyOf } from "./grouped.rules.ts";
import { type Picture as Drawn, type KnotSpot, picture } from "./picture.rules.ts";
import { whyTexts } from "./texts.ts";

type Tree = Pick<ClaimsOfPerson, "threads" | "knots">;
export type Choosing = {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
};
export type PersonWord = { readonly name: string; readonly under: string; readonly unknown: boolean };

/** Beyond these the words of the knots stand in the table only. */
const WORDS = 12;

type ThreadProps = {
  readonly thread: Thread;
  readonly choosing: Choosing | undefined;
  /** Whose it is, where the picture does not say it. */
  readonly home: string | undefined;
};

function ThreadWord({ thread, choosing, home }: ThreadProps) {
  const text = useText(whyTexts);
  const { kinds } = useText(identifierTexts);
  const formats = useFormats();
  const key = keyOf(thread);
  const words = (
    <>
      <IdentifierSign kind={thread.kind} size={17} />
      <span className="wy-id-words">
        <span className="wy-id-kind el">
          {kinds[thread.kind] ?? thread.kind}
          {thread.trust === "proven" ? null : ` · ${text.trust.stated}`}
          {thread.visits > 1 ? ` · ${text.visits(formats.number(thread.visits), true)}` : null}
        </span>
        <span className="wy-id-value el" title={thread.value}>
          {shortValue(thread.kind, thread.value)}
        </span>
        {home === undefined ? null : <span className="wy-id-home">→ {home}</span>}
      </span>
    </>
  );
  if (choosing === undefined) return <div className="wy-id">{words}</div>;
  return (
    <label className="wy-id wy-id-pick" data-on={choosing.chosen.has(key) || undefined}>
      <input type="checkbox" checked={choosing.chosen.has(key)} onChange={() => choosing.toggle(key)} />
      {words}
    </label>
  );
}

function KnotWord({
  spot,
  tree,
  short,
}: {
  readonly spot: KnotSpot;
  readonly tree: Tree;
  readonly short: boolean;
}) {
  const text = useText(whyTexts);
  const formats = useFormats();
  const claim = tree.knots[spot.from]?.claim;
  if (claim === undefined) return null;
  const when = claim.at === null ? "" : ` · ${formats.month(claim.at)}`;
  return (
    <li className="wy-knot" style={{ left: spot.x, top: spot.y }} data-words={spot.words} aria-hidden>
      <i className="wy-dot" data-open={spot.proven ? undefined : true}>
        {formats.number(spot.from + 1)}
      </i>
      {short ? null : (
        <span className="wy-knot-words">
          <b>{spot.held ? text.held : text.rules[claim.rule]}</b>
          <span>
            {text.trust[claim.trust]}
            {when}
          </span>
        </span>
      )}
    </li>
  );
}

/** The one we follow is red; somebody else’s thread is not. */
const colours = ["var(--thread)", "var(--d-measured)", "var(--ink-3)"];
const colourOf = (group: number): string => colours[Math.min(group, 2)] ?? "var(--ink-3)";

function Lines({ drawn, width }: { readonly drawn: Drawn; readonly width: number }) {
  return (
    <svg width={width} height={drawn.height} viewBox={`0 0 ${width} ${drawn.height}`} aria-hidden>
      {drawn.cuts.map(({ from, d }) => (
        <path key={from} d={d} fill="none" stroke="var(--ink-3)" strokeWidth="2" strokeDasharray="7 6" />
      ))}
      {drawn.stretches.map(({ id, d, group, cloth, last }) => (
        <path
          key={id}
          d={d}
          fill="none"
          stroke={colourOf(group)}
          strokeWidth={last ? 2.8 : 1.8}
          strokeLinecap="round"
          strokeDasharray={cloth === "solid" ? undefined : "7 6"}
        />
      ))}
      {drawn.threads.map(({ at, y, group }) => (
        <circle key={at} cx="4" cy={y} r="4" fill={colourOf(group)} />
      ))}
      {drawn.people.map(({ x, y }, group) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="5" fill={colourOf(group)} />
      ))}
    </svg>
  );
}

function Cut({ drawn, tree }: { readonly drawn: Drawn; readonly tree: Tree }) {
  const text = useText(whyTexts);
  const formats = useFormats();
  const last = drawn.cuts.at(-1);
  const claim = last === undefined ? undefined : tree.knots[last.from]?.claim;
  if (last === undefined || claim === undefined) return null;
  const more = drawn.cuts.length - 1;
  return (
    <p className="wy-cut" style={{ left: last.at.x, top: last.at.y }} aria-hidden>
      <i className="wy-cut-sign">
        <IconScissors size={16} stroke={1.6} />
      </i>
      <b>{text.rules[claim.rule]}</b>
      <span>
        {text.cut}
        {more > 0 ? ` ${text.cutMore(formats.number(more))}` : ""}
      </span>
    </p>
  );
}

type PictureProps = {
  readonly tree: Tree;
  readonly cut: Grouped;
  readonly people: readonly PersonWord[];
  readonly choosing: Choosing | undefined;
};

export function Picture({ tree, cut, people, choosing }: PictureProps) {
  const text = useText(whyTexts);
  const formats = useFormats();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const many = tree.threads.length > WORDS;
  const drawn = picture(tree, cut, { width: Math.max(width, 200), row: many ? 40 : 56, gap: 44 });
  const ids = formats.number(tree.threads.length);
  const says =
    cut.groups.length === 1
      ? text.pictureOne(text.counted(ids, formats.number(cut.knots.length), cut.knots.length === 1))
      : text.pictureMany(ids, formats.number(cut.groups.length), formats.number(cut.cuts.length));
  return (
    <figure className="wy-picture" data-many={many || undefined}>
      <figcaption className="vh">{says}</figcaption>
      <div className="wy-heads" aria-hidden>
        <span>{text.identifiers}</span>
        <span>{text.claims}</span>
        <span>{text.people}</span>
      </div>
      <div className="wy-cloth" style={{ ["--height" as string]: `${drawn.height}px` }}>
        <ul className="wy-ids" aria-label={text.identifiers}>
          {drawn.threads.map(({ at, y, group }) => {
            const thread = tree.threads[at];
            return thread === undefined ? null : (
              <li key={at} style={{ top: y }} data-group={group}>
                <ThreadWord
                  thread={thread}
                  choosing={choosing}
                  home={cut.groups.length > 1 ? people[group]?.name : undefined}
                />
              </li>
            );
          })}
        </ul>
        <div className="wy-lines" ref={ref}>
          {width === 0 ? null : <Lines drawn={drawn} width={width} />}
          <ol className="wy-knots">
            {drawn.knots.map((spot) => (
              <KnotWord key={`${spot.from} ${spot.group}`} spot={spot} tree={tree} short={many} />
            ))}
          </ol>
          <Cut drawn={drawn} tree={tree} />
        </div>
        <ul className="wy-people" aria-label={text.people}>
          {drawn.people.map(({ y }, group) => (
            <li key={people[group]?.name ?? group} style={{ top: y }} data-group={group}>
              <b className="wy-person" data-unknown={people[group]?.unknown || undefined}>
                {people[group]?.name}
              </b>
              <span className="wy-person-under">{people[group]?.under}</span>
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
}
