// Imports: a file in, and what became of those before it.
import { Button } from "@mantine/core";
import type { ImportView } from "@somlos/contract/rooms/imports";
import { useFormats, useText } from "@somlos/look/language";
import { Link } from "react-router";
import { useNow } from "../../now.ts";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Bar } from "./bar.tsx";
import { bytesIn } from "./bytes.ts";
import { Drop } from "./drop.tsx";
import { Examples, NoImports } from "./empty.tsx";
import "./import.css";
import { StateSign } from "./state-sign.tsx";
import { importTexts } from "./texts.ts";
import { isBusy, useImports } from "./use-imports.ts";
import { useUpload } from "./use-upload.ts";

function Row({ view, now }: { readonly view: ImportView; readonly now: Date }) {
  const text = useText(importTexts);
  const formats = useFormats();
  const { counts } = view;
  const begun = view.startedAt !== null;
  return (
    <tr className="im-row">
      <td className="im-name">
        <Link to={`/imports/${view.id}`} className="im-open el">
          {view.name}
        </Link>
        <span className="im-kind">
          {text.kinds[view.reader]} · {bytesIn(formats, view.bytes)} ·{" "}
          {text.ago(formats.ago(view.createdAt, now))}
        </span>
      </td>
      <td className="im-where">
        <StateSign view={view} />
        {isBusy(view) ? (
          <span className="im-small-bar">
            <Bar share={view.share} label={`${view.name}: ${text.states[view.state]}`} />
            <span className="num">{formats.percent(view.share)}</span>
          </span>
        ) : null}
      </td>
      <td className="num">
        <span className="im-label">{text.head.rows}</span>
        {begun ? formats.number(counts.rows) : "–"}
      </td>
      <td className="num">
        <span className="im-label">{text.head.taken}</span>
        {begun ? formats.number(counts.accepted) : "–"}
      </td>
      <td className="num">
        <span className="im-label">{text.head.refused}</span>
        {begun && counts.refused > 0 ? (
          <span className="im-refused">{formats.number(counts.refused)}</span>
        ) : (
          <span className="dim">{begun ? "0" : "–"}</span>
        )}
      </td>
    </tr>
  );
}

function Table({ items }: { readonly items: readonly ImportView[] }) {
  const text = useText(importTexts);
  const now = useNow();
  const heads = [text.head.name, text.head.state, text.head.rows, text.head.taken, text.head.refused];
  return (
    <table className="im-list">
      <caption className="vh">{text.list}</caption>
      <thead>
        <tr>
          {heads.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((view) => (
          <Row key={view.id} view={view} now={now} />
        ))}
      </tbody>
    </table>
  );
}

export function Imports() {
  const text = useText(importTexts);
  const { data: session } = useSession();
  const imports = useImports();
  const uploader = useUpload();
  const runs = may(session, "imports.run");
  const asked = { data: imports.data, error: imports.error, refetch: imports.refetch };
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <header className="im-head">
        <h1 className="im-title">{text.heading}</h1>
        <p className="mid">{runs ? text.lead : text.readOnly}</p>
      </header>
      {runs ? <Drop {...uploader} /> : null}
      <Answered asked={asked}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <NoImports /> : <Table items={items} />;
        }}
      </Answered>
      {imports.hasNextPage ? (
        <div className="im-more">
          <Button onClick={() => void imports.fetchNextPage()} loading={imports.isFetchingNextPage}>
            {text.more}
          </Button>
        </div>
      ) : null}
      {runs && imports.data !== undefined && uploader.now.how !== "sending" ? (
        <Examples send={uploader.send} />
      ) : null}
    </>
  );
}
