// The list of mails, and what narrows it: part of an address, one state.
import { type MailRow, type MailState, mailStates } from "@somlos/contract/rooms/mail";
import { useFormats, useText } from "@somlos/look/language";
import { IconSearch } from "@tabler/icons-react";
import { useNow } from "../../now.ts";
import { mailTexts } from "./texts.ts";

type LineProps = { readonly mail: MailRow; readonly chosen: boolean; readonly choose: (id: string) => void };

export function Line({ mail, chosen, choose }: LineProps) {
  const text = useText(mailTexts);
  const formats = useFormats();
  const now = useNow();
  return (
    <li>
      <button
        type="button"
        className="plain ml"
        aria-pressed={chosen}
        data-state={mail.state}
        onClick={() => choose(mail.id)}
      >
        <span className="ml-line">
          <b className="el">{mail.subject ?? text.blank}</b>
          <span className="ml-at num" title={formats.moment(mail.at)}>
            {formats.ago(mail.at, now)}
          </span>
        </span>
        <span className="ml-line">
          <span className="el mid">{mail.to}</span>
          <span className="ml-state">{text.states[mail.state]}</span>
        </span>
        <span className="ml-line ml-small">
          <span>{text.purposes[mail.purpose] ?? mail.purpose}</span>
          {mail.nextTryAt === null || mail.tries === 0 ? null : (
            <span className="num">
              {text.tries(formats.number(mail.tries))}, {text.next(formats.time(mail.nextTryAt))}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

type FilterProps = {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly state: MailState | undefined;
  readonly setState: (state: MailState | undefined) => void;
};

export function Filter({ query, setQuery, state, setState }: FilterProps) {
  const text = useText(mailTexts);
  return (
    <div className="ml-filter">
      <label className="field ml-field">
        <IconSearch size={16} stroke={1.6} aria-hidden className="icon" />
        <span className="vh">{text.search}</span>
        <input
          data-screen-search
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={320}
          placeholder={text.search}
          value={query}
          onChange={(change) => setQuery(change.target.value)}
        />
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form */}
      <div className="ml-states" role="group" aria-label={text.list}>
        {[undefined, ...mailStates].map((one) => (
          <button
            key={one ?? "all"}
            type="button"
            className={one === state ? "chip chip-on" : "chip chip-line"}
            aria-pressed={one === state}
            onClick={() => setState(one)}
          >
            {text.states[one ?? "all"]}
          </button>
        ))}
      </div>
    </div>
  );
}
