// What the parts of goods share: the head, and the line of parts.
import { useText } from "@somlos/look/language";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { FindButton, Top } from "../../shell/top.tsx";
import "../permission/permission.css";
import "../permission/table.css";
import "./goods.css";
import { goodsTexts } from "./texts.ts";

const parts = [
  { id: "products", path: "/goods" },
  { id: "stock", path: "/goods/stock" },
  { id: "differences", path: "/goods/differences" },
  { id: "feeds", path: "/goods/feeds" },
] as const;

export function GoodsFrame({ act, children }: { readonly act?: ReactNode; readonly children: ReactNode }) {
  const text = useText(goodsTexts);
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
      <nav className="pm-parts" aria-label={text.title}>
        {parts.map(({ id, path }) => (
          <NavLink key={id} to={path} end className="pm-part">
            {text.parts[id]}
          </NavLink>
        ))}
      </nav>
      {children}
    </>
  );
}
