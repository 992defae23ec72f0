// Volume: what the data takes, when the disk is full, what is kept for how long.
import { readVolume } from "@somlos/contract/rooms/volume";
import { useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { AlertList } from "../../alerts/alert-list.tsx";
import { useAlerts } from "../../alerts/use-alerts.ts";
import { call } from "../../api.ts";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Growth } from "./growth.tsx";
import { Kept } from "./kept.tsx";
import { Kinds } from "./kinds.tsx";
import { volumeTexts } from "./texts.ts";
import "./volume.css";

export function Volume() {
  const text = useText(volumeTexts);
  const { data: session } = useSession();
  const alerts = useAlerts(session);
  const asked = useQuery({
    queryKey: ["volume"],
    queryFn: ({ signal }) => call(readVolume, {}, signal),
  });
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <AlertList alerts={alerts} here="/volume" />
      <Answered asked={asked} rows={8} shape="lines">
        {(volume) => (
          <div className="vo">
            <Growth volume={volume} />
            <Kinds volume={volume} />
            <Kept mayChange={may(session, "operate.manage")} />
          </div>
        )}
      </Answered>
    </>
  );
}
