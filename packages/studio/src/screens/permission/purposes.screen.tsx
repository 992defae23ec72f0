// Permission, purposes: what people may be asked for, and whether there are words to ask with.
import { Button } from "@mantine/core";
import type { listPurposes } from "@somlos/contract/rooms/consent-purposes";
import { useFormats, useText } from "@somlos/look/language";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import type { z } from "zod";
import { permissionTexts } from "../../permissions.tsx";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { PermissionFrame } from "./frame.tsx";
import { NewPurpose } from "./new-purpose.tsx";
import { purposeTexts } from "./purpose-texts.ts";
import { usePurposes } from "./use-permission.ts";

export type PurposeView = z.output<NonNullable<(typeof listPurposes)["answer"]>>["items"][number];

function Line({ purpose }: { readonly purpose: PurposeView }) {
  const text = useText(purposeTexts);
  const words = useText(permissionTexts);
  const formats = useFormats();
  return (
    <tr className="pm-row">
      <th scope="row">
        <Link className="pm-open mono" to={`/permissions/purposes/${purpose.code}`}>
          {purpose.code}
        </Link>
        {purpose.doubleOptIn ? <span className="pm-under">{text.double}</span> : null}
      </th>
      <td data-label={text.head.kind}>{words.kinds[purpose.kind]}</td>
      <td data-label={text.head.basis}>{words.bases[purpose.basis]}</td>
      <td className="num" data-label={text.head.words}>
        {purpose.texts === 0 ? (
          <span className="pm-quiet">
            <i className="knot knot-open" />
            {text.noWords}
          </span>
        ) : (
          text.versions(formats.number(purpose.texts), purpose.texts === 1)
        )}
      </td>
    </tr>
  );
}

function Table({ items }: { readonly items: readonly PurposeView[] }) {
  const text = useText(purposeTexts);
  return (
    <table className="pm-table">
      <thead>
        <tr>
          <th scope="col">{text.head.purpose}</th>
          <th scope="col">{text.head.kind}</th>
          <th scope="col">{text.head.basis}</th>
          <th scope="col">{text.head.words}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Line key={one.code} purpose={one} />
        ))}
      </tbody>
    </table>
  );
}

export function Purposes() {
  const text = useText(purposeTexts);
  const { data: session } = useSession();
  const purposes = usePurposes();
  const manages = may(session, "consent.manage");
  const [entering, setEntering] = useState(false);
  const add = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      onClick={() => setEntering(true)}
    >
      {text.add}
    </Button>
  );
  const some = (purposes.data?.items.length ?? 0) > 0;
  return (
    <PermissionFrame act={manages && some ? add : undefined}>
      <Answered asked={purposes}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={text.empty} act={manages ? add : undefined}>
              {manages ? text.emptySays : text.emptyRead}
            </Empty>
          ) : (
            <>
              <p className="pm-lead mid">{text.lead}</p>
              <Table items={items} />
            </>
          )
        }
      </Answered>
      <NewPurpose opened={entering} close={() => setEntering(false)} />
    </PermissionFrame>
  );
}
