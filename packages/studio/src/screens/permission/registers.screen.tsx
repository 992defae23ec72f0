// Permission, public registers: of which day each is, and taking in a newer one.
import { Button } from "@mantine/core";
import type { listRegisters } from "@somlos/contract/rooms/consent-lists";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import type { z } from "zod";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import "../../parts/parts.css";
import { fileTexts } from "./file-texts.ts";
import { PermissionFrame } from "./frame.tsx";
import { type RegisterName, TakeRegister } from "./take-register.tsx";
import { useRegisters } from "./use-permission.ts";

type Register = z.output<NonNullable<(typeof listRegisters)["answer"]>>["items"][number];

/** Dates of registers have no zone: noon is the same day everywhere we sell. */
const noon = (day: string): string => `${day}T12:00:00`;

function Age({ register }: { readonly register: Register }) {
  const text = useText(fileTexts);
  const formats = useFormats();
  if (register.ageDays === null) return <span className="chip chip-alarm">{text.missing}</span>;
  return (
    <span className="pm-age">
      {text.days(formats.number(register.ageDays), register.ageDays === 1)}
      {register.tooOld ? <span className="chip chip-alarm">{text.tooOld}</span> : null}
      <span className="dim">{text.most(formats.number(register.mostDays))}</span>
    </span>
  );
}

type LineProps = { readonly register: Register; readonly take: (() => void) | undefined };

function Line({ register, take }: LineProps) {
  const text = useText(fileTexts);
  const formats = useFormats();
  const { list, asOf, loadedAt, lines, unread } = register;
  return (
    <tr>
      <th scope="row">
        <b>{text.names[list]}</b>
        <span className="pm-under">{text.holds[list]}</span>
      </th>
      <td data-label={text.head.asOf}>
        {asOf === null ? <span className="dim">{text.never}</span> : formats.date(noon(asOf))}
        {loadedAt === null ? null : <span className="pm-under">{text.loaded(formats.date(loadedAt))}</span>}
      </td>
      <td data-label={text.head.age}>
        <Age register={register} />
      </td>
      <td className="num" data-label={text.head.lines}>
        {asOf === null ? "–" : formats.number(lines)}
        {unread === 0 ? null : (
          <span className="pm-under">{text.unread(formats.number(unread), unread === 1)}</span>
        )}
      </td>
      <td className="pm-act">
        {take === undefined ? null : (
          <Button onClick={take} aria-label={text.takeTitle(text.names[list])}>
            {text.take}
          </Button>
        )}
      </td>
    </tr>
  );
}

type TableProps = {
  readonly items: readonly Register[];
  readonly take: ((list: RegisterName) => void) | undefined;
};

function Table({ items, take }: TableProps) {
  const text = useText(fileTexts);
  const shut = items.filter((one) => one.tooOld).map((one) => text.names[one.list]);
  return (
    <>
      <p className="pm-lead mid">{text.lead}</p>
      {shut.length === 0 ? null : (
        <p className="note-alarm pm-note">
          {text.closed(
            [shut.slice(0, -1).join(", "), shut.at(-1)].filter((part) => part !== "").join(text.and),
          )}
        </p>
      )}
      <table className="pm-table">
        <thead>
          <tr>
            <th scope="col">{text.head.register}</th>
            <th scope="col">{text.head.asOf}</th>
            <th scope="col">{text.head.age}</th>
            <th scope="col">{text.head.lines}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Line
              key={one.list}
              register={one}
              take={take === undefined ? undefined : () => take(one.list)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

export function Registers() {
  const { data: session } = useSession();
  const registers = useRegisters();
  const [taking, setTaking] = useState<RegisterName>();
  const manages = may(session, "consent.manage");
  return (
    <PermissionFrame>
      <Answered asked={registers} rows={4}>
        {({ items }) => <Table items={items} take={manages ? setTaking : undefined} />}
      </Answered>
      <TakeRegister list={taking} close={() => setTaking(undefined)} />
    </PermissionFrame>
  );
}
