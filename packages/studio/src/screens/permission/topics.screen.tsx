// Permission, interests: the topics that customers choose or decline in their corner.
import { Button } from "@mantine/core";
import { listTopics, saveTopic, type Topic } from "@somlos/contract/rooms/wishes";
import { languages, useLanguage, useText } from "@somlos/look/language";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { SomeOf } from "../../forms/choices.tsx";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { PermissionFrame } from "./frame.tsx";
import { isCode } from "./publish.rules.ts";
import { topicTexts } from "./topic-texts.ts";
import { useReadAgain } from "./use-permission.ts";

const fresh: Topic = { code: "", names: { en: "", sv: "", da: "" }, open: true };

function TopicForm({ topic, close }: { readonly topic: Topic; readonly close: () => void }) {
  const text = useText(topicTexts);
  const readAgain = useReadAgain();
  const isNew = topic.code === "";
  const [{ code, names, open }, set] = useState(topic);
  const saving = useMutation({
    mutationFn: () => call(saveTopic, { params: { code }, body: { names, open } }),
    onSuccess: async () => {
      await readAgain();
      close();
    },
  });
  const complete = isCode(code) && languages.every((one) => names[one].trim() !== "");
  return (
    <Form
      act={text.save}
      go={() => saving.mutate()}
      running={saving.isPending}
      error={saving.error}
      close={close}
      disabled={!complete}
    >
      {isNew ? (
        <TextField
          label={text.code}
          value={code}
          set={(value) => set({ names, open, code: value.trim().toLowerCase() })}
          hint={text.codeHint}
          error={code !== "" && !isCode(code) ? text.codeWrong : undefined}
          most={41}
          required
          first
        />
      ) : null}
      {languages.map((one) => (
        <TextField
          key={one}
          label={text.names[one]}
          value={names[one]}
          set={(value) => set({ code, open, names: { ...names, [one]: value } })}
          most={60}
          required
        />
      ))}
      <SomeOf
        label={text.ask}
        values={open ? ["open"] : []}
        set={(on) => set({ code, names, open: on.length > 0 })}
        options={[{ value: "open", word: text.open, says: text.openSays }]}
      />
    </Form>
  );
}

type TableProps = { readonly items: readonly Topic[]; readonly change: ((topic: Topic) => void) | undefined };

function Table({ items, change }: TableProps) {
  const text = useText(topicTexts);
  const { language } = useLanguage();
  return (
    <table className="pm-table">
      <thead>
        <tr>
          <th scope="col">{text.head.topic}</th>
          <th scope="col">{text.head.code}</th>
          <th scope="col">{text.head.asked}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((topic) => (
          <tr className="pm-row" key={topic.code}>
            <th scope="row">
              {change === undefined ? (
                topic.names[language]
              ) : (
                <button type="button" className="plain pm-open" onClick={() => change(topic)}>
                  {topic.names[language]}
                </button>
              )}
            </th>
            <td className="mono" data-label={text.head.code}>
              {topic.code}
            </td>
            <td data-label={text.head.asked}>
              {topic.open ? (
                text.asked
              ) : (
                <span className="pm-quiet">
                  <i className="knot knot-open" />
                  {text.notAsked}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Topics() {
  const text = useText(topicTexts);
  const { data: session } = useSession();
  const topics = useQuery({
    queryKey: ["permission", "topics"],
    queryFn: ({ signal }) => call(listTopics, {}, signal),
  });
  const manages = may(session, "consent.manage");
  const [editing, edit] = useState<Topic>();
  const add = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      onClick={() => edit(fresh)}
    >
      {text.add}
    </Button>
  );
  const some = (topics.data?.items.length ?? 0) > 0;
  return (
    <PermissionFrame act={manages && some ? add : undefined}>
      <Answered asked={topics}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={text.empty} act={manages ? add : undefined}>
              {text.emptySays}
            </Empty>
          ) : (
            <>
              <p className="pm-lead mid">{text.lead}</p>
              <Table items={items} change={manages ? edit : undefined} />
            </>
          )
        }
      </Answered>
      {editing === undefined ? null : (
        <Dialog title={editing.code === "" ? text.add : text.change} opened close={() => edit(undefined)}>
          <TopicForm topic={editing} close={() => edit(undefined)} />
        </Dialog>
      )}
    </PermissionFrame>
  );
}
