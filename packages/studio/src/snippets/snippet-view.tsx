// One client chosen, and what to paste for it.

import { useText } from "@somlos/look/language";
import { useState } from "react";
import { CopyButton } from "../parts/copy-button.tsx";
import "../parts/parts.css";
import "./snippets.css";
import { type Address, type Client, clientNames, clientPackages, snippetOf } from "./snippets.ts";
import { snippetTexts } from "./texts.ts";

type ViewProps = { readonly clients: readonly Client[]; readonly address: Address };

function Install({ client }: { readonly client: Client }) {
  const text = useText(snippetTexts);
  const name = clientPackages[client];
  if (name === undefined) return null;
  return (
    <p className="snip-install">
      {text.install} <code className="mono">npm install {name}</code>
    </p>
  );
}

export function SnippetView({ clients, address }: ViewProps) {
  const text = useText(snippetTexts);
  const [wanted, setWanted] = useState<Client | undefined>(undefined);
  const client = wanted !== undefined && clients.includes(wanted) ? wanted : clients[0];
  if (client === undefined) return null;
  const code = snippetOf(client, address);
  return (
    <div className="snip">
      {/* biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form */}
      <div className="snip-clients" role="group" aria-label={text.clients}>
        {clients.map((one) => (
          <button
            key={one}
            type="button"
            className={one === client ? "chip chip-on" : "chip chip-line"}
            aria-pressed={one === client}
            onClick={() => setWanted(one)}
          >
            {one === "page" ? text.page : clientNames[one]}
          </button>
        ))}
      </div>
      <Install client={client} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="json snip-code" tabIndex={0} aria-label={text.code}>
        <pre>{code}</pre>
      </section>
      <div>
        <CopyButton text={code} label={text.copy} primary />
      </div>
    </div>
  );
}
