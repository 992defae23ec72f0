// How far a file is, and a way to stop it.
import { Button } from "@mantine/core";
import { useFormats, useText } from "@somlos/look/language";
import { Bar } from "../import/bar.tsx";
import { fileTexts } from "./file-texts.ts";
import type { Sender } from "./use-sending.ts";

export function SendingBar({ now, stop }: Pick<Sender, "now" | "stop">) {
  const text = useText(fileTexts);
  const formats = useFormats();
  if (now.how !== "sending") return null;
  const share = now.of === 0 ? 1 : now.bytes / now.of;
  return (
    <div className="pm-sending">
      <b className="el">{text.sending(now.name)}</b>
      <Bar share={share} label={text.sending(now.name)} />
      <p className="num mid" role="status">
        {share >= 1 ? text.reading : text.sent(formats.bytes(now.bytes), formats.bytes(now.of))}
      </p>
      <Button onClick={stop}>{text.stop}</Button>
    </div>
  );
}
