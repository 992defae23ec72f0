// One household: what it is called, who is in it, and the ways in and out.
import { type HouseholdView, leaveHousehold, type ShareKindView } from "@somlos/contract/rooms/households";
import { useText } from "@somlos/look/language";
import { useId, useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { Invite } from "./invite.tsx";
import { MemberCard } from "./member-card.tsx";
import { Sure } from "./sure.tsx";
import { householdTexts } from "./texts.ts";
import { useAct } from "./use-households.ts";

export function Home({
  home,
  kinds,
}: {
  readonly home: HouseholdView;
  readonly kinds: readonly ShareKindView[];
}) {
  const text = useText(householdTexts);
  const titleId = useId();
  const [leaving, ask] = useState(false);
  const leave = useAct(() => call(leaveHousehold, { params: { id: home.id } }));
  return (
    <section className="home" aria-labelledby={titleId}>
      <header className="home-head">
        <div>
          <h3 id={titleId}>{home.name}</h3>
          <p>{text.youAre(home.called)}</p>
        </div>
        <button type="button" className="line-act" aria-expanded={leaving} onClick={() => ask(!leaving)}>
          {text.leave}
        </button>
      </header>
      {leaving ? (
        <Sure
          words={home.members.length === 0 ? text.leaveLast : text.leaveSure}
          yes={text.leaveYes}
          no={text.stop}
          busy={leave.isPending}
          go={() => leave.mutate()}
          stop={() => ask(false)}
        />
      ) : null}
      <RefusedNote error={leave.error} />
      {home.members.length === 0 ? <p className="pane-empty">{text.alone}</p> : null}
      <ul className="home-members">
        {home.members.map((member) => (
          <MemberCard key={member.id} home={home} member={member} kinds={kinds} />
        ))}
      </ul>
      <Invite home={home} />
    </section>
  );
}
