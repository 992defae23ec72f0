// Permission, reach: whom we may write to or call, as a share of all customers whom we know.
import { useFormats, useText } from "@somlos/look/language";
import { useNow } from "../../now.ts";
import { PermissionSign, permissionTexts } from "../../permissions.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { PermissionFrame } from "./frame.tsx";
import { Headlines } from "./headlines.tsx";
import { type Group, groupsOf, MARK, type ReachFound } from "./reach.rules.ts";
import { Counted } from "./reach-count.tsx";
import { reachTexts } from "./reach-texts.ts";
import { useReach } from "./use-permission.ts";
import "./headlines.css";
import "./reach.css";

function Bars({ group }: { readonly group: Group }) {
  const text = useText(reachTexts);
  const words = useText(permissionTexts);
  const formats = useFormats();
  return (
    <section className="rc-group" aria-label={group.purpose ?? text.any}>
      <h3 className={group.purpose === null ? "h" : "h mono"}>{group.purpose ?? text.any}</h3>
      <ul>
        {group.items.map(({ channel, people, share }) => (
          <li key={channel} className="rc-line">
            <span className="rc-name">
              <PermissionSign channel={channel} silent />
              {words.channels[channel]}
            </span>
            <span
              className="rc-bar"
              role="img"
              aria-label={text.bar(
                words.channels[channel],
                formats.number(people),
                formats.percent(share ?? 0),
              )}
            >
              <i style={{ width: `${(share ?? 0) * 100}%` }} />
            </span>
            <span className="rc-figure num">
              {text.people(formats.number(people), formats.percent(share ?? 0))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Share({ reach }: { readonly reach: ReachFound }) {
  const text = useText(reachTexts);
  const formats = useFormats();
  const share = reach.share ?? 0;
  return (
    <section className="rc-head" aria-labelledby="rc-finding">
      <h2 className="pm-finding" id="rc-finding">
        {text.finding(formats.percent(share))}. {share > MARK ? text.above : text.below}
      </h2>
      <div className="rc-all" aria-hidden>
        <span className="rc-bar rc-bar-big">
          <i style={{ width: `${share * 100}%` }} />
        </span>
        <span className="rc-mark num">{text.mark}</span>
      </div>
      <p className="mid rc-says">{text.says(formats.number(reach.reachable), formats.number(reach.known))}</p>
    </section>
  );
}

function Gaps({ gaps }: Pick<ReachFound, "gaps">) {
  const text = useText(reachTexts);
  const formats = useFormats();
  return (
    <section aria-labelledby="rc-gaps">
      <h2 className="h" id="rc-gaps">
        {text.gaps}
      </h2>
      {gaps.length === 0 ? (
        <p className="mid">{text.gapsNone}</p>
      ) : (
        <>
          <p className="mid">{text.gapsSays}</p>
          <dl className="rc-gaps">
            {gaps.map(({ field, entries }) => (
              <div key={field}>
                <dt>{text.fields[field] ?? field}</dt>
                <dd className="num">{text.lines(formats.number(entries), entries === 1)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function Uses({ uses }: Pick<ReachFound, "uses">) {
  const text = useText(reachTexts);
  const words = useText(permissionTexts);
  const formats = useFormats();
  const now = useNow();
  const { head } = text;
  return (
    <section aria-labelledby="rc-uses">
      <h2 className="h" id="rc-uses">
        {text.uses}
      </h2>
      {uses.length === 0 ? (
        <p className="mid">{text.usesNone}</p>
      ) : (
        <table className="pm-table rc-table">
          <thead>
            <tr>
              {[head.purpose, head.channel, head.times, head.permissions, head.last].map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {uses.map(({ purpose, channel, times, permissions, lastAt }) => (
              <tr key={`${purpose} ${channel}`}>
                <th scope="row" className="mono">
                  {purpose}
                </th>
                <td data-label={head.channel}>{words.channels[channel]}</td>
                <td className="num" data-label={head.times}>
                  {formats.number(times)}
                </td>
                <td className="num" data-label={head.permissions}>
                  {formats.number(permissions)}
                </td>
                <td data-label={head.last}>{formats.ago(lastAt, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Found({ reach }: { readonly reach: ReachFound }) {
  const text = useText(reachTexts);
  const groups = groupsOf(reach.items);
  if (reach.share === null) return <Empty title={text.nobody}>{text.nobodySays}</Empty>;
  return (
    <div className="rc">
      <Headlines reach={reach} />
      <Share reach={reach} />
      {groups.length === 0 ? <p className="mid">{text.channelsNone}</p> : null}
      <div className="rc-groups">
        {groups.map((group) => (
          <Bars key={group.purpose ?? ""} group={group} />
        ))}
      </div>
      <Gaps gaps={reach.gaps} />
      <Uses uses={reach.uses} />
    </div>
  );
}

export function Reach() {
  const reach = useReach();
  return (
    <PermissionFrame>
      <Answered asked={reach} shape="lines">
        {(answer) => <Counted reach={answer}>{(found) => <Found reach={found} />}</Counted>}
      </Answered>
    </PermissionFrame>
  );
}
