// What one person wishes: how often, when, about what. A colleague sees what the person sees, and writes down what they say.
import { Button } from "@mantine/core";
import { readWishes, type WishesAnswer } from "@somlos/contract/rooms/wishes";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { IconCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../api.ts";
import { permissionTexts } from "../../../permissions.tsx";
import { may, useSession } from "../../../session.ts";
import { Answered } from "../../../states/answered.tsx";
import { Empty } from "../../../states/states.tsx";
import { SayWish } from "./say-wish.tsx";
import { wishTexts } from "./wish-texts.ts";

type Row = readonly [key: string, name: string, value: string];
type Change = WishesAnswer["history"][number];

function useRows({ pausedUntil, hours, most, topics, words }: WishesAnswer): Row[] {
  const text = useText(wishTexts);
  const permission = useText(permissionTexts);
  const formats = useFormats();
  const nameOf = (channel: WishesAnswer["most"][number]["channel"]): string =>
    text.mostOf(channel === null ? null : permission.channels[channel]);
  return [
    ...(pausedUntil === null
      ? []
      : [["pause", text.names.pause, text.until(formats.moment(pausedUntil))] as const]),
    ...hours.map(
      ({ from, to, days, zone }) =>
        [`h ${from} ${days.join()}`, text.names.hours, `${from}–${to}, ${dayNames(days)} (${zone})`] as const,
    ),
    ...most.map(
      ({ channel, had, ...limit }) =>
        [`${channel} ${limit.per}`, nameOf(channel), text.had(had, text.limit(limit))] as const,
    ),
    ...topics.flatMap(({ code, name, stance }): Row[] =>
      stance === null ? [] : [[`t ${code}`, `${text.names.topic}: ${name}`, text.stance[stance]]],
    ),
    ...words.map(
      ({ word, stance }) => [`w ${word}`, `${text.names.word}: ${word}`, text.stance[stance]] as const,
    ),
  ];
  function dayNames(days: readonly number[]): string {
    return days.length === 7 ? text.everyDay : days.map((day) => formats.weekday(day, "short")).join(", ");
  }
}

function useChange(): (change: Change) => string {
  const text = useText(wishTexts);
  const formats = useFormats();
  return ({ hours, until, limit, stance }) => {
    if (hours !== null) return `${hours.from}–${hours.to}`;
    if (until !== null) return text.until(formats.date(until));
    if (limit !== null) return text.limit(limit);
    return stance === null ? text.off : text.stance[stance];
  };
}

function History({ history, topics }: Pick<WishesAnswer, "history" | "topics">) {
  const text = useText(wishTexts);
  const formats = useFormats();
  const changeOf = useChange();
  const topicNames = new Map(topics.map(({ code, name }) => [code, name]));
  const itemOf = ({ name, item }: Change): string =>
    name === "topic" ? (topicNames.get(item) ?? item) : item;
  if (history.length === 0) return null;
  return (
    <section aria-label={text.history}>
      <h3 className="h">{text.history}</h3>
      <ol className="pp-history">
        {history.map((one) => (
          <li key={`${one.id} ${one.name} ${one.item}`} className="pp-entry">
            <i className="knot" aria-hidden />
            <div>
              <p>
                <b>{text.names[one.name]}</b>{" "}
                <span className="mid">
                  {[itemOf(one), changeOf(one)].filter((part) => part !== "").join(" · ")}
                </span>
              </p>
              <p className="ps-small">
                {formats.moment(one.at)} · {text.by[one.by]}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Rows({ wishes }: { readonly wishes: WishesAnswer }) {
  const text = useText(wishTexts);
  const rows = useRows(wishes);
  if (rows.length === 0) return <Empty title={text.none}>{text.noneSays}</Empty>;
  return (
    <dl className="pp-facts">
      {rows.map(([key, name, value]) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Wishes({ id }: { readonly id: string }) {
  const text = useText(wishTexts);
  const { language } = useLanguage();
  const { data: session } = useSession();
  const [writing, write] = useState(false);
  const [done, setDone] = useState(false);
  const asked = useQuery({
    queryKey: ["wishes", id, language],
    queryFn: ({ signal }) => call(readWishes, { params: { id } }, signal),
  });
  return (
    <Answered asked={asked} shape="lines">
      {(wishes) => (
        <>
          <p className="mid ps-lead">{text.lead}</p>
          <div role="status">
            {done ? (
              <div className="ps-note">
                <IconCheck size={18} stroke={1.8} aria-hidden className="icon" />
                <span>{text.done}</span>
              </div>
            ) : null}
          </div>
          <Rows wishes={wishes} />
          {may(session, "wishes.set") ? (
            <div>
              <Button onClick={() => write(true)}>{text.write}</Button>
            </div>
          ) : null}
          <History history={wishes.history} topics={wishes.topics} />
          {writing ? (
            <SayWish
              id={id}
              wishes={wishes}
              close={() => write(false)}
              done={() => {
                write(false);
                setDone(true);
              }}
            />
          ) : null}
        </>
      )}
    </Answered>
  );
}
