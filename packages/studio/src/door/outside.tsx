// The pages in front of the door: the cloth with one form; beside it the threads that come together.

import { readInstallation } from "@somlos/contract/rooms/company";
import { type Language, languageNames, languages, useLanguage, useText } from "@somlos/look/language";
import { IconBrowser, IconBuildingStore, IconDeviceMobile, IconHeadset, IconMail } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { call } from "../api.ts";
import { HouseName } from "../shell/house-name.tsx";
import { Wordmark } from "../shell/wordmark.tsx";
import "./door.css";
import { doorTexts } from "./texts.ts";

const signs = [IconBuildingStore, IconDeviceMobile, IconBrowser, IconMail, IconHeadset];
const top = 20;
const step = 100;
const middle = top + step * 2;

/** Five channels, one thread: it leaves the picture at the right edge, where the form goes on with it. */
function Threads() {
  return (
    <div className="door-art" aria-hidden>
      <div className="door-signs">
        {signs.map((Sign) => (
          <Sign key={Sign.displayName} size={22} stroke={1.5} />
        ))}
      </div>
      <svg
        viewBox={`0 0 400 ${top * 2 + step * 4}`}
        preserveAspectRatio="none"
        className="door-threads"
        aria-hidden
      >
        {signs.map((sign, at) => (
          <path
            key={sign.displayName}
            d={`M0 ${top + at * step} C 190 ${top + at * step}, 190 ${middle}, 330 ${middle}`}
            stroke="var(--thread-quiet)"
          />
        ))}
        <path
          d={`M0 ${top + step} C 190 ${top + step}, 190 ${middle}, 330 ${middle} L 400 ${middle}`}
          stroke="var(--thread)"
        />
      </svg>
    </div>
  );
}

/** Shown when it is known; the form does not wait for it. */
function Whose() {
  const { data } = useQuery({
    queryKey: ["installation"],
    queryFn: ({ signal }) => call(readInstallation, {}, signal),
  });
  return data === undefined ? null : <HouseName name={data.name} logo={data.logo?.url ?? null} />;
}

function LanguageRow() {
  const text = useText(doorTexts);
  const { language, choose } = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form
    <div className="door-languages" role="group" aria-label={text.language}>
      {languages.map((code: Language) => (
        <button
          key={code}
          type="button"
          lang={code}
          className="plain door-language"
          aria-pressed={code === language}
          onClick={() => choose(code)}
        >
          {languageNames[code]}
        </button>
      ))}
    </div>
  );
}

type OutsideProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
};

export function Outside({ title, lead, children }: OutsideProps) {
  const text = useText(doorTexts);
  useEffect(() => {
    document.title = `${title} · Sömlös`;
  }, [title]);
  return (
    <div className="door">
      <header className="door-side">
        <div className="door-names">
          <Wordmark />
          <Whose />
        </div>
        <Threads />
        <p className="door-slogan">
          {text.slogan}
          <span>{text.sloganUnder}</span>
        </p>
      </header>
      <main className="door-cloth">
        <div className="door-form">
          <div className="door-head">
            <i className="knot knot-red knot-open door-knot" />
            <h1>{title}</h1>
          </div>
          {lead === undefined ? null : <div className="door-lead">{lead}</div>}
          {children}
        </div>
        <LanguageRow />
      </main>
    </div>
  );
}
