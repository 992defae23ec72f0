// One pair: the question, the two threads that may be one, what speaks for it, and what to do.
import { Button, TextInput } from "@mantine/core";
import type { MatchWhole } from "@somlos/contract/rooms/matches";
import { useFormats, useText } from "@somlos/look/language";
import { IconArrowBackUp, IconArrowMerge, IconArrowsSplit2, IconBellOff } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { RefusedNote } from "../../forms/refused.tsx";
import { Waterfall } from "./fall.tsx";
import "./pair.css";
import { nameOf, useOdds } from "./queue.tsx";
import { reviewTexts } from "./texts.ts";
import type { Verb } from "./use-review.ts";

/** Stitched while it is a guess, solid when it is one, apart when it is not. */
function Threads({ state }: { readonly state: MatchWhole["state"] }) {
  const joined = state === "open" || state === "accepted";
  const [upper, lower] = joined
    ? ["M4 16 C 60 16, 70 40, 118 40", "M4 64 C 60 64, 70 40, 118 40"]
    : ["M4 16 C 60 16, 70 22, 196 22", "M4 64 C 60 64, 70 58, 196 58"];
  return (
    <svg
      className="rv-threads"
      viewBox="0 0 200 80"
      preserveAspectRatio="xMinYMid slice"
      data-state={state}
      aria-hidden
    >
      <path d={upper} />
      <path d={lower} />
      {joined ? <path className="rv-after" d="M126 40 L196 40" /> : null}
      <circle cx="4" cy="16" r="4" />
      <circle cx="4" cy="64" r="4" />
      {joined ? <circle className="rv-knot" cx="122" cy="40" r="5" /> : null}
    </svg>
  );
}

/** Whoever decided is led to the next pair, by hand or by ear: what they pressed is gone with the last one. */
function useLed(led: boolean) {
  const title = useRef<HTMLHeadingElement>(null);
  const come = useRef(led);
  useEffect(() => {
    if (come.current && document.activeElement === document.body) title.current?.focus();
  }, []);
  return title;
}

function Head({ whole, led }: { readonly whole: MatchWhole; readonly led: boolean }) {
  const ref = useLed(led);
  const text = useText(reviewTexts);
  const { number } = useFormats();
  const odds = useOdds();
  const [a, b] = [nameOf(whole.a, text), nameOf(whole.b, text)];
  const title = whole.state === "accepted" ? text.were(a) : a === b ? text.same(a) : text.one(a, b);
  return (
    <header className="rv-head">
      <h2 className="rv-title" ref={ref} tabIndex={-1}>
        {title}
      </h2>
      <div className="rv-meet">
        <div className="rv-names">
          <Link to={`/people/${whole.a.personId}`} aria-label={text.open(a)}>
            {a}
          </Link>
          <Link to={`/people/${whole.b.personId}`} aria-label={text.open(b)}>
            {b}
          </Link>
        </div>
        <Threads state={whole.state} />
        <p className="rv-sum">
          <b className="num">{odds(whole.bits)}</b>
          <span>{text.by[whole.state]}</span>
          <span className="rv-small num">{text.weight(number(whole.bits, 1))}</span>
        </p>
      </div>
    </header>
  );
}

type PairProps = {
  readonly whole: MatchWhole;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly act: (verb: Verb) => void;
  readonly running: boolean;
  /** Letters decide. */
  readonly keys: boolean;
  /** Something was decided before this pair came. */
  readonly led: boolean;
  readonly error: unknown;
};

const ICON = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

function Acts({ whole, reason, setReason, act, running, keys, error }: PairProps) {
  const text = useText(reviewTexts);
  const by = (letter: string) =>
    keys
      ? {
          "aria-keyshortcuts": letter,
          rightSection: (
            <kbd className="kbd rv-kbd" aria-hidden>
              {letter}
            </kbd>
          ),
        }
      : {};
  const open = whole.state === "open";
  return (
    <footer className="rv-acts">
      <RefusedNote error={error} />
      <TextInput
        label={text.reason}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
        className="rv-reason"
      />
      <div className="rv-buttons">
        {open ? (
          <>
            <Button
              variant="default"
              onClick={() => act("never")}
              disabled={running}
              {...by("N")}
              leftSection={<IconBellOff {...ICON} />}
            >
              {text.never}
            </Button>
            <Button
              variant="default"
              onClick={() => act("reject")}
              disabled={running}
              {...by("R")}
              leftSection={<IconArrowsSplit2 {...ICON} />}
            >
              {text.reject}
            </Button>
            <Button
              variant="filled"
              onClick={() => act("accept")}
              disabled={running}
              {...by("A")}
              leftSection={<IconArrowMerge {...ICON} />}
            >
              {text.accept}
            </Button>
          </>
        ) : (
          <Button
            variant="default"
            onClick={() => act("undo")}
            disabled={running}
            {...by("U")}
            leftSection={<IconArrowBackUp {...ICON} />}
          >
            {text.undo}
          </Button>
        )}
      </div>
    </footer>
  );
}

export function Pair(props: PairProps) {
  return (
    <article className="rv-pair" data-pair={props.whole.id}>
      <Head whole={props.whole} led={props.led} />
      <Waterfall whole={props.whole} />
      <Acts {...props} />
    </article>
  );
}
