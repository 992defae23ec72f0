// Nothing came yet: how to send the first event, with the real key.
import { useText } from "@somlos/look/language";
import { CopyButton } from "../../parts/copy-button.tsx";
import "../../parts/parts.css";
import { useSession } from "../../session.ts";
import { Empty } from "../../states/states.tsx";
import { liveTexts } from "./texts.ts";

export function snippet(origin: string, writeKey: string): string {
  const event = {
    writeKey,
    type: "track",
    event: "Product Viewed",
    anonymousId: "my-first-visitor",
    properties: { name: "Table lamp", price: 1249, currency: "SEK" },
  };
  return `curl ${origin}/v1/track -H 'content-type: application/json' -d '${JSON.stringify(event)}'`;
}

export function FirstEvent() {
  const text = useText(liveTexts);
  const { data: session } = useSession();
  const writeKey = session?.installation.writeKey;
  const code = snippet(location.origin, writeKey ?? "YOUR_PUBLIC_KEY");
  return (
    <Empty title={text.emptyTitle} act={<CopyButton primary text={code} label={text.copySnippet} />}>
      <p>{text.emptyText}</p>
      <pre className="json json-wrap">{code}</pre>
      {typeof writeKey !== "string" ? <p className="state-small">{text.emptyKey}</p> : null}
    </Empty>
  );
}
