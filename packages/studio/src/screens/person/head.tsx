// Who it is, or what we know of somebody without a name.
import type { Channel } from "@somlos/contract/rooms/events";
import type { Person } from "@somlos/contract/rooms/people";
import { useFormats, useText } from "@somlos/look/language";
import { channelTexts, inOrder } from "../../channels.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { WhyLink } from "../why/why-link.tsx";
import { personTexts } from "./texts.ts";

const activeMs = 10 * 60_000;

function useName(person: Person): string {
  const text = useText(personTexts);
  const words = useText(channelTexts);
  if (person.name !== null) return person.name;
  const channels = inOrder(person.channels).map((channel) => words[channel].toLocaleLowerCase());
  return channels.length === 0 ? text.unknown : text.unknownIn(channels.slice(0, 3).join(", "));
}

type SeenProps = { readonly at: string; readonly latest: Channel | undefined; readonly now: Date };

function Seen({ at, latest, now }: SeenProps) {
  const text = useText(personTexts);
  const words = useText(channelTexts);
  const formats = useFormats();
  const active = now.getTime() - Date.parse(at) < activeMs;
  return (
    <span className={active ? "meta-now" : undefined} title={formats.moment(at)}>
      {active && latest !== undefined ? text.now(words[latest]) : text.seen(formats.ago(at, now))}
    </span>
  );
}

type HeadProps = {
  readonly person: Person;
  /** The id in the address: may be a former one. */
  readonly asked: string;
  readonly latest: Channel | undefined;
  readonly now: Date;
};

export function Head({ person, asked, latest, now }: HeadProps) {
  const text = useText(personTexts);
  const formats = useFormats();
  const name = useName(person);
  const proven = person.identifiers.filter((one) => one.trust === "proven").length;
  const stated = person.identifiers.length - proven;
  return (
    <header>
      <div className="nm">
        <h1 data-unknown={person.name === null || undefined}>{name}</h1>
        <div className="nm-acts">
          <WhyLink id={person.id} />
          <CopyButton text={person.id} label={text.copyId} />
        </div>
      </div>
      <div className="meta">
        {person.lastSeenAt === null ? null : <Seen at={person.lastSeenAt} latest={latest} now={now} />}
        {person.firstSeenAt === null ? null : <span>{text.since(formats.month(person.firstSeenAt))}</span>}
        {proven === 0 ? null : <span>{text.proven(formats.number(proven))}</span>}
        {stated === 0 ? null : <span>{text.stated(formats.number(stated))}</span>}
        {person.formerIds.includes(asked) ? <span className="meta-former">{text.former}</span> : null}
      </div>
    </header>
  );
}
