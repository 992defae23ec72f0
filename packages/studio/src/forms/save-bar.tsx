// A form of one thing being changed, with its line below: save, throw away, take back, or why it was refused.
import { Button } from "@mantine/core";
import { useText } from "@somlos/look/language";
import type { FormEvent, ReactNode } from "react";
import "./forms.css";
import { codeOf, RefusedNote } from "./refused.tsx";
import { formTexts } from "./texts.ts";
import { useUnsaved } from "./unsaved.tsx";
import type { Saving } from "./use-saving.ts";

type BarProps<T> = {
  readonly saving: Saving<T>;
  readonly wrong?: boolean;
  /** Reads what is there now, when somebody else saved first. */
  readonly readAgain: () => Promise<unknown>;
};

function Bar<T>({ saving, wrong = false, readAgain }: BarProps<T>) {
  const text = useText(formTexts);
  const other = codeOf(saving.error) === "company.saved_by_other";
  const showNow = (): void => {
    saving.reset();
    void readAgain();
  };
  return (
    <div className="save">
      <RefusedNote error={saving.error} />
      <div className="form-acts">
        <Button type="submit" variant="filled" loading={saving.running} disabled={!saving.dirty || wrong}>
          {text.save}
        </Button>
        {other ? <Button onClick={showNow}>{text.showNow}</Button> : null}
        {saving.dirty && !other ? (
          <Button variant="subtle" onClick={saving.reset}>
            {text.throwAway}
          </Button>
        ) : null}
        <p className="form-said" role="status">
          {saving.saved ? text.saved : ""}
        </p>
        {saving.saved && saving.undo !== undefined ? (
          <Button variant="subtle" onClick={saving.undo}>
            {text.undo}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

type SavedFormProps<T> = BarProps<T> & { readonly manages?: boolean; readonly children: ReactNode };

export function SavedForm<T>({ manages = true, children, ...bar }: SavedFormProps<T>) {
  useUnsaved(manages && bar.saving.dirty);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (bar.saving.dirty && bar.wrong !== true && !bar.saving.running) bar.saving.save();
  };
  if (!manages)
    return (
      <fieldset className="form form-closed" disabled>
        {children}
      </fieldset>
    );
  return (
    <form className="form" onSubmit={submit}>
      {children}
      <Bar {...bar} />
    </form>
  );
}
