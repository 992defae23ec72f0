// A question to the server on the screen: its shape while it is asked, what refused it, or the answer.
import type { ReactNode } from "react";
import { ErrorNote, Loading } from "./states.tsx";

type Asked<Data> = {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

type AnsweredProps<Data> = {
  readonly asked: Asked<Data>;
  readonly rows?: number;
  readonly shape?: "rows" | "lines";
  readonly children: (data: Data) => ReactNode;
};

/** An answer once had stays on the screen, also when asking for a newer one fails. */
export function Answered<Data>({ asked, rows = 6, shape = "rows", children }: AnsweredProps<Data>) {
  if (asked.data !== undefined) return children(asked.data);
  if (asked.error !== null) return <ErrorNote error={asked.error} again={() => void asked.refetch()} />;
  return <Loading rows={rows} shape={shape} />;
}
