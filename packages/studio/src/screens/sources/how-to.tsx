// What to paste to send to a source, with its own key.
import type { KeyAnswer } from "@somlos/contract/rooms/access-staff";
import { useText } from "@somlos/look/language";
import { SnippetView } from "../../snippets/snippet-view.tsx";
import { clientsFor } from "../../snippets/snippets.ts";
import { keyToShow } from "./life.rules.ts";
import { sourceTexts } from "./texts.ts";

const secretPlace = "YOUR_SERVER_KEY";

export function HowTo({ keys }: { readonly keys: readonly KeyAnswer[] }) {
  const text = useText(sourceTexts);
  const key = keyToShow(keys);
  return (
    <div className="so-how">
      <h2 className="rail-title">{text.howTitle}</h2>
      {key === undefined ? (
        <p className="mid">{text.howNoKey}</p>
      ) : (
        <>
          {key.text === null ? <p className="mid">{text.howSecret}</p> : null}
          <SnippetView
            clients={clientsFor[key.trust]}
            address={{ url: location.origin, key: key.text ?? secretPlace }}
          />
        </>
      )}
    </div>
  );
}
