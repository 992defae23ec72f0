// Staff: colleagues with roles, those who were invited, those who left; one of them beside the list.
import { Button } from "@mantine/core";
import { type ColleagueAnswer, listStaff } from "@somlos/contract/rooms/access-staff";
import { useFormats, useText } from "@somlos/look/language";
import { IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { call } from "../../api.ts";
import { useNow } from "../../now.ts";
import { Railed } from "../../parts/railed.tsx";
import { may, useSession } from "../../session.ts";
import { initialsOf } from "../../shell/staff-menu.tsx";
import { shellTexts } from "../../shell/texts.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { ColleagueRail } from "./colleague.tsx";
import { rolesOf } from "./grants.rules.ts";
import { Invite } from "./invite.tsx";
import "./staff.css";
import { staffTexts } from "./texts.ts";

const inviting = "new";

function useChoice() {
  const [params, setParams] = useSearchParams();
  const choose = (id: string | undefined): void =>
    setParams(id === undefined ? {} : { id }, { replace: true, preventScrollReset: true });
  return { id: params.get("id") ?? undefined, choose };
}

type LineProps = {
  readonly colleague: ColleagueAnswer;
  readonly self: boolean;
  readonly chosen: boolean;
  readonly choose: (id: string) => void;
};

function When({ colleague }: { readonly colleague: ColleagueAnswer }) {
  const text = useText(staffTexts);
  const formats = useFormats();
  const now = useNow();
  if (colleague.state === "invited") return text.asked(formats.ago(colleague.invitedAt, now));
  if (colleague.lastSeenAt === null) return text.neverSeen;
  return text.seen(formats.ago(colleague.lastSeenAt, now));
}

function Line({ colleague, self, chosen, choose }: LineProps) {
  const text = useText(staffTexts);
  const shell = useText(shellTexts);
  const formats = useFormats();
  const roles = rolesOf(colleague.grants).map((role) => shell.roles[role]);
  return (
    <li>
      <button
        type="button"
        className="plain cl"
        aria-pressed={chosen}
        data-state={colleague.state}
        onClick={() => choose(colleague.id)}
      >
        <span className="ava" aria-hidden>
          {initialsOf(colleague.name)}
        </span>
        <span className="cl-name">
          <b className="el">{colleague.name}</b>
          {self ? <span className="chip">{text.you}</span> : null}
        </span>
        <span className="cl-mail el">{colleague.email}</span>
        <span className="cl-roles">{roles.join(", ")}</span>
        <span className="cl-way">
          {colleague.state !== "active"
            ? ""
            : colleague.passkeys === 0
              ? text.noPasskey
              : text.passkeys(formats.number(colleague.passkeys), colleague.passkeys === 1)}
        </span>
        <span className="cl-seen">
          <When colleague={colleague} />
        </span>
      </button>
    </li>
  );
}

type PartProps = {
  readonly items: readonly ColleagueAnswer[];
  readonly own: string | undefined;
  readonly id: string | undefined;
  readonly choose: (id: string) => void;
  readonly label: string;
};

function Lines({ items, own, id, choose, label }: PartProps) {
  return (
    <ul className="cls" aria-label={label}>
      {items.map((one) => (
        <Line key={one.id} colleague={one} self={one.id === own} chosen={one.id === id} choose={choose} />
      ))}
    </ul>
  );
}

type ListProps = Omit<PartProps, "label">;

function List({ items, ...rest }: ListProps) {
  const text = useText(staffTexts);
  const formats = useFormats();
  const of = (state: ColleagueAnswer["state"]) => items.filter((one) => one.state === state);
  const [active, invited, gone] = [of("active"), of("invited"), of("deactivated")];
  return (
    <>
      <Lines items={active} label={text.list} {...rest} />
      {invited.length === 0 ? null : (
        <section aria-labelledby="invited">
          <h2 className="cl-part" id="invited">
            {text.invited}
          </h2>
          <Lines items={invited} label={text.invited} {...rest} />
        </section>
      )}
      {gone.length === 0 ? null : (
        <details className="cl-gone">
          <summary>{text.gone(formats.number(gone.length))}</summary>
          <Lines items={gone} label={text.gone(formats.number(gone.length))} {...rest} />
        </details>
      )}
    </>
  );
}

function useRail(items: readonly ColleagueAnswer[], choice: ReturnType<typeof useChoice>): ReactNode {
  const text = useText(staffTexts);
  const { data: session } = useSession();
  const manages = may(session, "staff.manage");
  const { id, choose } = choice;
  const chosen = items.find((one) => one.id === id);
  if (id === inviting && manages) return <Invite close={() => choose(undefined)} />;
  if (chosen === undefined) return <Empty title={text.choose}>{text.chooseSays}</Empty>;
  return <ColleagueRail key={chosen.id} colleague={chosen} manages={manages} />;
}

export function Staff() {
  const text = useText(staffTexts);
  const { data: session } = useSession();
  const choice = useChoice();
  const { id, choose } = choice;
  const staff = useQuery({ queryKey: ["staff"], queryFn: ({ signal }) => call(listStaff, {}, signal) });
  const rail = useRail(staff.data?.items ?? [], choice);
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <Railed
        label={text.rail}
        sheet={{ open: id !== undefined, close: () => choose(undefined) }}
        rail={rail}
      >
        <header className="cl-head">
          <div>
            <h1 className="cl-title">{text.title}</h1>
            <p className="mid">{text.lead}</p>
          </div>
          {may(session, "staff.manage") ? (
            <Button
              variant="filled"
              leftSection={<IconUserPlus size={16} stroke={1.8} aria-hidden />}
              onClick={() => choose(inviting)}
            >
              {text.invite}
            </Button>
          ) : null}
        </header>
        <Answered asked={staff}>
          {({ items }) => <List items={items} own={session?.staff.id} id={id} choose={choose} />}
        </Answered>
      </Railed>
    </>
  );
}
