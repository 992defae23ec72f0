// Why two say different things, as a colleague explains it; and who looks after what each source says.
import type { Difference } from "@somlos/contract/rooms/differences";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { Answered } from "../../states/answered.tsx";
import { differenceTexts } from "./difference-texts.ts";
import { useExplain, useOwners, useSetOwner } from "./use-differences.ts";

function Explanation({ one, close }: { readonly one: Difference; readonly close: () => void }) {
  const text = useText(differenceTexts);
  const [reason, setReason] = useState("");
  const { mutate, isPending, error } = useExplain(close);
  return (
    <Form
      act={text.save}
      go={() => mutate({ id: one.id, reason: reason.trim() })}
      running={isPending}
      error={error}
      close={close}
      disabled={reason.trim() === ""}
    >
      <TextField
        label={text.why}
        hint={text.whyHint}
        value={reason}
        set={setReason}
        most={300}
        required
        first
      />
    </Form>
  );
}

type ExplainingProps = { readonly one: Difference | undefined; readonly close: () => void };
export function Explaining({ one, close }: ExplainingProps) {
  const text = useText(differenceTexts);
  const title = one === undefined ? "" : text.explainOf(one.product ?? one.productCode);
  return (
    <Dialog title={title} opened={one !== undefined} close={close}>
      {one === undefined ? null : <Explanation key={one.id} one={one} close={close} />}
    </Dialog>
  );
}

function OwnerFields() {
  const text = useText(differenceTexts);
  const formats = useFormats();
  const { mutate, error } = useSetOwner();
  return (
    <Answered asked={useOwners()} rows={3}>
      {({ sources, colleagues }) => (
        <div className="form">
          <p className="mid">{sources.length === 0 ? text.ownersNone : text.ownersSays}</p>
          {sources.map(({ id, name, owner, open }) => (
            <SelectField
              key={id}
              label={text.ownerOf(name, formats.number(open))}
              value={owner ?? ""}
              set={(value) => mutate({ source: id, owner: value === "" ? null : value })}
              options={[
                { value: "", word: text.nobody },
                ...colleagues.map((one) => ({ value: one.id, word: one.name })),
              ]}
            />
          ))}
          {error === null ? null : <RefusedNote error={error} />}
        </div>
      )}
    </Answered>
  );
}

export function Owners({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const text = useText(differenceTexts);
  return (
    <Dialog title={text.owners} opened={opened} close={close}>
      {opened ? <OwnerFields /> : null}
    </Dialog>
  );
}
