// How far a dial is turned: five steps from never to always. The words beside it say the same.
import { type DialLevel, dialLevels } from "@somlos/contract/rooms/dial";

export function Steps({ level }: { readonly level: DialLevel }) {
  const at = dialLevels.indexOf(level);
  return (
    <span className="pd-steps" aria-hidden>
      {dialLevels.map((one, step) => (
        <i key={one} data-on={step <= at || undefined} data-here={step === at || undefined} />
      ))}
    </span>
  );
}
