// One source: its signs of life, its keys, and what to paste to send with them.
import { Button } from "@mantine/core";
import type { KeyAnswer } from "@somlos/contract/rooms/access-staff";
import type { Source as SourceData } from "@somlos/contract/rooms/sources";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { ChannelSign, channelTexts } from "../../channels.tsx";
import { useNow } from "../../now.ts";
import { Railed } from "../../parts/railed.tsx";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { HowTo } from "./how-to.tsx";
import { Keys } from "./keys.tsx";
import { keysOf } from "./life.rules.ts";
import { Listen } from "./listen.tsx";
import { schemaTexts } from "./schema-texts.ts";
import { Schemas } from "./schemas.tsx";
import { ChangeSource } from "./source-form.tsx";
import { LifeSign } from "./sources.screen.tsx";
import "./sources.css";
import { sourceTexts } from "./texts.ts";
import { useKeys, useSources } from "./use-sources.ts";

type OneProps = {
  readonly source: SourceData;
  readonly keys: readonly KeyAnswer[];
  readonly manages: boolean;
};

function Head({ source, keys, manages }: OneProps) {
  const text = useText(sourceTexts);
  const words = useText(channelTexts);
  const formats = useFormats();
  const now = useNow();
  const [changing, setChanging] = useState(false);
  return (
    <header className="so-head">
      <div>
        <h1 className="so-title">{source.name}</h1>
        <p className="so-meta">
          <span className="so-channel">
            <ChannelSign channel={source.channel} silent />
            {text.kinds[source.kind] ?? source.kind} · {words[source.channel]}
          </span>
          <LifeSign source={source} keys={keys} now={now} />
          <span className="num">
            {text.events(formats.number(source.eventsLastDay), source.eventsLastDay === 1)}
          </span>
          {source.legalEntity === null ? null : <span>{text.entityIs(source.legalEntity)}</span>}
          {source.currency === null ? null : <span>{text.currencyIs(source.currency)}</span>}
          {source.parkedOpen === 0 ? null : (
            <Link className="chip chip-alarm" to="/live/parked">
              {text.parked(formats.number(source.parkedOpen), source.parkedOpen === 1)}
            </Link>
          )}
        </p>
      </div>
      {manages ? <Button onClick={() => setChanging(true)}>{text.change}</Button> : null}
      <ChangeSource source={source} opened={changing} close={() => setChanging(false)} />
    </header>
  );
}

const tabs = ["keys", "schemas", "listen"] as const;
type Tab = (typeof tabs)[number];

function Tabs({ id, tab }: { readonly id: number; readonly tab: Tab }) {
  const text = useText(schemaTexts).tabs;
  return (
    <nav className="so-tabs" aria-label={text.label}>
      {tabs.map((one) => (
        <Link
          key={one}
          to={one === "keys" ? `/sources/${id}` : `/sources/${id}?tab=${one}`}
          aria-current={one === tab ? "page" : undefined}
        >
          {text[one]}
        </Link>
      ))}
    </nav>
  );
}

export function Source() {
  const text = useText(sourceTexts);
  const { id = "" } = useParams();
  const { data: session } = useSession();
  const sources = useSources();
  const keys = useKeys();
  const manages = may(session, "sources.manage");
  const source = sources.data?.items.find((one) => String(one.id) === id);
  const its = keysOf(keys.data?.items ?? [], Number(id));
  const wanted = useSearchParams()[0].get("tab");
  const tab = tabs.find((one) => one === wanted) ?? "keys";
  const head = (one: SourceData) => (
    <>
      <Head source={one} keys={its} manages={manages} />
      <Tabs id={one.id} tab={tab} />
    </>
  );
  return (
    <>
      <Top title={source?.name ?? text.title} from={{ title: text.title, path: "/sources" }}>
        <FindButton />
      </Top>
      <Answered asked={sources}>
        {() =>
          source === undefined ? (
            <Empty
              alone
              title={text.unknown}
              act={
                <Button component={Link} to="/sources">
                  {text.toList}
                </Button>
              }
            >
              {text.unknownSays}
            </Empty>
          ) : (
            <div className="so-one">
              {tab === "schemas" ? (
                <Schemas key={source.id} sourceId={source.id} manages={manages} head={head(source)} />
              ) : tab === "listen" ? (
                <Listen
                  key={source.id}
                  sourceId={source.id}
                  manages={manages}
                  head={head(source)}
                  howTo={<HowTo keys={its} />}
                />
              ) : (
                <Railed label={text.howTitle} rail={<HowTo keys={its} />}>
                  {head(source)}
                  <Answered asked={keys} rows={2} shape="lines">
                    {() => <Keys source={source} keys={its} manages={manages} />}
                  </Answered>
                </Railed>
              )}
            </div>
          )
        }
      </Answered>
    </>
  );
}
