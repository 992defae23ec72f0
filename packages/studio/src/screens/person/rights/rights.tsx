// What a person may ask of what we hold about them, asked by a colleague in their name: a copy, erasure; how far it is.
import { Button } from "@mantine/core";
import type { RightsRequest } from "@somlos/contract/rooms/rights";
import { useFormats, useText } from "@somlos/look/language";
import { IconDownload, IconEraser } from "@tabler/icons-react";
import { useState } from "react";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Answered } from "../../../states/answered.tsx";
import { Empty } from "../../../states/states.tsx";
import { PersonFrame } from "../frame.tsx";
import type { SectionProps } from "../sections.ts";
import { Ask } from "./ask.tsx";
import { RequestLine } from "./request-line.tsx";
import { Restrictions } from "./restriction.tsx";
import "./rights.css";
import { rightsTexts } from "./texts.ts";
import { isOpen, type Kind, useRights } from "./use-rights.ts";

const ICON = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

type Made = { readonly kind: Kind; readonly dueAt: string; readonly receipt: string };

/** Said once: nobody can be told the receipt a second time. */
function Told({ made }: { readonly made: Made | "cancelled" | undefined }) {
  const text = useText(rightsTexts);
  const formats = useFormats();
  return (
    <div role="status">
      {made === "cancelled" ? <p className="ps-note">{text.cancelledNow}</p> : null}
      {made === undefined || made === "cancelled" ? null : (
        <div className="ps-note">
          <span>
            {made.kind === "export" ? text.askedCopy : text.askedErasure(formats.moment(made.dueAt))}
          </span>
          {made.kind === "erasure" ? (
            <>
              <p>{text.receipt}</p>
              <CopyButton
                text={`${location.origin}/corner/receipt#${made.receipt}`}
                label={text.copyReceipt}
                quiet
              />
            </>
          ) : null}
        </div>
      )}
    </div>
  );
}

type ActsProps = { readonly items: readonly RightsRequest[]; readonly open: (kind: Kind) => void };

function Acts({ items, open }: ActsProps) {
  const text = useText(rightsTexts);
  const waits = (kind: Kind): boolean => items.some((one) => one.kind === kind && isOpen(one));
  return (
    <div className="pr-acts">
      <article>
        <h3 className="h">{text.copyTitle}</h3>
        <p className="mid">{text.copySays}</p>
        <Button
          variant="filled"
          disabled={waits("export")}
          onClick={() => open("export")}
          leftSection={<IconDownload {...ICON} />}
        >
          {text.askCopy}
        </Button>
      </article>
      <article>
        <h3 className="h">{text.erasureTitle}</h3>
        <p className="mid">{text.erasureSays}</p>
        <Button
          disabled={waits("erasure")}
          onClick={() => open("erasure")}
          leftSection={<IconEraser {...ICON} />}
        >
          {text.askErasure}
        </Button>
      </article>
    </div>
  );
}

export function Rights({ person, asked }: SectionProps) {
  const text = useText(rightsTexts);
  const rights = useRights(person.id);
  const [asking, ask] = useState<Kind>();
  const [made, setMade] = useState<Made | "cancelled">();
  return (
    <PersonFrame person={person} asked={asked}>
      <section className="ps" aria-labelledby="pr-finding">
        <Answered asked={rights} shape="lines">
          {({ items }) => {
            const open = items.filter(isOpen);
            const finding = open.some(({ kind }) => kind === "erasure")
              ? text.findingErasure
              : open.length > 0
                ? text.findingCopy
                : text.finding;
            return (
              <>
                <header>
                  <h2 className="ps-finding" id="pr-finding">
                    {finding}
                  </h2>
                  <p className="mid ps-lead">{text.lead}</p>
                </header>
                <Told made={made} />
                {items.length === 0 ? (
                  <Empty title={text.emptyTitle}>{text.empty}</Empty>
                ) : (
                  <ul className="pr-list" aria-label={text.list}>
                    {items.map((request) => (
                      <RequestLine
                        key={request.id}
                        request={request}
                        personId={person.id}
                        cancelled={() => setMade("cancelled")}
                      />
                    ))}
                  </ul>
                )}
                <Acts items={items} open={ask} />
                <Restrictions personId={person.id} />
              </>
            );
          }}
        </Answered>
        {asking === undefined ? null : (
          <Ask
            person={person}
            kind={asking}
            close={() => ask(undefined)}
            done={(answer) => {
              setMade(answer);
              ask(undefined);
            }}
          />
        )}
      </section>
    </PersonFrame>
  );
}
