// A passkey in one press: at the way in, and as the second proof. Nothing where the browser has none.
import { passkeySignInOptions, signInWithPasskey } from "@somlos/contract/rooms/corner";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { givePasskey, PasskeyClosed, passkeysHere } from "../passkey.ts";

export function PasskeyButton({
  act,
  closed,
  wide = false,
  done,
}: {
  readonly act: string;
  /** Told when the device was closed without an answer. */
  readonly closed: string;
  readonly wide?: boolean;
  readonly done: () => void;
}) {
  const giving = useMutation({
    mutationFn: async () => {
      const options = await call(passkeySignInOptions);
      await call(signInWithPasskey, { body: { passkey: await givePasskey(options) } });
    },
    onSuccess: done,
  });
  if (!passkeysHere()) return null;
  return (
    <>
      <button
        type="button"
        className={`button ${wide ? "button-wide" : ""}`}
        disabled={giving.isPending}
        onClick={() => giving.mutate()}
      >
        <IconFingerprint className="icon" size={20} stroke={1.5} aria-hidden="true" />
        {act}
      </button>
      {giving.error instanceof PasskeyClosed ? (
        <p className="note" role="status">
          {closed}
        </p>
      ) : (
        <RefusedNote error={giving.error} />
      )}
    </>
  );
}
