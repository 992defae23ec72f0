// Who has looked, and where one was recognised: when, where, by what, and which function opened it and why.
import { readMySeen, type SeenLine } from "@somlos/contract/rooms/seen";
import { useFormats, useText } from "@somlos/look/language";
import { useInfiniteQuery } from "@tanstack/react-query";
import { call } from "../api.ts";
import { Pane } from "./pane.tsx";
import { seenTexts } from "./seen-texts.ts";

export function SeenPane() {
  const text = useText(seenTexts);
  const asked = useInfiniteQuery({
    queryKey: ["seen"],
    queryFn: ({ pageParam }) =>
      call(readMySeen, { query: pageParam === "" ? { limit: 5 } : { limit: 50, before: pageParam } }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Pane title={text.title} asked={asked}>
      {({ pages }) => {
        const lines = pages.flatMap(({ items }) => items);
        return (
          <>
            {lines.length === 0 ? <p className="pane-empty">{text.none}</p> : null}
            <ul>
              {lines.map((line) => (
                <Line key={`${line.at}${line.kind}${line.what}${line.channel}`} line={line} />
              ))}
            </ul>
            {asked.hasNextPage ? (
              <button
                type="button"
                className="button button-wide"
                disabled={asked.isFetchingNextPage}
                onClick={() => void asked.fetchNextPage()}
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

function Line({ line }: { readonly line: SeenLine }) {
  const text = useText(seenTexts);
  const { moment } = useFormats();
  const channel = line.channel === null ? null : text.channels[line.channel];
  const where = [channel, line.location].filter((part) => part !== null).join(", ");
  const who = line.name ?? (line.function === null ? null : text.functions[line.function]);
  return (
    <li className="line">
      <div>
        {line.kind === "opened" ? (who ?? text.functions.system) : where || text.somewhere}
        <small>
          {line.kind === "opened" ? (line.reason ?? text.opened) : text[line.kind]}
          {line.by === null ? "" : `, ${text.by(text.kinds.get(line.by) ?? line.by)}`}
        </small>
        <small>{moment(line.at)}</small>
      </div>
    </li>
  );
}
