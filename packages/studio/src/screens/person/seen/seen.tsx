// Where one person was recognised, and who opened them, where and why: the same lines that the person reads in their corner.
import { Button } from "@mantine/core";
import { readSeen, type SeenLine } from "@somlos/contract/rooms/seen";
import { useFormats, useText } from "@somlos/look/language";
import { IconEye } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../api.ts";
import { ChannelSign, channelTexts } from "../../../channels.tsx";
import { identifierTexts } from "../../../identifiers.tsx";
import { useNow } from "../../../now.ts";
import { shellTexts } from "../../../shell/texts.ts";
import { Answered } from "../../../states/answered.tsx";
import { Empty } from "../../../states/states.tsx";
import { PersonFrame } from "../frame.tsx";
import type { SectionProps } from "../sections.ts";
import "./seen.css";
import { byDay, keyOf, matches, type Which, whichOnes } from "./seen.rules.ts";
import { seenTexts } from "./texts.ts";

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(" · ");

function useRole(): (line: SeenLine) => string | null {
  const text = useText(seenTexts);
  const roles = useText(shellTexts).roles;
  return ({ function: role }) => (role === null ? null : role === "system" ? text.system : roles[role]);
}

function Met({ line }: { readonly line: SeenLine }) {
  const text = useText(seenTexts);
  const channels = useText(channelTexts);
  const kinds = useText(identifierTexts).kinds;
  const role = useRole()(line);
  return (
    <>
      <b>{line.kind === "met" ? text.kinds.met : text.kinds.signed_in}</b>{" "}
      <span className="mid">
        {joined([
          line.channel === null ? null : channels[line.channel],
          line.location,
          line.by === null ? null : text.by(kinds[line.by] ?? line.by),
          role === null ? null : text.met(role),
        ])}
      </span>
    </>
  );
}

function Opened({ line }: { readonly line: SeenLine }) {
  const text = useText(seenTexts);
  const role = useRole()(line) ?? text.system;
  return (
    <>
      <b>{line.name === null ? role : `${line.name}, ${role}`}</b>{" "}
      <span className="mid">
        {joined([text.did[line.what as keyof typeof text.did] ?? text.opened, line.location])}
      </span>
    </>
  );
}

function Line({ line }: { readonly line: SeenLine }) {
  const text = useText(seenTexts);
  const formats = useFormats();
  const until = line.until === null ? "" : formats.time(line.until);
  const from = formats.time(line.at);
  return (
    <li className="pn-line" data-kind={line.kind}>
      <span className="pn-time num">{until === "" || until === from ? from : `${from}–${until}`}</span>
      {line.kind === "opened" || line.channel === null ? (
        <IconEye size={16} stroke={1.6} aria-hidden className="icon" />
      ) : (
        <ChannelSign channel={line.channel} silent />
      )}
      <div>
        <p>{line.kind === "opened" ? <Opened line={line} /> : <Met line={line} />}</p>
        {line.kind === "opened" ? (
          <p className="ps-small">{line.reason === null ? text.noReason : text.because(line.reason)}</p>
        ) : null}
      </div>
    </li>
  );
}

type ChipsProps = { readonly which: Which; readonly set: (which: Which) => void };

function Chips({ which, set }: ChipsProps) {
  const text = useText(seenTexts);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form
    <div className="ps-bar" role="group" aria-label={text.which}>
      {whichOnes.map((one) => (
        <button
          key={one}
          type="button"
          className={one === which ? "chip chip-on" : "chip chip-line"}
          aria-pressed={one === which}
          onClick={() => set(one)}
        >
          {text.ones[one]}
        </button>
      ))}
    </div>
  );
}

export function Seen({ person, asked }: SectionProps) {
  const text = useText(seenTexts);
  const formats = useFormats();
  const now = useNow();
  const [which, setWhich] = useState<Which>("all");
  const seen = useInfiniteQuery({
    queryKey: ["seen", person.id],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === null ? {} : { before: pageParam };
      return call(readSeen, { params: { id: person.id }, query: { limit: 100, ...before } }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 10_000,
  });
  return (
    <PersonFrame person={person} asked={asked}>
      <section className="ps" aria-labelledby="pn-finding">
        <header>
          <h2 className="ps-finding" id="pn-finding">
            {text.finding}
          </h2>
          <p className="mid ps-lead">{text.lead}</p>
        </header>
        <Chips which={which} set={setWhich} />
        <Answered asked={seen} shape="lines">
          {({ pages }) => {
            const lines = pages.flatMap((page) => page.items).filter((line) => matches(line, which));
            return (
              <>
                {lines.length === 0 ? (
                  <Empty title={text.emptyTitle}>{text.empty}</Empty>
                ) : (
                  byDay(lines, (at) => formats.day(at, now)).map(([day, of]) => (
                    <section key={day} className="pn-day" aria-label={day}>
                      <h3 className="h">{day}</h3>
                      <ol>
                        {of.map((line) => (
                          <Line key={keyOf(line)} line={line} />
                        ))}
                      </ol>
                    </section>
                  ))
                )}
                {seen.hasNextPage ? (
                  <Button
                    className="ps-more"
                    loading={seen.isFetchingNextPage}
                    onClick={() => void seen.fetchNextPage()}
                  >
                    {text.older}
                  </Button>
                ) : null}
              </>
            );
          }}
        </Answered>
      </section>
    </PersonFrame>
  );
}
