// A short list of what to do next; quiet when nothing is left.

import { useFormats, useText } from "@somlos/look/language";
import {
  type Icon,
  IconAlertTriangle,
  IconBuildingStore,
  IconChevronRight,
  IconFingerprint,
  IconListSearch,
  IconPlug,
  IconUserPlus,
  IconUsers,
} from "@tabler/icons-react";
import { Link } from "react-router";
import { may, type Session } from "../../session.ts";
import { dailySteps, openSteps, type Step, type StepId } from "./next.rules.ts";
import { startTexts } from "./texts.ts";
import { useKnown } from "./use-known.ts";

const signs: Readonly<Record<StepId, Icon>> = {
  parked: IconAlertTriangle,
  passkey: IconFingerprint,
  server: IconPlug,
  company: IconBuildingStore,
  staff: IconUserPlus,
  people: IconUsers,
  audit: IconListSearch,
};

function Line({ step }: { readonly step: Step }) {
  const text = useText(startTexts);
  const formats = useFormats();
  const words = text.steps[step.id];
  const title = typeof words.title === "string" ? words.title : words.title(formats.number(step.count ?? 0));
  const Sign = signs[step.id];
  return (
    <li>
      <Link className="nx" to={step.to} data-alarm={step.id === "parked" || undefined}>
        <Sign size={20} stroke={1.5} aria-hidden className="icon" />
        <span>
          <b>{title}</b>
          <span className="nx-says">{words.says}</span>
        </span>
        <IconChevronRight size={16} stroke={1.6} aria-hidden className="icon nx-go" />
      </Link>
    </li>
  );
}

type NextProps = { readonly session: Session; readonly parked: number | undefined };

export function Next({ session, parked }: NextProps) {
  const text = useText(startTexts);
  const { known, asking } = useKnown(session, parked);
  const can = (needs: Parameters<typeof may>[1]): boolean => may(session, needs);
  const open = openSteps(known, can);
  const steps = [...open, ...dailySteps(session.staff.role, can)];
  if (asking) return null;
  return (
    <section className="st-next" aria-labelledby="next">
      <h2 className="h" id="next">
        {text.next}
      </h2>
      {open.length === 0 ? (
        <p className="mid st-quiet">{can("sources.manage") ? text.allSet : text.nothing}</p>
      ) : null}
      {steps.length === 0 ? null : (
        <ul className="nxs">
          {steps.map((step) => (
            <Line key={step.id} step={step} />
          ))}
        </ul>
      )}
    </section>
  );
}
