// The end of a form of the household: why it was refused, the act, and the way out.
import { RefusedNote } from "../corner/pane.tsx";

type FormEndProps = {
  readonly asked: { readonly error: Error | null; readonly isPending: boolean };
  readonly yes: string;
  readonly no: string;
  readonly stop: () => void;
};

export const FormEnd = ({ asked, yes, no, stop }: FormEndProps) => (
  <>
    <RefusedNote error={asked.error} />
    <div className="household-acts">
      <button type="submit" className="button button-main" disabled={asked.isPending}>
        {yes}
      </button>
      <button type="button" className="button" onClick={stop}>
        {no}
      </button>
    </div>
  </>
);
