// One upload at a time: its progress, its refusal, its end at the import's own page.

import { useLanguage } from "@somlos/look/language";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { refusalOf, Stopped, upload } from "./upload.ts";
import { useKnow } from "./use-imports.ts";

export type Uploading =
  | { readonly how: "idle" }
  | {
      readonly how: "sending";
      readonly name: string;
      readonly bytes: number;
      readonly of: number;
      readonly pace: number;
    }
  | { readonly how: "refused"; readonly name: string; readonly error: unknown }
  | { readonly how: "stopped" };

export type Uploader = {
  readonly now: Uploading;
  readonly send: (file: File) => void;
  readonly stop: () => void;
};

export function useUpload(): Uploader {
  const [now, setNow] = useState<Uploading>({ how: "idle" });
  const { language } = useLanguage();
  const going = useRef<AbortController>(undefined);
  const know = useKnow();
  const go = useNavigate();
  useEffect(() => () => going.current?.abort(), []);
  const send = (file: File): void => {
    const refusal = refusalOf(file, language);
    if (refusal !== undefined) {
      setNow({ how: "refused", name: file.name, error: refusal });
      return;
    }
    going.current?.abort();
    const mine = new AbortController();
    going.current = mine;
    const began = performance.now();
    setNow({ how: "sending", name: file.name, bytes: 0, of: file.size, pace: 0 });
    upload(file, {
      signal: mine.signal,
      sent: ({ bytes, of }) =>
        setNow({
          how: "sending",
          name: file.name,
          bytes,
          of,
          pace: (bytes / (performance.now() - began)) * 1000,
        }),
    }).then(
      (view) => {
        know(view);
        void go(`/imports/${view.id}`);
      },
      (error: unknown) => {
        if (going.current !== mine) return;
        setNow(error instanceof Stopped ? { how: "stopped" } : { how: "refused", name: file.name, error });
      },
    );
  };
  return { now, send, stop: () => going.current?.abort() };
}
