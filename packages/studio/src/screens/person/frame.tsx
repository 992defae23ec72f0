// What every section of a person's page shares: who it is, and the line of sections that are open to the colleague.
import type { Channel } from "@somlos/contract/rooms/events";
import { useText } from "@somlos/look/language";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, useSearchParams } from "react-router";
import { useNow } from "../../now.ts";
import { Railed } from "../../parts/railed.tsx";
import { may, useSession } from "../../session.ts";
import { Head } from "./head.tsx";
import { type SectionId, type SectionProps, sections } from "./sections.ts";
import "./tabs.css";
import { personTexts } from "./texts.ts";

export function useSection(): SectionId | undefined {
  const [params] = useSearchParams();
  const { data: session } = useSession();
  const open = sections.filter(({ needs }) => may(session, needs));
  return open.find(({ id }) => id === params.get("tab"))?.id;
}

function Tabs() {
  const text = useText(personTexts);
  const { data: session } = useSession();
  const here = useSection();
  const line = useRef<HTMLElement>(null);
  useEffect(() => {
    line.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  const open = sections.filter(({ needs }) => may(session, needs));
  return (
    <nav ref={line} className="ps-tabs" aria-label={text.sections}>
      {[undefined, ...open.map(({ id }) => id)].map((id) => (
        <Link
          key={id ?? "story"}
          to={{ search: id === undefined ? "" : `?tab=${id}` }}
          replace
          preventScrollReset
          className="ps-tab"
          aria-current={id === here ? "page" : undefined}
        >
          {text.tabs[id ?? "story"]}
        </Link>
      ))}
    </nav>
  );
}

type FrameProps = SectionProps & {
  readonly latest?: Channel | undefined;
  /** Beside it, or as a sheet on a narrow window. */
  readonly rail?: { readonly label: string; readonly body: ReactNode };
  readonly sheet?: { readonly open: boolean; readonly close: () => void };
  readonly children: ReactNode;
};

export function PersonFrame({ person, asked, latest, rail, sheet, children }: FrameProps) {
  const now = useNow();
  const main = (
    <>
      <div className="person">
        <Head person={person} asked={asked} latest={latest} now={now} />
      </div>
      <Tabs />
      {children}
    </>
  );
  if (rail === undefined)
    return (
      <div className="page">
        <div className="page-main">{main}</div>
      </div>
    );
  return (
    <Railed label={rail.label} rail={rail.body} {...(sheet === undefined ? {} : { sheet })}>
      {main}
    </Railed>
  );
}
