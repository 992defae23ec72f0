// What the parts of Permission share: the head, and the line of parts.
import { useText } from "@somlos/look/language";
import { type ReactNode, useEffect, useRef } from "react";
import { NavLink } from "react-router";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { permissionParts } from "./parts.ts";
import "./key.css";
import "./permission.css";
import "./table.css";
import { permissionScreenTexts } from "./texts.ts";

export function PermissionFrame({
  act,
  children,
}: {
  readonly act?: ReactNode;
  readonly children: ReactNode;
}) {
  const text = useText(permissionScreenTexts);
  const { data: session } = useSession();
  const parts = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = parts.current?.querySelector("[aria-current]");
    here?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <header className="pm-head">
        <div>
          <h1 className="pm-title">{text.title}</h1>
          <p className="mid">{text.lead}</p>
        </div>
        {act}
      </header>
      <nav ref={parts} className="pm-parts" aria-label={text.title}>
        {permissionParts
          .filter(({ needs }) => may(session, needs))
          .map(({ id, path }) => (
            <NavLink key={id} to={path} end className="pm-part">
              {text.parts[id]}
            </NavLink>
          ))}
      </nav>
      {children}
    </>
  );
}
