// The receipt of an erasure, by the link that its asking gave. It holds nothing of the person.
import { openReceipt } from "@somlos/contract/rooms/rights";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { call } from "../api.ts";
import { RefusedNote } from "./pane.tsx";
import { rightsTexts } from "./rights-texts.ts";

/** When the bytes went too, once they have. */
function FilesAt({ at }: { readonly at: string | null }) {
  const text = useText(rightsTexts);
  const { moment } = useFormats();
  return at === null ? null : <p>{text.filesAt(moment(at))}</p>;
}

type RoomLine = z.output<typeof openReceipt.answer>["rooms"][number];

function Room({ room: { title, lines } }: { readonly room: RoomLine }) {
  const text = useText(rightsTexts);
  const { number } = useFormats();
  return (
    <section className="receipt-room">
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p className="pane-empty">{text.noneThere}</p>
      ) : (
        <ul>
          {lines.map(({ what, sentence, rows }) => (
            <li className="line" key={what}>
              <div>{sentence}</div>
              <span className="line-end">{number(rows)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function Receipt({ token }: { readonly token: string }) {
  const text = useText(rightsTexts);
  const { moment } = useFormats();
  const { language } = useLanguage();
  const asked = useQuery({
    queryKey: ["receipt", token, language],
    queryFn: () => call(openReceipt, { body: { receipt: token } }),
  });
  return (
    <main className="way-in">
      <section className="pane" aria-busy={asked.isPending}>
        <h1>{text.receiptTitle}</h1>
        <RefusedNote error={asked.error} />
        {asked.data === undefined ? null : (
          <>
            <p>
              {asked.data.state === "waiting"
                ? text.waiting.erasure(moment(asked.data.dueAt))
                : asked.data.state === "running"
                  ? text.receiptNot
                  : text[asked.data.state](moment(asked.data.endedAt ?? asked.data.dueAt))}
            </p>
            <FilesAt at={asked.data.filesAt} />
            {asked.data.rooms.length === 0 ? null : (
              <>
                <h2>{text.rooms}</h2>
                {asked.data.rooms.map((room) => (
                  <Room key={room.room} room={room} />
                ))}
              </>
            )}
            {asked.data.stays.length === 0 ? null : (
              <>
                <h2>{text.stays}</h2>
                <ul>
                  {asked.data.stays.map(({ what, sentence }) => (
                    <li className="line" key={what}>
                      <div>{sentence}</div>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </section>
    </main>
  );
}
