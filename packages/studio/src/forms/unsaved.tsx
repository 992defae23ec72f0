// Nobody loses what they wrote by a click beside it: leaving asks first, inside the studio and out of it.
import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { useText } from "../language.tsx";
import { Dialog } from "./dialog.tsx";
import { formTexts } from "./texts.ts";

export function Unsaved({ dirty }: { readonly dirty: boolean }) {
  const text = useText(formTexts);
  const blocker = useBlocker(
    ({ currentLocation: here, nextLocation: there }) =>
      dirty && `${here.pathname}${here.search}` !== `${there.pathname}${there.search}`,
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);
  const stay = (): void => blocker.reset?.();
  return (
    <Dialog title={text.unsavedTitle} opened={blocker.state === "blocked"} close={stay}>
      <div className="form">
        <p className="form-text">{text.unsaved}</p>
        <div className="form-acts">
          <Button variant="filled" onClick={stay} data-autofocus>
            {text.stay}
          </Button>
          <Button variant="subtle" onClick={() => blocker.proceed?.()}>
            {text.leave}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
