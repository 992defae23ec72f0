// Search and pause: what stands in the top line of Live.
import { Button } from "@mantine/core";
import { useFormats, useText } from "@somlos/look/language";
import { IconPlayerPause, IconPlayerPlay, IconSearch } from "@tabler/icons-react";
import { liveTexts } from "./texts.ts";

type ToolsProps = {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly paused: boolean;
  /** How many came while it was paused. */
  readonly waiting: number;
  readonly toggle: () => void;
};

export function Tools({ query, setQuery, paused, waiting, toggle }: ToolsProps) {
  const text = useText(liveTexts);
  const formats = useFormats();
  const Sign = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <>
      {paused && waiting > 0 ? (
        <span className="live-waiting num">{text.fresh(formats.number(waiting))}</span>
      ) : null}
      <label className="field live-search">
        <IconSearch size={16} stroke={1.6} aria-hidden className="icon" />
        <span className="vh">{text.search}</span>
        <input
          data-screen-search
          type="search"
          placeholder={text.search}
          value={query}
          onChange={(change) => setQuery(change.target.value)}
        />
        <span className="kbd" aria-hidden>
          /
        </span>
      </label>
      <Button
        variant={paused ? "filled" : "default"}
        onClick={toggle}
        aria-pressed={paused}
        aria-keyshortcuts="Space"
        leftSection={<Sign size={16} stroke={1.6} aria-hidden />}
        rightSection={
          <span className="kbd live-space" aria-hidden>
            {text.space}
          </span>
        }
      >
        {paused ? text.resume : text.pause}
      </Button>
    </>
  );
}
