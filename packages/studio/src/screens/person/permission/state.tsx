// How a permission stands: a sign, a word, and only then a colour.
import type { PermissionState } from "@somlos/contract/rooms/consent-person";
import { useText } from "@somlos/look/language";
import {
  type Icon,
  IconAlertTriangle,
  IconCheck,
  IconHourglass,
  IconMoon,
  IconReceipt,
  IconX,
} from "@tabler/icons-react";
import { permissionTexts } from "../../../permissions.tsx";

const signs: Readonly<Record<PermissionState, Icon>> = {
  granted: IconCheck,
  soft: IconReceipt,
  waiting: IconHourglass,
  asleep: IconMoon,
  incomplete: IconAlertTriangle,
  withdrawn: IconX,
};

export function StateSign({ state }: { readonly state: PermissionState }) {
  const words = useText(permissionTexts).states;
  const Sign = signs[state];
  return (
    <span className="pp-state" data-state={state}>
      <i aria-hidden>
        <Sign size={14} stroke={2} className="icon" />
      </i>
      {words[state]}
    </span>
  );
}
