// Before what cannot be taken back: what it means in words, yes and no equally easy.
export function Sure({
  words,
  yes,
  no,
  busy,
  go,
  stop,
}: {
  readonly words: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  readonly go: () => void;
  readonly stop: () => void;
}) {
  return (
    <div className="note sure" role="alertdialog" aria-label={yes} aria-describedby="sure-words">
      <p id="sure-words">{words}</p>
      <div className="household-acts">
        <button type="button" className="button button-main" disabled={busy} onClick={go}>
          {yes}
        </button>
        <button type="button" className="button" onClick={stop}>
          {no}
        </button>
      </div>
    </div>
  );
}
