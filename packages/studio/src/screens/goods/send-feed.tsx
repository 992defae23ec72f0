// One file on its way to a feed, and whether it names all that the feed sells.
import { Button } from "@mantine/core";
import { addressOf } from "@somlos/contract/client";
import { type FeedRun, type FeedView, takeFeed } from "@somlos/contract/rooms/feeds";
import { useText } from "@somlos/look/language";
import { IconFileUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Dialog } from "../../forms/dialog.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { SendingBar } from "../permission/sending.tsx";
import { useSending } from "../permission/use-sending.ts";
import "../import/import.css";
import "../permission/files.css";
import { feedTexts } from "./feed-texts.ts";
import { useReadGoods } from "./use-goods.ts";

function Sending({ feed, close }: { readonly feed: FeedView; readonly close: () => void }) {
  const text = useText(feedTexts);
  const readAgain = useReadGoods();
  const [whole, setWhole] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { now, send, stop } = useSending<FeedRun>(() => {
    close();
    void readAgain();
  });
  const go = (file: File): void => {
    const query = { whole: whole ? "true" : "false" };
    send(addressOf(takeFeed.url, { params: { id: feed.id }, query }), file);
  };
  if (now.how === "sending") return <SendingBar now={now} stop={stop} />;
  return (
    <div className="form">
      <p>{text.drop}</p>
      <p className="mid">{text.columns}</p>
      <label className="ff-pick" data-on={whole || undefined}>
        <input type="checkbox" checked={whole} onChange={(change) => setWhole(change.target.checked)} />
        <span className="ff-pick-text">
          <b>{text.whole}</b>
          <span>{text.wholeSays}</span>
        </span>
      </label>
      <input
        ref={field}
        className="vh"
        type="file"
        tabIndex={-1}
        accept=".csv,.tsv,.txt,.xml,.jsonl,.ndjson"
        aria-label={text.choose}
        onChange={(change) => {
          const file = change.target.files?.[0];
          if (file !== undefined) go(file);
          change.target.value = "";
        }}
      />
      {now.how === "refused" ? <RefusedNote error={now.error} /> : null}
      <Button
        variant="filled"
        leftSection={<IconFileUpload size={16} stroke={1.6} aria-hidden />}
        onClick={() => field.current?.click()}
      >
        {text.choose}
      </Button>
    </div>
  );
}

export function SendFeed({
  feed,
  close,
}: {
  readonly feed: FeedView | undefined;
  readonly close: () => void;
}) {
  const text = useText(feedTexts);
  return (
    <Dialog
      title={feed === undefined ? "" : text.sendTo(feed.name)}
      opened={feed !== undefined}
      close={close}
    >
      {feed === undefined ? null : <Sending key={feed.id} feed={feed} close={close} />}
    </Dialog>
  );
}
