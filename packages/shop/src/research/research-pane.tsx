// What you looked at and your sizes: seen, taken along as a file, brought from another shop, taken away.
import { type MyResearch, readMyResearch } from "@somlos/contract/rooms/research";
import { useText } from "@somlos/look/language";
import { IconDownload, IconFileImport } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { call } from "../api.ts";
import { Pane } from "../corner/pane.tsx";
import { Bring } from "./bring.tsx";
import "./research.css";
import { researchTexts } from "./research-texts.ts";
import { Sizes } from "./sizes.tsx";
import { Take } from "./take.tsx";
import { Brought, Looked } from "./things.tsx";

/** What one is about to do; `told`: what was done, for the ear too; `returned`: from something that was open. */
type Doing = { readonly now: "look" | "take" | "bring"; readonly told?: string; readonly returned?: boolean };

export function ResearchPane() {
  const text = useText(researchTexts);
  const asked = useQuery({ queryKey: ["research"], queryFn: () => call(readMyResearch) });
  const [{ now, told = "", returned = false }, go] = useState<Doing>({ now: "look" });
  const back = (said = "") => go({ now: "look", told: said, returned: true });
  return (
    <Pane title={text.title} asked={asked} className="research">
      {(mine) => (
        <>
          {now === "look" ? <Look mine={mine} go={go} returned={returned} /> : null}
          {now === "take" ? <Take mine={mine} back={back} /> : null}
          {now === "bring" ? <Bring mine={mine} back={back} /> : null}
          <p className="pane-done" aria-live="polite">
            {told}
          </p>
        </>
      )}
    </Pane>
  );
}

function Look({
  mine,
  go,
  returned,
}: {
  readonly mine: MyResearch;
  readonly go: (doing: Doing) => void;
  readonly returned: boolean;
}) {
  const text = useText(researchTexts);
  const acts = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (returned) acts.current?.querySelector("button")?.focus();
  }, [returned]);
  const holds = mine.things.length + mine.brought.length + mine.sizes.length > 0;
  return (
    <>
      {holds ? (
        <>
          <Sizes sizes={mine.sizes} />
          <Looked mine={mine} />
          <Brought mine={mine} />
        </>
      ) : (
        <p className="pane-empty">
          {text.none} {text.noneBring}
        </p>
      )}
      <div className="rights-acts" ref={acts}>
        {holds ? (
          <button type="button" className="button" onClick={() => go({ now: "take" })}>
            <IconDownload className="icon" size={18} stroke={1.6} aria-hidden="true" />
            {text.take}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => go({ now: "bring" })}>
          <IconFileImport className="icon" size={18} stroke={1.6} aria-hidden="true" />
          {text.bring}
        </button>
      </div>
    </>
  );
}
