// One file on its way at a time: how far it is, that it was stopped, or what refused it.
import { useEffect, useRef, useState } from "react";
import { type Sent, Stopped, sendFile } from "../../parts/send-file.ts";

export type Sending =
  | { readonly how: "idle" | "stopped" | "done" }
  | ({ readonly how: "sending"; readonly name: string } & Sent)
  | { readonly how: "refused"; readonly name: string; readonly error: unknown };

export type Sender = {
  readonly now: Sending;
  readonly send: (address: string, file: File) => void;
  readonly stop: () => void;
  readonly reset: () => void;
};

export function useSending<Answer>(done: (answer: Answer) => void): Sender {
  const [now, setNow] = useState<Sending>({ how: "idle" });
  const going = useRef<AbortController>(undefined);
  useEffect(() => () => going.current?.abort(), []);
  const send = (address: string, file: File): void => {
    going.current?.abort();
    const mine = new AbortController();
    going.current = mine;
    const { name } = file;
    setNow({ how: "sending", name, bytes: 0, of: file.size });
    sendFile<Answer>(address, file, {
      signal: mine.signal,
      sent: (sent) => setNow({ how: "sending", name, ...sent }),
    }).then(
      (answer) => {
        setNow({ how: "done" });
        done(answer);
      },
      (error: unknown) => {
        if (going.current !== mine) return;
        setNow(error instanceof Stopped ? { how: "stopped" } : { how: "refused", name, error });
      },
    );
  };
  return {
    now,
    send,
    stop: () => going.current?.abort(),
    reset: () => setNow({ how: "idle" }),
  };
}
