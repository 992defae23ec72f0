import type { PersonRow } from "@somlos/contract/rooms/people";
import { useFormats, useText } from "@somlos/look/language";
import { Link } from "react-router";
import { ChannelSign, inOrder } from "../../channels.tsx";
import { IdentifierSign, identifierTexts, rankOf, shortValue } from "../../identifiers.tsx";
import { peopleTexts } from "./texts.ts";

type Identifier = PersonRow["identifiers"][number];

function IdentifierWord({ kind, value }: Identifier) {
  const kinds = useText(identifierTexts).kinds;
  const word = kinds[kind] ?? kind;
  return (
    <span className="pl-id" title={`${word}: ${value}`}>
      <IdentifierSign kind={kind} />
      <span className="vh">{word}</span>
      <span className="el">{shortValue(kind, value)}</span>
    </span>
  );
}

/** One person in a list: name, the identifiers that say most, where, and when last. */
export function PersonLine({ person, now }: { readonly person: PersonRow; readonly now: Date }) {
  const text = useText(peopleTexts);
  const formats = useFormats();
  const name = person.restriction === "closed" ? text.restricted : (person.name ?? text.unknown);
  const shown = [...person.identifiers].sort((a, b) => rankOf(a.kind) - rankOf(b.kind)).slice(0, 3);
  const rest = person.identifiers.length - shown.length;
  const seen = person.lastSeenAt;
  return (
    <li>
      <Link className="pl" to={`/people/${encodeURIComponent(person.id)}`} data-person-line>
        <span className="pl-name el" data-unknown={person.name === null || undefined} title={name}>
          {name}
        </span>
        <span className="pl-ids">
          {shown.map((one) => (
            <IdentifierWord key={`${one.kind} ${one.value}`} {...one} />
          ))}
          {person.legalEntities.length === 0 ? null : (
            <span className="dim el" title={text.whose}>
              <span className="vh">{text.whose}</span>{" "}
              {person.legalEntities.map((one) => one.name).join(" · ")}
            </span>
          )}
          {rest > 0 ? <span className="dim num">+{formats.number(rest)}</span> : null}
        </span>
        <span className="pl-channels">
          {inOrder(person.channels).map((channel) => (
            <ChannelSign key={channel} channel={channel} />
          ))}
        </span>
        <span className="pl-seen" title={seen === null ? undefined : formats.moment(seen)}>
          {seen === null ? text.never : text.seen(formats.ago(seen, now))}
        </span>
      </Link>
    </li>
  );
}
