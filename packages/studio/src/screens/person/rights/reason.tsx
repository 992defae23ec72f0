// Why a colleague does something in a person's name: a sentence, kept in the audit.
import { TextArea } from "../../../forms/text-area.tsx";

const LEAST = 3;
const MOST = 500;

export const saysWhy = (reason: string): boolean => reason.trim().length >= LEAST;

type ReasonProps = {
  readonly text: { readonly reason: string; readonly reasonHint: string };
  readonly reason: string;
  readonly set: (reason: string) => void;
};

export function Reason({ text, reason, set }: ReasonProps) {
  return (
    <TextArea label={text.reason} value={reason} set={set} hint={text.reasonHint} most={MOST} rows={3} />
  );
}
