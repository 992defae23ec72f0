// A screen with a rail: beside it when there is room; below 1100 it goes under, or comes up as a sheet.
import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useText } from "@somlos/look/language";
import type { ReactNode } from "react";
import "./parts.css";
import { partTexts } from "./texts.ts";

type RailedProps = {
  readonly label: string;
  readonly children: ReactNode;
  readonly rail: ReactNode;
  /** With it the rail is a sheet on narrow windows, open while something is chosen. */
  readonly sheet?: { readonly open: boolean; readonly close: () => void };
};

export function Railed({ label, children, rail, sheet }: RailedProps) {
  const text = useText(partTexts);
  const narrow = useMediaQuery("(max-width: 1100px)", false, { getInitialValueInEffect: false });
  const asSheet = narrow && sheet !== undefined;
  return (
    <div className={asSheet ? "page" : "page page-railed"}>
      <div className="page-main">{children}</div>
      {asSheet ? (
        <Drawer
          opened={sheet.open}
          onClose={sheet.close}
          position="bottom"
          size="88%"
          classNames={{ content: "rail-sheet" }}
          title={<span className="h">{label}</span>}
          closeButtonProps={{ "aria-label": text.close }}
        >
          {rail}
        </Drawer>
      ) : (
        <aside className="rail" aria-label={label}>
          <div className="rail-in">{rail}</div>
        </aside>
      )}
    </div>
  );
}
