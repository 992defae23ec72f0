// What the parts of Settings share: the head, and the line of parts.

import { useText } from "@somlos/look/language";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { FindButton, Top } from "../../shell/top.tsx";
import "./settings.css";
import { settingsTexts } from "./texts.ts";

const parts = [
  { id: "company", path: "/settings" },
  { id: "entities", path: "/settings/entities" },
  { id: "stores", path: "/settings/stores" },
] as const;

export function SettingsFrame({ act, children }: { readonly act?: ReactNode; readonly children: ReactNode }) {
  const text = useText(settingsTexts);
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <header className="se-head">
        <div>
          <h1 className="se-title">{text.title}</h1>
          <p className="mid">{text.lead}</p>
        </div>
        {act}
      </header>
      <nav className="se-parts" aria-label={text.title}>
        {parts.map(({ id, path }) => (
          <NavLink key={id} to={path} end className="se-part">
            {text.parts[id]}
          </NavLink>
        ))}
      </nav>
      {children}
    </>
  );
}
