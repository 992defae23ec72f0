// The most messages: in all, and channel by channel.
import { type ContactChannel, contactChannels } from "@somlos/contract/rooms/wishes";
import { useText } from "@somlos/look/language";
import { contactTexts } from "./contact-texts.ts";
import { keyOf, limitIn, limits, type SayProps } from "./wishes.rules.ts";
import { wishTexts } from "./wishes-texts.ts";

export function Most(props: SayProps) {
  const text = useText(wishTexts);
  const some = props.wishes.most.some(({ channel }) => channel !== null);
  return (
    <section className="wish">
      <h3>{text.most}</h3>
      <ul>
        <Row {...props} channel={null} />
      </ul>
      <details open={some}>
        <summary className="wish-more">{text.byChannel}</summary>
        <ul>
          {contactChannels.map((channel) => (
            <Row key={channel} {...props} channel={channel} />
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Several that hold at once, after a join, are told; choosing makes them one. */
function Row({ wishes, busy, say, channel }: SayProps & { readonly channel: ContactChannel | null }) {
  const text = useText(wishTexts);
  const contact = useText(contactTexts);
  const held = wishes.most.filter((limit) => limit.channel === channel);
  const [first] = held;
  const now = first === undefined ? "" : keyOf(first);
  const offered =
    first === undefined || limits.some((one) => keyOf(one) === now) ? limits : [first, ...limits];
  const name = channel === null ? text.inAll : contact.channels[channel];
  return (
    <li className="wish-row">
      <label>
        <span>
          {name}
          {held.map((limit) => (
            <small key={keyOf(limit)}>
              {held.length > 1 ? `${text.limit(limit)}: ` : ""}
              {text.had(limit.had, limit.times)}
            </small>
          ))}
        </span>
        <select
          value={now}
          disabled={busy}
          aria-label={`${text.most}: ${name}`}
          onChange={({ target }) => say({ most: [{ channel, limit: limitIn(target.value) }] })}
        >
          <option value="">{text.anyNumber}</option>
          {offered.map((limit) => (
            <option key={keyOf(limit)} value={keyOf(limit)}>
              {text.limit(limit)}
            </option>
          ))}
        </select>
      </label>
    </li>
  );
}
