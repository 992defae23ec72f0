// Nobody loses what they wrote by a click beside it: leaving asks first, inside the studio and out of it. A router knows one
// guard at a time, and a page may hold several forms: they tell it here, and the one guard stands in the shell.
import { Button } from "@mantine/core";
import { useText } from "@somlos/look/language";
import { useEffect, useId } from "react";
import { useBlocker } from "react-router";
import { Dialog } from "./dialog.tsx";
import { formTexts } from "./texts.ts";

/** Forms that hold something unsaved. */
const dirtyForms = new Set<string>();

/** Tells the guard while a form holds something unsaved. */
export function useUnsaved(dirty: boolean): void {
  const id = useId();
  useEffect(() => {
    if (!dirty) return;
    dirtyForms.add(id);
    return () => void dirtyForms.delete(id);
  }, [id, dirty]);
}

export function UnsavedGuard() {
  const text = useText(formTexts);
  const blocker = useBlocker(
    ({ currentLocation: here, nextLocation: there }) =>
      dirtyForms.size > 0 && `${here.pathname}${here.search}` !== `${there.pathname}${there.search}`,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (dirtyForms.size > 0) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, []);
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
