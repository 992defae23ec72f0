// Permission, withdrawals: how many a month, from which channel, and which messages people answered with a no.
import { useFormats, useText } from "@somlos/look/language";
import { PermissionSign, permissionTexts } from "../../permissions.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { PermissionFrame } from "./frame.tsx";
import { channelsOf, type Month, monthsOf, type ReachFound } from "./reach.rules.ts";
import { Counted } from "./reach-count.tsx";
import { reachTexts } from "./reach-texts.ts";
import { useReach } from "./use-permission.ts";
import "./reach.css";

const height = 120;

/** Two columns of one measure: what answered a message is solid, the rest is pale, above it. */
function Months({ months }: { readonly months: readonly Month[] }) {
  const text = useText(reachTexts);
  const formats = useFormats();
  const most = Math.max(1, ...months.map((one) => one.fromMessage + one.otherwise));
  const word = (month: string): string => formats.month(`${month}-15T12:00:00`);
  const tall = (n: number): number => (n / most) * height;
  return (
    <figure className="wd-months">
      <ol>
        {months.map(({ month, fromMessage, otherwise }) => (
          <li key={month}>
            <span className="vh">{text.month(word(month), formats.number(fromMessage + otherwise))}</span>
            <b className="num" aria-hidden>
              {fromMessage + otherwise === 0 ? "" : formats.number(fromMessage + otherwise)}
            </b>
            <i data-of="otherwise" style={{ height: tall(otherwise) }} />
            <i data-of="message" style={{ height: tall(fromMessage) }} />
            <span className="wd-month" aria-hidden>
              {word(month).split(/\s/)[0]}
            </span>
          </li>
        ))}
      </ol>
      <figcaption className="pm-key">
        <span>
          <i data-of="recognised" />
          {text.fromMessage}
        </span>
        <span>
          <i data-of="otherwise" />
          {text.otherwise}
        </span>
        <span className="dim">{text.perMonth}</span>
      </figcaption>
    </figure>
  );
}

function Channels({ noes }: Pick<ReachFound, "noes">) {
  const text = useText(reachTexts);
  const words = useText(permissionTexts);
  const formats = useFormats();
  const lines = channelsOf(noes);
  const most = Math.max(1, ...lines.map((one) => one.noes));
  return (
    <section aria-labelledby="wd-channels">
      <h3 className="h" id="wd-channels">
        {text.perChannel}
      </h3>
      <ul>
        {lines.map(({ channel, noes: n }) => (
          <li key={channel ?? ""} className="rc-line">
            <span className="rc-name">
              {channel === null ? null : <PermissionSign channel={channel} silent />}
              {channel === null ? text.everywhere : words.channels[channel]}
            </span>
            <span className="rc-bar rc-bar-plain" aria-hidden>
              <i style={{ width: `${(n / most) * 100}%` }} />
            </span>
            <span className="rc-figure num">{formats.number(n)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Causes({ causes }: Pick<ReachFound, "causes">) {
  const text = useText(reachTexts);
  const formats = useFormats();
  return (
    <section aria-labelledby="wd-causes">
      <h3 className="h" id="wd-causes">
        {text.causes}
      </h3>
      {causes.length === 0 ? (
        <p className="mid">{text.causesNone}</p>
      ) : (
        <dl className="rc-gaps">
          {causes.map(({ cause, noes }) => (
            <div key={cause}>
              <dt className="mono">{cause}</dt>
              <dd className="num">{formats.number(noes)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Found({ reach }: { readonly reach: ReachFound }) {
  const text = useText(reachTexts);
  const formats = useFormats();
  const all = reach.noes.reduce((sum, no) => sum + no.noes, 0);
  const caused = reach.noes.reduce((sum, no) => sum + (no.fromMessage ? no.noes : 0), 0);
  if (all === 0) return <Empty title={text.noesNone}>{text.noesSays}</Empty>;
  return (
    <div className="rc">
      <section className="rc-head" aria-labelledby="wd-finding">
        <h2 className="pm-finding" id="wd-finding">
          {text.noesFinding(formats.number(all), all === 1, formats.number(caused))}.
        </h2>
        <p className="mid rc-says">{text.noesSays}</p>
      </section>
      <Months months={monthsOf(reach.noes, new Date(reach.asOf))} />
      <div className="rc-groups">
        <Channels noes={reach.noes} />
        <Causes causes={reach.causes} />
      </div>
    </div>
  );
}

export function Withdrawals() {
  const reach = useReach();
  return (
    <PermissionFrame>
      <Answered asked={reach} shape="lines">
        {(answer) => <Counted reach={answer}>{(found) => <Found reach={found} />}</Counted>}
      </Answered>
    </PermissionFrame>
  );
}
