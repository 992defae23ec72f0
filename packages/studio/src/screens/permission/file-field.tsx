// A file chosen by a button that a keyboard reaches; its name stands beside it.
import { Button } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useRef } from "react";

type FileFieldProps = {
  readonly label: string;
  readonly choose: string;
  readonly file: File | undefined;
  readonly set: (file: File) => void;
  readonly accept: string;
};

export function FileField({ label, choose, file, set, accept }: FileFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="ff">
      <span className="ff-label">{label}</span>
      <div className="pm-file">
        <Button
          leftSection={<IconFileUpload size={16} stroke={1.6} aria-hidden />}
          onClick={() => field.current?.click()}
        >
          {choose}
        </Button>
        <span className="el">{file?.name ?? ""}</span>
        <input
          ref={field}
          className="vh"
          type="file"
          tabIndex={-1}
          accept={accept}
          aria-label={label}
          onChange={(change) => {
            const chosen = change.target.files?.[0];
            if (chosen !== undefined) set(chosen);
            change.target.value = "";
          }}
        />
      </div>
    </div>
  );
}
