import { Button } from "@mantine/core";
import { useText } from "@somlos/look/language";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { partTexts } from "./texts.ts";

/** The clipboard is closed on plain http: then the old way, through a selected field. */
async function copy(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "vh";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

type CopyProps = {
  readonly text: string;
  readonly label?: string;
  readonly quiet?: boolean;
  readonly primary?: boolean;
};

export function CopyButton({ text, label, quiet = false, primary = false }: CopyProps) {
  const words = useText(partTexts);
  const [state, setState] = useState<"ready" | "done" | "failed">("ready");
  useEffect(() => {
    if (state === "ready") return;
    const timer = setTimeout(() => setState("ready"), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const Sign = state === "done" ? IconCheck : IconCopy;
  const ready = label ?? words.copy;
  return (
    <Button
      variant={primary ? "filled" : quiet ? "subtle" : "default"}
      {...(quiet ? { size: "xs" } : {})}
      leftSection={<Sign size={quiet ? 14 : 16} stroke={1.6} aria-hidden />}
      onClick={() => void copy(text).then((done) => setState(done ? "done" : "failed"))}
    >
      <span aria-live="polite">
        {state === "done" ? words.copied : state === "failed" ? words.notCopied : ready}
      </span>
    </Button>
  );
}
