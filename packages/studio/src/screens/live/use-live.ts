// Asks every second for what came since; quiet while the window is hidden, slower while the server is away.
import { type Channel, live } from "@somlos/contract/rooms/events";
import { useCallback, useEffect, useRef, useState } from "react";
import { call, Refused } from "../../api.ts";
import { came, type LiveAnswer, nothingYet, released, type Stream } from "./stream.ts";

export type Wanted = { readonly channel: Channel | undefined; readonly q: string };

const everyMs = 1000;
const slowestMs = 8000;

type Live = {
  readonly stream: Stream;
  readonly error: unknown;
  readonly again: () => void;
  readonly release: () => void;
};

function question({ channel, q }: Wanted, after: number | undefined) {
  return {
    limit: after === undefined ? 60 : 200,
    ...(after === undefined ? {} : { after }),
    ...(channel === undefined ? {} : { channel }),
    ...(q === "" ? {} : { q }),
  };
}

/** A question that is wrong stays wrong; too many of them, or a server in trouble, is worth waiting for. */
const final = (cause: unknown): boolean =>
  cause instanceof Refused && cause.status >= 400 && cause.status < 429;

type Ears = {
  readonly heard: (answer: LiveAnswer, first: boolean) => void;
  readonly failed: (cause: unknown) => void;
};

/** Asks until it is stopped. */
function listen(wanted: Wanted, { heard, failed }: Ears): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cursor: number | undefined;
  let wait = everyMs;
  const askOnce = async (): Promise<void> => {
    const answer = await call(live, { query: question(wanted, cursor) }, stop.signal);
    heard(answer, cursor === undefined);
    cursor = answer.cursor;
    wait = everyMs;
  };
  const turn = async (): Promise<void> => {
    try {
      if (!document.hidden) await askOnce();
    } catch (cause) {
      if (stop.signal.aborted) return;
      failed(cause);
      if (final(cause)) return;
      wait = Math.min(slowestMs, wait * 2);
    }
    timer = setTimeout(() => void turn(), wait);
  };
  void turn();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}

export function useLive({ channel, q }: Wanted, held: boolean): Live {
  const [stream, setStream] = useState<Stream>(nothingYet);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const holding = useRef(held);
  useEffect(() => {
    holding.current = held;
  }, [held]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` starts it anew on "try again"
  useEffect(
    () =>
      listen(
        { channel, q },
        {
          heard: (answer, first) => {
            setError(null);
            setStream((before) => came(first ? nothingYet : before, answer, holding.current));
          },
          failed: setError,
        },
      ),
    [channel, q, round],
  );

  const release = useCallback(() => setStream(released), []);
  const again = useCallback(() => setRound((count) => count + 1), []);
  return { stream, error, again, release };
}
