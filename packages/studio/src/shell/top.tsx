// The top line of the cloth: where one is, and what one can do here.

import { useText } from "@somlos/look/language";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";
import { openFinder } from "./finder-door.ts";
import { shellTexts } from "./texts.ts";

type TopProps = {
  readonly title: string;
  /** The screen this one was reached from. */
  readonly from?: { readonly title: string; readonly path: string };
  /** The title is the page's own heading when the screen has no larger one. */
  readonly heading?: true;
  readonly children?: ReactNode;
};

export function Top({ title, from, heading, children }: TopProps) {
  useEffect(() => {
    document.title = `${title} · Sömlös`;
  }, [title]);
  const Title = heading === true ? "h1" : "b";
  return (
    <div className="top">
      <div className="crumb">
        {from === undefined ? null : (
          <>
            <Link to={from.path}>{from.title}</Link>
            <span aria-hidden>/</span>
          </>
        )}
        <Title className="el" title={title}>
          {title}
        </Title>
      </div>
      <div className="top-acts">{children}</div>
    </div>
  );
}

/** Looks like a field, opens the finder: the field itself is there. */
export function FindButton() {
  const text = useText(shellTexts);
  const mac = navigator.platform.startsWith("Mac");
  return (
    <button type="button" className="find plain" onClick={openFinder} aria-keyshortcuts="Control+K Meta+K">
      <IconSearch size={16} stroke={1.6} aria-hidden className="icon" />
      <span className="el">{text.findPerson}</span>
      <span className="kbd">{mac ? "⌘ K" : "Ctrl K"}</span>
    </button>
  );
}
