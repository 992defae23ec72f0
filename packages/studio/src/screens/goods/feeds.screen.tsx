// Goods, feeds: what tells of goods, how far it is, what was refused, and what a file that leaves much out asks.
import { Button } from "@mantine/core";
import { answerFeedRun, type FeedRun, type FeedView } from "@somlos/contract/rooms/feeds";
import { useFormats, useText } from "@somlos/look/language";
import { IconPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Dialog } from "../../forms/dialog.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { useNow } from "../../now.ts";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { Bar } from "../import/bar.tsx";
import "../import/import.css";
import { useEntities, useLocations } from "../settings/use-company.ts";
import { feedTexts } from "./feed-texts.ts";
import { fetchTexts } from "./fetch-texts.ts";
import { FetchActs, FetchState } from "./fetched.tsx";
import { GoodsFrame } from "./frame.tsx";
import { NewFeed } from "./new-feed.tsx";
import { SendFeed } from "./send-feed.tsx";
import { useFeeds, useReadGoods, useRefusals } from "./use-goods.ts";

const looks = { running: "busy", asks: "stopped", done: "done", failed: "stopped" } as const;

function Asks({ run }: { readonly run: FeedRun }) {
  const text = useText(feedTexts);
  const formats = useFormats();
  const readAgain = useReadGoods();
  const answer = useMutation({
    mutationFn: (retire: boolean) => call(answerFeedRun, { params: { id: run.id }, body: { retire } }),
    onSuccess: readAgain,
  });
  return (
    <>
      <span className="pm-under">{text.asks(formats.number(run.retires ?? 0))}</span>
      <span className="gd-asks">
        <Button size="xs" onClick={() => answer.mutate(true)} loading={answer.isPending}>
          {text.retire}
        </Button>
        <Button size="xs" onClick={() => answer.mutate(false)} loading={answer.isPending}>
          {text.keep}
        </Button>
      </span>
      {answer.error === null ? null : <RefusedNote error={answer.error} />}
    </>
  );
}

function Why({ reason }: { readonly reason: NonNullable<FeedRun["reason"]> }) {
  const text = useText(feedTexts);
  const formats = useFormats();
  return (
    <span className="pm-under">
      {reason.sentence} {reason.line === null ? "" : text.atLine(formats.number(reason.line))}
    </span>
  );
}

function Heard({ heard }: { readonly heard: NonNullable<FeedView["heard"]> }) {
  const text = useText(feedTexts);
  const formats = useFormats();
  const now = useNow();
  const { lastAt, reason, unsignedAt } = heard;
  return (
    <>
      {lastAt === null ? (
        <span className="dim">{text.never}</span>
      ) : (
        text.heard(formats.number(heard.heard), formats.ago(lastAt, now))
      )}
      {reason === null ? null : <span className="pm-under">{reason.sentence}</span>}
      {unsignedAt === null ? null : (
        <span className="pm-under">{text.unsigned(formats.ago(unsignedAt, now))}</span>
      )}
    </>
  );
}

function Last({ feed, manages }: { readonly feed: FeedView; readonly manages: boolean }) {
  const text = useText(feedTexts);
  const { bySchedule } = useText(fetchTexts);
  const formats = useFormats();
  const now = useNow();
  const { last, heard } = feed;
  if (heard !== null) return <Heard heard={heard} />;
  if (last === null) return <span className="dim">{text.never}</span>;
  return (
    <>
      <span className="im-state" data-look={looks[last.state]}>
        <i className={last.state === "done" ? "knot" : "knot knot-open"} aria-hidden />
        {text.states[last.state]}
      </span>
      {last.state === "running" ? (
        <span className="im-small-bar">
          <Bar share={last.share} label={`${feed.name}: ${text.states.running}`} />
          <span className="num">{formats.percent(last.share)}</span>
        </span>
      ) : (
        <span className="pm-under">
          {text.begun(formats.ago(last.startedAt, now))} {last.startedBy === "schedule" ? bySchedule : ""}
        </span>
      )}
      {last.reason === null ? null : <Why reason={last.reason} />}
      {last.state === "asks" && manages ? <Asks run={last} /> : null}
    </>
  );
}

function Refusals({ run }: { readonly run: FeedRun }) {
  const text = useText(feedTexts);
  const formats = useFormats();
  const found = useRefusals(run);
  return (
    <Answered asked={found} rows={4}>
      {({ items, next }) => (
        <>
          <dl className="gd-facts">
            {items.map((one) => (
              <div key={one.line} style={{ display: "contents" }}>
                <dt className="num">{text.line(formats.number(one.line))}</dt>
                <dd>
                  {one.sentence}
                  {one.detail === null ? null : <span className="pm-under">{one.detail}</span>}
                </dd>
              </div>
            ))}
          </dl>
          {next === null ? null : <p className="mid">{text.moreRefused(formats.number(items.length))}</p>}
        </>
      )}
    </Answered>
  );
}

type RowProps = {
  readonly feed: FeedView;
  readonly manages: boolean;
  readonly send: () => void;
  readonly look: () => void;
};
function Row({ feed, manages, send, look }: RowProps) {
  const text = useText(feedTexts);
  const formats = useFormats();
  const { head } = text;
  const { last, heard } = feed;
  const refused = last?.refused ?? heard?.refused ?? 0;
  return (
    <tr>
      <th scope="row">
        <b>{feed.name}</b>
        <span className="pm-under">
          {text.kinds[feed.kind]} · {feed.entity}
        </span>
        {feed.hookPath === null ? null : (
          <span className="pm-under">
            <code className="mono">{feed.hookPath}</code>
          </span>
        )}
        {feed.fetch === null ? null : (
          <span className="pm-under gd-address">
            <code className="mono">{feed.fetch.address}</code>
          </span>
        )}
      </th>
      <td className="gd-last" data-label={head.state}>
        <Last feed={feed} manages={manages} />
        {feed.fetch === null ? null : <FetchState fetch={feed.fetch} />}
      </td>
      <td className="num" data-label={head.taken}>
        {formats.number(last?.taken ?? heard?.heard ?? 0)}
      </td>
      <td className="num" data-label={head.refused}>
        {last !== null && refused > 0 ? (
          <button type="button" className="link gd-count" onClick={look}>
            {text.refusals(formats.number(refused))}
            <span className="vh">: {text.refusalsOf(feed.name)}</span>
          </button>
        ) : (
          formats.number(refused)
        )}
      </td>
      <td className="num" data-label={head.sells}>
        {formats.number(feed.sells)}
      </td>
      <td className="pm-act">
        {manages && feed.kind === "file" ? (
          <span className="gd-acts">
            <FetchActs feed={feed} />
            <Button
              className="gd-send"
              onClick={send}
              disabled={last?.state === "running"}
              aria-label={text.sendTo(feed.name)}
            >
              {text.send}
            </Button>
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function Table({ items, manages }: { readonly items: readonly FeedView[]; readonly manages: boolean }) {
  const text = useText(feedTexts);
  const [to, setTo] = useState<FeedView>();
  const [shown, setShown] = useState<FeedView>();
  const { head } = text;
  return (
    <>
      <table className="pm-table">
        <thead>
          <tr>
            {[head.feed, head.state, head.taken, head.refused, head.sells].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map((feed) => (
            <Row
              key={feed.id}
              feed={feed}
              manages={manages}
              send={() => setTo(feed)}
              look={() => setShown(feed)}
            />
          ))}
        </tbody>
      </table>
      <SendFeed feed={to} close={() => setTo(undefined)} />
      <Dialog
        title={shown === undefined ? "" : text.refusalsOf(shown.name)}
        opened={shown !== undefined}
        close={() => setShown(undefined)}
      >
        {shown?.last ? <Refusals run={shown.last} /> : null}
      </Dialog>
    </>
  );
}

export function Feeds() {
  const text = useText(feedTexts);
  const { data: session } = useSession();
  const manages = may(session, "catalog.manage");
  const feeds = useFeeds();
  const entities = (useEntities(manages).data?.items ?? []).filter(({ lastDay }) => lastDay === null);
  const places = useLocations(manages).data?.items ?? [];
  const [adding, setAdding] = useState(false);
  const add = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      onClick={() => setAdding(true)}
      disabled={entities.length === 0}
    >
      {text.add}
    </Button>
  );
  const some = (feeds.data?.items.length ?? 0) > 0;
  return (
    <GoodsFrame act={manages && some ? add : undefined}>
      <p className="pm-lead mid">{manages ? text.lead : text.readOnly}</p>
      <Answered asked={feeds} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={text.empty} act={manages ? add : undefined}>
              {text.emptySays}
            </Empty>
          ) : (
            <Table items={items} manages={manages} />
          )
        }
      </Answered>
      {entities.length === 0 ? null : (
        <NewFeed opened={adding} close={() => setAdding(false)} entities={entities} places={places} />
      )}
    </GoodsFrame>
  );
}
