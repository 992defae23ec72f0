// The seven roles, what each opens, and where it counts.
import { type Role, roles } from "@somlos/contract";
import { useText } from "@somlos/look/language";
import { SomeOf } from "../../forms/choices.tsx";
import { shellTexts } from "../../shell/texts.ts";
import { type Grant, isFenced } from "./grants.rules.ts";
import { staffTexts } from "./texts.ts";

type WhereProps = { readonly role: Role; readonly grants: readonly Grant[] };

function Where({ role, grants }: WhereProps) {
  const text = useText(staffTexts);
  return <span className="rl-where">{isFenced(role, grants) ? text.some : text.everywhere}</span>;
}

type RolesProps = {
  readonly chosen: readonly Role[];
  readonly set: (roles: readonly Role[]) => void;
  readonly grants: readonly Grant[];
  readonly disabled?: boolean;
};

export function RolesField({ chosen, set, grants, disabled = false }: RolesProps) {
  const text = useText(staffTexts);
  const shell = useText(shellTexts);
  return (
    <div className="ff">
      <SomeOf
        label={text.roles}
        values={chosen}
        set={set}
        disabled={disabled}
        options={roles.map((role) => ({
          value: role,
          word: shell.roles[role],
          says: text.roleSays[role],
          ...(chosen.includes(role) ? { beside: <Where role={role} grants={grants} /> } : {}),
        }))}
      />
    </div>
  );
}
