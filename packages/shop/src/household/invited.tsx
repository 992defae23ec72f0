// The page of an invitation's link. Opening it uses nothing up.
import "./household.css";
import { useText } from "@somlos/look/language";
import { EnterForm } from "./enter.tsx";
import { inviteTexts } from "./invite-texts.ts";

export function Invited({ code, leave }: { readonly code: string; readonly leave: () => void }) {
  const text = useText(inviteTexts);
  return (
    <main className="way-in">
      <section className="pane">
        <h1>{text.invitedTitle}</h1>
        <EnterForm given={code} stop={leave} />
      </section>
    </main>
  );
}
