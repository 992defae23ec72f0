// Alerts as a list: what is wrong, what to do, since when, and where to do it.
import type { Alert, AlertRule } from "@somlos/contract/rooms/volume";
import { useFormats, useText } from "@somlos/look/language";
import { IconAlertTriangle, IconChevronRight } from "@tabler/icons-react";
import { Link } from "react-router";
import { useNow } from "../now.ts";
import "./alerts.css";
import { alertTexts } from "./texts.ts";
import { figureOf } from "./use-alerts.ts";

const places: Readonly<Record<AlertRule, string>> = {
  log_stalled: "/volume",
  parked_share: "/live/parked",
  queue: "/live",
  backup_old: "/volume",
  disk_low: "/volume",
  connections: "/volume",
  files_late: "/volume",
};

export function AlertLine({ alert, here }: { readonly alert: Alert; readonly here: string }) {
  const text = useText(alertTexts);
  const formats = useFormats();
  const now = useNow();
  const words = text.rules[alert.rule];
  const to = places[alert.rule];
  const body = (
    <>
      <IconAlertTriangle size={20} stroke={1.5} aria-hidden className="icon" />
      <span>
        <b>{words.title(figureOf(alert, formats))}</b>
        <span className="al-says">
          {words.says} <span className="al-since">{text.began(formats.ago(alert.since, now))}</span>
        </span>
      </span>
      {to === here ? null : <IconChevronRight size={16} stroke={1.6} aria-hidden className="icon" />}
    </>
  );
  return to === here ? (
    <div className="al">{body}</div>
  ) : (
    <Link className="al" to={to}>
      {body}
    </Link>
  );
}

/** Draws nothing while all is well. */
export function AlertList({ alerts, here }: { readonly alerts: readonly Alert[]; readonly here: string }) {
  if (alerts.length === 0) return null;
  return (
    <ul className="als">
      {alerts.map((alert) => (
        <li key={alert.rule}>
          <AlertLine alert={alert} here={here} />
        </li>
      ))}
    </ul>
  );
}
