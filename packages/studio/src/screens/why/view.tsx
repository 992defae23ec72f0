// Now or after: two radio buttons that look like one switch.
import { useText } from "@somlos/look/language";
import { useId } from "react";
import { whyTexts } from "./texts.ts";

export type View = "now" | "after";
type ViewProps = {
  readonly view: View;
  readonly set: (view: View) => void;
  readonly people: { readonly now: number; readonly after: number };
};

export function ViewSwitch({ view, set, people }: ViewProps) {
  const text = useText(whyTexts);
  const name = useId();
  const words = { now: text.now(people.now), after: text.after(people.after) };
  return (
    <fieldset className="wy-view">
      <legend className="vh">{text.view}</legend>
      {(["now", "after"] as const).map((one) => (
        <label key={one} data-on={one === view || undefined}>
          <input type="radio" name={name} checked={one === view} onChange={() => set(one)} />
          {words[one]}
        </label>
      ))}
    </fieldset>
  );
}
