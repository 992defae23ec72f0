// Who comes by a link: the token stands in the fragment, and is posted when the person says so. A page that opens takes nothing.
import { redeemSignIn, undo } from "@somlos/contract/rooms/corner";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { signInTexts } from "./texts.ts";

export function Arrived({
  token,
  entered,
  leave,
}: {
  readonly token: string;
  readonly entered: () => void;
  readonly leave: () => void;
}) {
  const text = useText(signInTexts);
  const redeeming = useMutation({
    mutationFn: () => call(redeemSignIn, { body: { token } }),
    onSuccess: entered,
  });
  return (
    <main className="way-in">
      <section className="pane">
        <h1>{text.arrivedTitle}</h1>
        <p>{text.arrived}</p>
        <button
          type="button"
          className="button button-main button-wide"
          disabled={redeeming.isPending}
          onClick={() => redeeming.mutate()}
        >
          {text.open}
        </button>
        <RefusedNote error={redeeming.error} />
        {redeeming.isError ? (
          <button type="button" className="button button-wide" onClick={leave}>
            {text.send}
          </button>
        ) : null}
      </section>
    </main>
  );
}

/** "This was not me", from the mail that told of it. */
export function Undo({ token, leave }: { readonly token: string; readonly leave: () => void }) {
  const text = useText(signInTexts);
  const undoing = useMutation({ mutationFn: () => call(undo, { body: { token } }) });
  return (
    <main className="way-in">
      <section className="pane">
        <h1>{text.undoTitle}</h1>
        {undoing.isSuccess ? (
          <>
            <p role="status">{text.undone[undoing.data.what]}</p>
            <button type="button" className="button button-main button-wide" onClick={leave}>
              {text.toCorner}
            </button>
          </>
        ) : (
          <>
            <p>{text.undoLead}</p>
            <button
              type="button"
              className="button button-main button-wide"
              disabled={undoing.isPending}
              onClick={() => undoing.mutate()}
            >
              {text.undoAct}
            </button>
            <RefusedNote error={undoing.error} />
          </>
        )}
      </section>
    </main>
  );
}
