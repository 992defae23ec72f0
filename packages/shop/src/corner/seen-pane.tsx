// Who has looked, and where one was recognised: when, where, by what, and which function opened it and why.
import { readMySeen, type SeenLine } from "@somlos/contract/rooms/seen";
import { useFormats, useText } from "@somlos/look/language";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api.ts";
import { Pane } from "./pane.tsx";
import { type Visit, visitsOf } from "./seen.rules.ts";
import { seenTexts } from "./seen-texts.ts";

/** So many stand there until more are asked for. */
const FEW = 5;

export function SeenPane() {
  const text = useText(seenTexts);
  const [all, setAll] = useState(false);
  const asked = useInfiniteQuery({
    queryKey: ["seen"],
    queryFn: ({ pageParam }) =>
      call(readMySeen, { query: pageParam === "" ? { limit: 50 } : { limit: 50, before: pageParam } }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Pane title={text.title} asked={asked}>
      {({ pages }) => {
        const visits = visitsOf(pages.flatMap(({ items }) => items));
        const shown = all ? visits : visits.slice(0, FEW);
        return (
          <>
            {visits.length === 0 ? <p className="pane-empty">{text.none}</p> : null}
            <ul>
              {shown.map((visit) => (
                <Line key={keyOf(visit)} visit={visit} />
              ))}
            </ul>
            {asked.hasNextPage || shown.length < visits.length ? (
              <button
                type="button"
                className="button button-wide"
                disabled={asked.isFetchingNextPage}
                onClick={() => {
                  if (all) void asked.fetchNextPage();
                  setAll(true);
                }}
              >
                {text.more}
              </button>
            ) : null}
          </>
        );
      }}
    </Pane>
  );
}

const keyOf = ({ line: { at, kind, what, channel, colleague } }: Visit): string =>
  [at, kind, what, channel, colleague].join(" ");

/** Where one was recognised, and by what. */
function Met({ line }: { readonly line: SeenLine }) {
  const text = useText(seenTexts);
  const channel = line.channel === null ? null : text.channels[line.channel];
  const where = [channel, line.location].filter((part) => part !== null).join(", ");
  return (
    <>
      {where || text.somewhere}
      <small>
        {line.kind === "met" ? text.met : text.signed_in}
        {line.by === null ? "" : `, ${text.by(text.kinds.get(line.by) ?? line.by)}`}
      </small>
    </>
  );
}

/** Who opened one's page, why, and what of it. */
function Opened({ visit: { line, did } }: { readonly visit: Visit }) {
  const text = useText(seenTexts);
  const who = line.name ?? text.functions[line.function ?? "system"];
  const things = [...new Set(did.map((one) => text.did.get(one) ?? text.opened))];
  return (
    <>
      {[who, line.location].filter((part) => part !== null).join(", ")}
      {line.reason === null ? null : <small>{line.reason}</small>}
      <small>{things.length === 0 ? text.opened : things.join(", ")}</small>
    </>
  );
}

function Line({ visit }: { readonly visit: Visit }) {
  const { moment, time } = useFormats();
  const { line, from, to } = visit;
  const ends = time(to);
  return (
    <li className="line">
      <div>
        {line.kind === "opened" ? <Opened visit={visit} /> : <Met line={line} />}
        <small>{time(from) === ends ? moment(from) : `${moment(from)}–${ends}`}</small>
      </div>
    </li>
  );
}
