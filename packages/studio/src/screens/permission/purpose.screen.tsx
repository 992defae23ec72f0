// One purpose: its words in three languages side by side, each version with its hash, and new words to publish.
import { Button } from "@mantine/core";
import { languages, useFormats, useText } from "@somlos/look/language";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { permissionTexts } from "../../permissions.tsx";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { useEntities } from "../settings/use-company.ts";
import "./permission.css";
import "./words.css";
import { basesOf, type TextView, versionsOf, type WordsBasis } from "./publish.rules.ts";
import { Publish } from "./publish.tsx";
import { purposeTexts } from "./purpose-texts.ts";
import type { PurposeView } from "./purposes.screen.tsx";
import { permissionScreenTexts } from "./texts.ts";
import { usePurposes, useTexts } from "./use-permission.ts";
import { Wording } from "./wording.tsx";

function Head({ purpose }: { readonly purpose: PurposeView }) {
  const text = useText(purposeTexts);
  const words = useText(permissionTexts);
  const formats = useFormats();
  return (
    <div>
      <h1 className="pm-title mono">{purpose.code}</h1>
      <p className="pm-meta">
        <span>{words.kinds[purpose.kind]}</span>
        <span>{words.bases[purpose.basis]}</span>
        {purpose.doubleOptIn ? <span>{text.double}</span> : null}
        <span>{text.entered(formats.date(purpose.madeAt))}</span>
      </p>
      {purpose.balance === null ? null : (
        <details className="pm-weighed pm-more">
          <summary>{text.weighed}</summary>
          <p>{purpose.balance}</p>
        </details>
      )}
    </div>
  );
}

type WordsProps = { readonly items: readonly TextView[]; readonly basis: WordsBasis };

function Words({ items, basis }: WordsProps) {
  const entities = useEntities();
  const names = new Map((entities.data?.items ?? []).map((one) => [one.id, one.name]));
  return (
    <div className="pm-tongues">
      {languages.map((language) => (
        <Wording
          key={language}
          language={language}
          versions={versionsOf(items, basis, language)}
          nameOf={(id) => names.get(id) ?? id}
        />
      ))}
    </div>
  );
}

type BasesProps = {
  readonly bases: readonly WordsBasis[];
  readonly basis: WordsBasis;
  readonly set: (basis: WordsBasis) => void;
};

/** Words that ask, or a notice at a sale: only where there are both. */
function Bases({ bases, basis, set }: BasesProps) {
  const text = useText(purposeTexts);
  if (bases.length < 2) return null;
  return (
    <fieldset className="pm-chips">
      <legend className="vh">{text.basisLabel}</legend>
      {bases.map((one) => (
        <button
          key={one}
          type="button"
          className={one === basis ? "chip chip-line chip-on" : "chip chip-line"}
          aria-pressed={one === basis}
          onClick={() => set(one)}
        >
          {text.bases[one]}
        </button>
      ))}
    </fieldset>
  );
}

type BodyProps = {
  readonly purpose: PurposeView;
  readonly items: readonly TextView[];
  readonly manages: boolean;
};

function Body({ purpose, items, manages }: BodyProps) {
  const text = useText(purposeTexts);
  const [writing, setWriting] = useState(false);
  const bases = basesOf(items);
  const [wanted, setBasis] = useState<WordsBasis>("consent");
  const basis = bases.includes(wanted) ? wanted : (bases[0] ?? "consent");
  const write = (
    <Button
      variant="filled"
      leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
      onClick={() => setWriting(true)}
    >
      {items.length === 0 ? text.publishFirst : text.publish}
    </Button>
  );
  return (
    <>
      <header className="pm-head">
        <Head purpose={purpose} />
        {manages && !writing && items.length > 0 ? write : null}
      </header>
      {writing ? (
        <Publish purpose={purpose} items={items} basis={basis} close={() => setWriting(false)} />
      ) : items.length === 0 ? (
        <Empty title={text.noWords} act={manages ? write : undefined}>
          {text.missing}
        </Empty>
      ) : (
        <>
          <Bases bases={bases} basis={basis} set={setBasis} />
          <Words items={items} basis={basis} />
        </>
      )}
    </>
  );
}

export function Purpose() {
  const text = useText(purposeTexts);
  const screen = useText(permissionScreenTexts);
  const { code = "" } = useParams();
  const { data: session } = useSession();
  const purposes = usePurposes();
  const purpose = purposes.data?.items.find((one) => one.code === code);
  const texts = useTexts(code, purpose !== undefined);
  return (
    <>
      <Top title={code} from={{ title: screen.title, path: "/permissions" }}>
        <FindButton />
      </Top>
      <Answered asked={purposes}>
        {() =>
          purpose === undefined ? (
            <Empty
              alone
              title={text.unknown}
              act={
                <Button component={Link} to="/permissions">
                  {text.toList}
                </Button>
              }
            >
              {text.unknownSays}
            </Empty>
          ) : (
            <Answered asked={texts}>
              {({ items }) => (
                <Body purpose={purpose} items={items} manages={may(session, "consent.manage")} />
              )}
            </Answered>
          )
        }
      </Answered>
    </>
  );
}
