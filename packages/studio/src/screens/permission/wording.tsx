// The words of one language: the newest version as it is shown to people, its hash, and the versions before it.
import { type Language, languageNames, useFormats, useText } from "@somlos/look/language";
import { CopyButton } from "../../parts/copy-button.tsx";
import { PermissionSign, permissionTexts } from "../../permissions.tsx";
import { BenefitView } from "./benefit-view.tsx";
import type { TextView } from "./publish.rules.ts";
import { purposeTexts } from "./purpose-texts.ts";

function Hash({ hash }: { readonly hash: string }) {
  const text = useText(purposeTexts);
  return (
    <p className="pm-hash">
      <span className="dim">{text.hash}</span>
      <code className="mono el" title={hash}>
        {hash.slice(0, 12)}…{hash.slice(-6)}
      </code>
      <CopyButton text={hash} label={text.copyHash} quiet />
    </p>
  );
}

function Reaches({ of, nameOf }: { readonly of: TextView; readonly nameOf: (id: string) => string }) {
  const text = useText(purposeTexts);
  const words = useText(permissionTexts);
  return (
    <dl className="pm-reaches">
      <dt>{text.channels}</dt>
      <dd className="pm-signs">
        {of.channels.map((channel) => (
          <span key={channel}>
            <PermissionSign channel={channel} size={14} silent />
            {words.channels[channel]}
          </span>
        ))}
      </dd>
      <dt>{text.covers}</dt>
      <dd className="mono">{of.scopes.join(", ")}</dd>
      <dt>{text.entities}</dt>
      <dd>{of.entityIds.map(nameOf).join(", ")}</dd>
      <dt>{text.categories}</dt>
      <dd>
        {of.categories.length === 0 ? <span className="dim">{text.allGoods}</span> : of.categories.join(", ")}
      </dd>
    </dl>
  );
}

function Earlier({ versions }: { readonly versions: readonly TextView[] }) {
  const text = useText(purposeTexts);
  const formats = useFormats();
  if (versions.length === 0) return null;
  return (
    <details className="pm-earlier pm-more">
      <summary>{text.earlier(formats.number(versions.length), versions.length === 1)}</summary>
      <ol>
        {versions.map((one) => (
          <li key={one.id}>
            <p className="pm-version">
              <b>{text.version(formats.number(one.version))}</b>{" "}
              {text.published(formats.date(one.publishedAt))}
            </p>
            <p className="pm-body" lang={one.language}>
              {one.body}
            </p>
            <Hash hash={one.hash} />
          </li>
        ))}
      </ol>
    </details>
  );
}

type WordingProps = {
  readonly language: Language;
  readonly versions: readonly TextView[];
  readonly nameOf: (id: string) => string;
};

export function Wording({ language, versions, nameOf }: WordingProps) {
  const text = useText(purposeTexts);
  const formats = useFormats();
  const [newest, ...before] = versions;
  return (
    <section className="pm-tongue" aria-label={languageNames[language]}>
      <h2 className="h" lang={language}>
        {languageNames[language]}
      </h2>
      {newest === undefined ? (
        <p className="pm-quiet">
          <i className="knot knot-open" />
          {text.missing}
        </p>
      ) : (
        <>
          <p className="pm-version">
            <b>{text.version(formats.number(newest.version))}</b>{" "}
            {text.published(formats.date(newest.publishedAt))}
          </p>
          <p className="pm-body pm-words" lang={language}>
            {newest.body}
          </p>
          <BenefitView of={newest} />
          <Hash hash={newest.hash} />
          <Reaches of={newest} nameOf={nameOf} />
          <Earlier versions={before} />
        </>
      )}
    </section>
  );
}
