// One mail. Its page is drawn in a frame that runs no script, sends no form and sees nothing of ours.
import { openMail } from "@somlos/contract/rooms/mail";
import { languageNames, useFormats, useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { call } from "../../api.ts";
import { OneOf } from "../../forms/choices.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import "../../parts/parts.css";
import { Answered } from "../../states/answered.tsx";
import { isWhole, linksIn } from "./links.rules.ts";
import { mailTexts } from "./texts.ts";

type Mail = z.output<(typeof openMail)["answer"]>;
type View = "seen" | "text";

function Facts({ mail }: { readonly mail: Mail }) {
  const text = useText(mailTexts);
  const formats = useFormats();
  const rows: readonly (readonly [string, string | null])[] = [
    [text.to, mail.to],
    [text.purpose, text.purposes[mail.purpose] ?? mail.purpose],
    [text.at, formats.moment(mail.at)],
    [text.states[mail.state], mail.settledAt === null ? null : formats.moment(mail.settledAt)],
    [text.language, languageNames[mail.language]],
    [text.answer, mail.answer],
  ];
  return (
    <dl className="ml-facts">
      {rows.map(([word, value]) =>
        value === null ? null : (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Page({ mail }: { readonly mail: Mail }) {
  const text = useText(mailTexts);
  const [view, setView] = useState<View>("seen");
  if (mail.html === null && mail.text === null) return <p className="mid">{text.over}</p>;
  const seen = view === "seen" && mail.html !== null;
  return (
    <>
      <OneOf
        row
        label={text.view}
        value={view}
        set={setView}
        options={[
          { value: "seen", word: text.asSeen },
          { value: "text", word: text.asText },
        ]}
      />
      {seen ? (
        <iframe
          className="ml-frame"
          title={text.frame}
          sandbox=""
          referrerPolicy="no-referrer"
          lang={mail.language}
          srcDoc={mail.html ?? ""}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section className="json ml-text" tabIndex={0} aria-label={text.asText} lang={mail.language}>
          <pre>{mail.text}</pre>
        </section>
      )}
    </>
  );
}

function Links({ mail }: { readonly mail: Mail }) {
  const text = useText(mailTexts);
  if (mail.linksHidden) return <p className="ff-hint">{text.hidden}</p>;
  const links = linksIn(mail.text ?? "").filter(isWhole);
  return (
    <div className="form-acts">
      {links.map((link) => (
        <CopyButton key={link} text={link} label={text.copyLink} />
      ))}
    </div>
  );
}

export function OneMail({ id }: { readonly id: string }) {
  const text = useText(mailTexts);
  const mail = useQuery({
    queryKey: ["mail", id],
    queryFn: ({ signal }) => call(openMail, { params: { id } }, signal),
    staleTime: 60_000,
  });
  return (
    <Answered asked={mail} shape="lines">
      {(data) => (
        <div className="ml-one">
          <h2 className="rail-title">{data.subject ?? text.blank}</h2>
          <Facts mail={data} />
          <Page mail={data} />
          <Links mail={data} />
        </div>
      )}
    </Answered>
  );
}
