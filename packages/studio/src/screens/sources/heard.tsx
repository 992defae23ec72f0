// One request that was heard: what became of its events, its headers, its body.
import type { HeardItem } from "@somlos/contract/rooms/sources";
import { useFormats, useText } from "@somlos/look/language";
import { Link } from "react-router";
import { CopyButton } from "../../parts/copy-button.tsx";
import { JsonView } from "../../parts/json-view.tsx";
import { becameOf, type HeardAnswer, readBody } from "./listen.rules.ts";
import { listenTexts } from "./listen-texts.ts";

type HeardProps = { readonly item: HeardItem; readonly causes: HeardAnswer["causes"] };

function Outcomes({ item, causes }: HeardProps) {
  const text = useText(listenTexts);
  const formats = useFormats();
  if (item.code !== null)
    return (
      <div className="note-alarm">
        <b>{text.refused}</b>
        <p>{causes[item.code] ?? text.broken}</p>
        <code className="mono">{item.code}</code>
      </div>
    );
  const all = item.outcomes.map(becameOf);
  return (
    <>
      <ol className="hd-outcomes">
        {all.map(({ fate, code }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event is known by its place in the request
          <li key={at} data-fate={fate}>
            <span className="num dim">{formats.number(at + 1)}</span>
            <div>
              <b>{text.fates[fate]}</b> {code === undefined ? null : <code className="mono">{code}</code>}
              {fate === "duplicate" ? <p>{text.duplicateSays}</p> : null}
              {code === undefined ? null : <p>{causes[code]}</p>}
            </div>
          </li>
        ))}
      </ol>
      {all.some(({ fate }) => fate === "parked") ? (
        <Link className="link ln-parked" to="/live/parked">
          {text.toParked}
        </Link>
      ) : null}
    </>
  );
}

function Body({ body }: { readonly body: string }) {
  const text = useText(listenTexts);
  const read = readBody(body);
  return (
    <section className="hd-part">
      <div className="sc-mode">
        <h3 className="h">{text.body}</h3>
        <CopyButton quiet text={body} label={text.copy} />
      </div>
      <p className="dim">
        {text.bodySays} {read === undefined ? text.cut : ""}
      </p>
      {read === undefined ? (
        <pre className="json json-wrap">{body}</pre>
      ) : (
        <JsonView value={read.json} label={text.body} />
      )}
    </section>
  );
}

export function Heard({ item, causes }: HeardProps) {
  const text = useText(listenTexts);
  const formats = useFormats();
  return (
    <div className="hd">
      <h2 className="rail-title">{text.request}</h2>
      <dl className="hd-facts">
        <dt>{text.at}</dt>
        <dd className="num">{formats.timeMs(item.at)}</dd>
        <dt>{text.library}</dt>
        <dd>{item.library ?? text.noLibrary}</dd>
        <dt>{text.path}</dt>
        <dd className="mono">{item.path}</dd>
      </dl>
      <section className="hd-part">
        <h3 className="h">{text.became}</h3>
        <Outcomes item={item} causes={causes} />
      </section>
      <section className="hd-part">
        <h3 className="h">{text.headers}</h3>
        <dl className="hd-facts hd-headers">
          {Object.entries(item.headers).map(([name, value]) => (
            <div key={name}>
              <dt className="mono">{name}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Body body={item.body} />
    </div>
  );
}
