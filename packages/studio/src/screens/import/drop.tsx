// Where a file comes in: dropped or chosen, on its way with progress, or refused with what to do.
import { Button } from "@mantine/core";
import { useFormats, useText } from "@somlos/look/language";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import { RefusedNote } from "../../forms/refused.tsx";
import { Bar } from "./bar.tsx";
import { bytesIn } from "./bytes.ts";
import "./drop.css";
import { importTexts } from "./texts.ts";
import type { Uploader, Uploading } from "./use-upload.ts";

const accepted = ".csv,.tsv,.txt,.jsonl,.ndjson,.json,.parquet";

function Going({
  now,
  stop,
}: {
  readonly now: Extract<Uploading, { how: "sending" }>;
  readonly stop: () => void;
}) {
  const text = useText(importTexts);
  const formats = useFormats();
  const all = now.bytes >= now.of;
  const left = now.pace > 0 ? (now.of - now.bytes) / now.pace : 0;
  return (
    <div className="im-going">
      <b className="im-going-name">{text.uploading(now.name)}</b>
      <Bar share={now.bytes / now.of} label={text.uploading(now.name)} />
      <p className="num mid" role="status">
        {all ? (
          text.looking
        ) : (
          <>
            {text.sent(bytesIn(formats, now.bytes), bytesIn(formats, now.of))}
            {left > 2 ? ` · ${text.left(formats.span(left))}` : ""}
          </>
        )}
      </p>
      <Button onClick={stop}>{text.cancelUpload}</Button>
    </div>
  );
}

export function Drop({ now, send, stop }: Uploader) {
  const text = useText(importTexts);
  const [over, setOver] = useState(false);
  const [many, setMany] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file === undefined) return;
    setMany((files?.length ?? 0) > 1);
    send(file);
  };
  const hover = (event: DragEvent): void => {
    event.preventDefault();
    setOver(event.type !== "dragleave");
  };
  return (
    <section
      className="im-drop"
      aria-label={text.dropTitle}
      data-over={over || undefined}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={hover}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (now.how !== "sending") take(event.dataTransfer.files);
      }}
    >
      {now.how === "sending" ? (
        <Going now={now} stop={stop} />
      ) : (
        <>
          <IconFileUpload size={28} stroke={1.4} aria-hidden className="icon im-drop-sign" />
          <div className="im-drop-says">
            <b>{text.dropTitle}</b>
            <p>{text.dropOr}</p>
          </div>
          <input
            ref={field}
            className="vh"
            type="file"
            tabIndex={-1}
            accept={accepted}
            aria-label={text.choose}
            onChange={(change) => {
              take(change.target.files);
              change.target.value = "";
            }}
          />
          <Button variant="filled" onClick={() => field.current?.click()}>
            {now.how === "idle" ? text.choose : text.again}
          </Button>
          {now.how === "refused" ? (
            <div className="im-drop-note">
              <p className="im-drop-file">{now.name}</p>
              <RefusedNote error={now.error} />
            </div>
          ) : null}
          {now.how === "stopped" ? (
            <p className="im-drop-note mid" role="status">
              {text.stopped}
            </p>
          ) : null}
        </>
      )}
      {many && now.how !== "idle" ? <p className="im-drop-note mid">{text.many}</p> : null}
    </section>
  );
}
