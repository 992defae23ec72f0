// Permission, who looks: which roles say why they open a person, and what the person sees of it.
import { roles } from "@somlos/contract";
import { changeLookRules, type LookRules } from "@somlos/contract/rooms/seen";
import { useText } from "@somlos/look/language";
import { call } from "../../api.ts";
import { SomeOf } from "../../forms/choices.tsx";
import { SavedForm } from "../../forms/save-bar.tsx";
import { useSaving } from "../../forms/use-saving.ts";
import { may, useSession } from "../../session.ts";
import { shellTexts } from "../../shell/texts.ts";
import { Answered } from "../../states/answered.tsx";
import { PermissionFrame } from "./frame.tsx";
import { lookTexts } from "./look-texts.ts";
import { useLookRules, useReadAgain } from "./use-permission.ts";

/** They have no version: whoever saves last decides. */
const version = 0;

function Rules({ rules, manages }: { readonly rules: LookRules; readonly manages: boolean }) {
  const text = useText(lookTexts);
  const shell = useText(shellTexts);
  const readAgain = useReadAgain();
  const saving = useSaving<LookRules>(
    { value: rules, version },
    async (value) => {
      await call(changeLookRules, { body: value });
      return { version };
    },
    readAgain,
  );
  const { draft, set } = saving;
  return (
    <div className="pm-looks">
      <p className="mid">{manages ? text.lead : `${text.lead} ${text.readOnly}`}</p>
      <SavedForm saving={saving} manages={manages} readAgain={readAgain}>
        <div className="ff">
          <SomeOf
            label={text.roles}
            values={draft.reasonRoles}
            set={(chosen) => set({ ...draft, reasonRoles: roles.filter((role) => chosen.includes(role)) })}
            options={roles.map((value) => ({ value, word: shell.roles[value] }))}
          />
          <p className="ff-hint">{text.rolesSays}</p>
        </div>
        <SomeOf
          label={text.names}
          values={draft.showNames ? ["names"] : []}
          set={(on) => set({ ...draft, showNames: on.length > 0 })}
          options={[{ value: "names", word: text.showNames, says: text.showNamesSays }]}
        />
      </SavedForm>
    </div>
  );
}

export function Looks() {
  const { data: session } = useSession();
  const rules = useLookRules();
  return (
    <PermissionFrame>
      <Answered asked={rules} shape="lines">
        {(found) => <Rules rules={found} manages={may(session, "settings.manage")} />}
      </Answered>
    </PermissionFrame>
  );
}
