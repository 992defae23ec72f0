// Another member: what they see of mine, a switch a thing, and what they let me see.
import {
  type HouseholdView,
  removeMember,
  type ShareKindView,
  shareWith,
  unshareWith,
} from "@somlos/contract/rooms/households";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { LetsMeSee } from "./lets-me-see.tsx";
import { Sure } from "./sure.tsx";
import { householdTexts } from "./texts.ts";
import { Tie } from "./tie.tsx";
import { useAct } from "./use-households.ts";

type Member = HouseholdView["members"][number];

export function MemberCard({
  home,
  member,
  kinds,
}: {
  readonly home: HouseholdView;
  readonly member: Member;
  readonly kinds: readonly ShareKindView[];
}) {
  const text = useText(householdTexts);
  const { date } = useFormats();
  const [removing, ask] = useState(false);
  const remove = useAct(() => call(removeMember, { params: { id: member.id } }));
  const given = home.shares.filter(({ withId }) => withId === member.id);
  const [choosing, choose] = useState(given.some(({ rests }) => rests)); // what rests waits for an answer
  const seen = kinds
    .filter(({ kind }) => given.some((one) => one.kind === kind && !one.rests))
    .map(({ title }) => title)
    .join(", ");
  const got = home.sharedWithMe.filter(({ memberId }) => memberId === member.id);
  return (
    <li className="member">
      <header className="member-head">
        <Tie given={given.some(({ rests }) => !rests)} got={got.length > 0} />
        <div>
          <h4>{member.called}</h4>
          <small>
            {text.since(date(member.joinedAt))}
            {member.maker ? `, ${text.made}` : ""}
          </small>
        </div>
        {home.maker ? (
          <button type="button" className="line-act" aria-expanded={removing} onClick={() => ask(!removing)}>
            {text.remove(member.called)}
          </button>
        ) : null}
      </header>
      {removing ? (
        <Sure
          words={text.removeSure(member.called)}
          yes={text.removeYes}
          no={text.stop}
          busy={remove.isPending}
          go={() => remove.mutate()}
          stop={() => ask(false)}
        />
      ) : null}
      <RefusedNote error={remove.error} />
      <div className="member-sides">
        <section>
          <div className="member-sees">
            <div>
              <h5>{text.sees(member.called)}</h5>
              <p className="member-nothing">{seen === "" ? text.nothing : seen}</p>
            </div>
            <button
              type="button"
              className="line-act"
              aria-expanded={choosing}
              aria-label={`${text.sees(member.called)}: ${choosing ? text.close : text.choose}`}
              onClick={() => choose(!choosing)}
            >
              {choosing ? text.close : text.choose}
            </button>
          </div>
          <ul hidden={!choosing}>
            {kinds.map((kind) => (
              <ShareLine
                key={kind.kind}
                kind={kind}
                member={member}
                share={given.find((one) => one.kind === kind.kind)}
              />
            ))}
          </ul>
        </section>
        <LetsMeSee member={member} kinds={kinds.filter(({ kind }) => got.some((one) => one.kind === kind))} />
      </div>
    </li>
  );
}

function ShareLine({
  kind,
  member,
  share,
}: {
  readonly kind: ShareKindView;
  readonly member: Member;
  readonly share: HouseholdView["shares"][number] | undefined;
}) {
  const text = useText(householdTexts);
  const params = { id: member.id, kind: kind.kind };
  const turning = useAct((on: boolean) => call(on ? shareWith : unshareWith, { params }));
  const rests = share?.rests === true;
  const on = turning.isPending ? turning.variables : share !== undefined;
  return (
    <li className="line share-line">
      <div>
        {kind.title}
        <small>{kind.sees}</small>
        {rests ? (
          <div className="share-rests">
            <small>{text.rests}</small>
            <div className="household-acts">
              <button
                type="button"
                className="button"
                disabled={turning.isPending}
                onClick={() => turning.mutate(true)}
              >
                {text.again}
              </button>
              <button
                type="button"
                className="button"
                disabled={turning.isPending}
                onClick={() => turning.mutate(false)}
              >
                {text.noMore}
              </button>
            </div>
          </div>
        ) : null}
        <RefusedNote error={turning.error} />
      </div>
      {rests ? null : (
        <button
          type="button"
          role="switch"
          className="switch line-end"
          aria-checked={on}
          aria-label={`${text.sees(member.called)}: ${kind.title}`}
          disabled={turning.isPending}
          onClick={() => turning.mutate(!on)}
        />
      )}
    </li>
  );
}
