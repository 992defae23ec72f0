import type { ImportView } from "@somlos/contract/rooms/imports";
import { useText } from "@somlos/look/language";
import { importTexts } from "./texts.ts";

type Look = "done" | "busy" | "stopped" | "open";
const looks: Readonly<Record<ImportView["state"], Look>> = {
  uploaded: "open",
  mapped: "open",
  trying: "busy",
  running: "busy",
  paused: "open",
  done: "done",
  failed: "stopped",
  cancelled: "open",
};

/** State as form, word and colour: a knot that is tied, open, or straw. */
export function StateSign({ view }: { readonly view: ImportView }) {
  const text = useText(importTexts);
  const look = looks[view.state];
  const word = view.state === "mapped" && view.tried !== null ? text.states.tried : text.states[view.state];
  return (
    <span className="im-state" data-look={look}>
      <i className={look === "done" ? "knot" : "knot knot-open"} aria-hidden />
      {word}
    </span>
  );
}
