// One person: who it is, by which threads we know it, and everything that happened, in one weave.
import { useMediaQuery } from "@mantine/hooks";
import type { Channel, TimelineItem } from "@somlos/contract/rooms/events";
import { open, timeline } from "@somlos/contract/rooms/people";
import { useText } from "@somlos/look/language";
import { IconEye } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useParams } from "react-router";
import { call } from "../../api.ts";
import { inOrder } from "../../channels.tsx";
import { useNow } from "../../now.ts";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty, Loading } from "../../states/states.tsx";
import { actsOf } from "../../thread/story.ts";
import { columnWidth, columnX } from "../../thread/weave.ts";
import { bodies } from "./bodies.ts";
import { AboutPerson, Facts } from "./facts.tsx";
import { PersonFrame, useSection } from "./frame.tsx";
import { Household } from "./household.tsx";
import "./person.css";
import type { SectionProps } from "./sections.ts";
import { personTexts } from "./texts.ts";
import { Threads } from "./threads.tsx";
import { Timeline } from "./timeline.tsx";

function useTimeline(id: string, channel: Channel | undefined) {
  return useInfiniteQuery({
    queryKey: ["timeline", id, channel],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === null ? {} : { before: pageParam };
      const only = channel === undefined ? {} : { channel };
      return call(timeline, { params: { id }, query: { limit: 50, ...before, ...only } }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** Where the columns stand: narrow from the edge on a phone, beside the times otherwise. */
function useFrame(channels: readonly Channel[], newest: TimelineItem | undefined) {
  const phone = useMediaQuery("(max-width: 700px)", false, { getInitialValueInEffect: false });
  const left = phone ? 0 : 52;
  const width = columnWidth(channels.length, phone ? 100 : 256, phone ? 20 : 32);
  const column = newest === undefined ? 0 : Math.max(0, channels.indexOf(newest.channel));
  const target = phone || newest === undefined ? undefined : columnX({ left, width }, column);
  return { frame: { left, width, columns: channels.length }, phone, target };
}

type NothingProps = { readonly channel: Channel | undefined; readonly showAll: () => void };

function NothingHappened({ channel, showAll }: NothingProps) {
  const text = useText(personTexts);
  if (channel === undefined) return <Empty title={text.noEvents}>{text.noEventsText}</Empty>;
  const act = (
    <button type="button" className="chip chip-line" onClick={showAll}>
      {text.everything}
    </button>
  );
  return <Empty title={text.noneInChannel} act={act} />;
}

function Story({ person, asked }: SectionProps) {
  const text = useText(personTexts);
  const now = useNow();
  const { data: session } = useSession();
  const traces = may(session, "events.read");
  const [channel, setChannel] = useState<Channel | undefined>(undefined);
  const story = useTimeline(person.id, channel);
  const items = actsOf(story.data?.pages.flatMap((page) => page.items) ?? []);
  const channels = inOrder([...person.channels, ...items.map((item) => item.channel)]);
  const { frame, phone, target } = useFrame(channels, items[0]);
  const load = (): void => void story.fetchNextPage();
  const rail = (
    <>
      <Facts person={person} traces={traces} corrects={may(session, "people.correct")} />
      <Household personId={person.id} />
      <AboutPerson person={person} />
    </>
  );
  return (
    <PersonFrame
      person={person}
      asked={asked}
      latest={items[0]?.channel}
      rail={{ label: text.about, body: rail }}
    >
      <div className="person person-story">
        <Threads identifiers={person.identifiers} phone={phone} target={target} />
        <Answered asked={story}>
          {() =>
            items.length === 0 ? (
              <NothingHappened channel={channel} showAll={() => setChannel(undefined)} />
            ) : (
              <Timeline
                items={items}
                channels={channels}
                frame={frame}
                chosen={channel}
                choose={setChannel}
                now={now}
                traces={traces}
                earlier={story.hasNextPage ? { load, loading: story.isFetchingNextPage } : undefined}
              />
            )
          }
        </Answered>
      </div>
    </PersonFrame>
  );
}

/** The section that is open; its shape until its code and its answer are there. */
function Here({ person, asked }: SectionProps) {
  const here = useSection();
  if (here === undefined) return <Story key={person.id} person={person} asked={asked} />;
  const Body = bodies[here];
  const coming = (
    <PersonFrame person={person} asked={asked}>
      <Loading shape="lines" />
    </PersonFrame>
  );
  return (
    <Suspense fallback={coming}>
      <Body key={person.id} person={person} asked={asked} />
    </Suspense>
  );
}

export function Person() {
  const text = useText(personTexts);
  const { id = "" } = useParams();
  const found = useQuery({
    queryKey: ["person", id],
    queryFn: ({ signal }) => call(open, { params: { id } }, signal),
    staleTime: 30_000,
  });
  const title = found.data === undefined ? text.title : (found.data.name ?? text.unknown);
  return (
    <>
      <Top
        title={title}
        {...(found.data === undefined ? { heading: true } : {})}
        from={{ title: text.people, path: "/people" }}
      >
        <span className="logged">
          <IconEye size={14} stroke={1.6} aria-hidden className="icon" />
          {text.logged}
        </span>
        <FindButton />
      </Top>
      <Answered asked={found} rows={8}>
        {(person) =>
          person.restriction === "closed" ? (
            <Empty title={text.closed}>{text.closedText}</Empty>
          ) : (
            <Here person={person} asked={id} />
          )
        }
      </Answered>
    </>
  );
}
