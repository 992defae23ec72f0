// Permission, import: permissions of another system with their evidence, and a report of what was refused.
import { Button } from "@mantine/core";
import { addressOf } from "@somlos/contract/client";
import {
  type PermissionImportView,
  reportPermissionImport,
  takePermissionFile,
} from "@somlos/contract/rooms/consent-imports";
import { useFormats, useText } from "@somlos/look/language";
import { IconDownload, IconFileUpload } from "@tabler/icons-react";
import { useRef } from "react";
import { RefusedNote } from "../../forms/refused.tsx";
import { useNow } from "../../now.ts";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { Bar } from "../import/bar.tsx";
import "../import/import.css";
import "./files.css";
import { fileTexts } from "./file-texts.ts";
import { PermissionFrame } from "./frame.tsx";
import { permissionImportTexts } from "./import-texts.ts";
import { SendingBar } from "./sending.tsx";
import { usePermissionImports, useReadAgain } from "./use-permission.ts";
import { useSending } from "./use-sending.ts";

const looks = { running: "busy", done: "done", failed: "stopped" } as const;

function Reach({ view }: { readonly view: PermissionImportView }) {
  const text = useText(permissionImportTexts);
  const formats = useFormats();
  return (
    <>
      <span className="im-state" data-look={looks[view.state]}>
        <i className={view.state === "done" ? "knot" : "knot knot-open"} />
        {text.states[view.state]}
      </span>
      {view.state === "running" ? (
        <span className="im-small-bar">
          <Bar share={view.share} label={`${view.name}: ${text.states.running}`} />
          <span className="num">{formats.percent(view.share)}</span>
        </span>
      ) : null}
      {view.reason === null ? null : <span className="pm-under">{view.reason.sentence}</span>}
    </>
  );
}

function Refusals({ view, manages }: { readonly view: PermissionImportView; readonly manages: boolean }) {
  const text = useText(permissionImportTexts);
  const formats = useFormats();
  if (view.refused + view.noted === 0) return <span className="dim">0</span>;
  return (
    <span className="pm-refused">
      <b className="pm-refused-n">{formats.number(view.refused)}</b>
      {view.noted === 0 ? null : (
        <span className="pm-under">{text.noted(formats.number(view.noted), view.noted === 1)}</span>
      )}
      {manages ? (
        <a
          className="link pm-report"
          href={addressOf(reportPermissionImport.url, { params: { id: view.id } })}
          download
          aria-label={text.reportOf(view.name)}
        >
          <IconDownload size={14} stroke={1.6} aria-hidden className="icon" />
          CSV
        </a>
      ) : null}
    </span>
  );
}

type TableProps = { readonly items: readonly PermissionImportView[]; readonly manages: boolean };

function Table({ items, manages }: TableProps) {
  const text = useText(permissionImportTexts);
  const formats = useFormats();
  const now = useNow();
  const { head } = text;
  return (
    <table className="pm-table">
      <thead>
        <tr>
          {[head.file, head.state, head.rows, head.taken, head.refused].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((view) => (
          <tr key={view.id}>
            <th scope="row">
              <b>{view.name}</b>
              <span className="pm-under">{text.begun(formats.ago(view.startedAt, now))}</span>
            </th>
            <td data-label={head.state}>
              <Reach view={view} />
            </td>
            <td className="num" data-label={head.rows}>
              {formats.number(view.rows)}
            </td>
            <td className="num" data-label={head.taken}>
              {formats.number(view.entries)}
            </td>
            <td className="num" data-label={head.refused}>
              <Refusals view={view} manages={manages} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Take() {
  const text = useText(permissionImportTexts);
  const files = useText(fileTexts);
  const readAgain = useReadAgain();
  const field = useRef<HTMLInputElement>(null);
  const { now, send, stop } = useSending<PermissionImportView>(() => void readAgain());
  const go = (file: File): void =>
    send(
      addressOf(takePermissionFile.url, { query: { name: file.name.trim().slice(0, 200) || "file" } }),
      file,
    );
  if (now.how === "sending")
    return (
      <section className="pm-take">
        <SendingBar now={now} stop={stop} />
      </section>
    );
  return (
    <section className="pm-take" aria-label={text.drop}>
      <div className="pm-take-says">
        <b>{text.drop}</b>
        <p>{text.dropSays}</p>
        <details className="pm-more">
          <summary>{text.columnsTitle}</summary>
          <p>{text.columns}</p>
          <p>{text.soft}</p>
        </details>
        <p role="status">{now.how === "stopped" ? files.stopped : ""}</p>
      </div>
      <input
        ref={field}
        className="vh"
        type="file"
        tabIndex={-1}
        accept=".csv,.jsonl,.ndjson"
        aria-label={text.choose}
        onChange={(change) => {
          const file = change.target.files?.[0];
          if (file !== undefined) go(file);
          change.target.value = "";
        }}
      />
      <Button
        variant="filled"
        leftSection={<IconFileUpload size={16} stroke={1.6} aria-hidden />}
        onClick={() => field.current?.click()}
      >
        {text.choose}
      </Button>
      {now.how === "refused" ? (
        <div className="pm-take-note">
          <RefusedNote error={now.error} />
        </div>
      ) : null}
    </section>
  );
}

export function PermissionImports() {
  const text = useText(permissionImportTexts);
  const { data: session } = useSession();
  const imports = usePermissionImports();
  const manages = may(session, "consent.manage");
  return (
    <PermissionFrame>
      <p className="pm-lead mid">{manages ? text.lead : text.readOnly}</p>
      {manages ? <Take /> : null}
      <Answered asked={imports} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={text.empty}>{text.emptySays}</Empty>
          ) : (
            <Table items={items} manages={manages} />
          )
        }
      </Answered>
    </PermissionFrame>
  );
}
