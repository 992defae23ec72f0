// What takes the room, largest first.
import type { VolumeAnswer } from "@somlos/contract/rooms/volume";
import { useFormats, useText } from "@somlos/look/language";
import { kindTexts } from "./kind-texts.ts";
import { volumeTexts } from "./texts.ts";

export function Kinds({ volume }: { readonly volume: VolumeAnswer }) {
  const text = useText(volumeTexts);
  const names = useText(kindTexts);
  const formats = useFormats();
  const most = Math.max(1, ...volume.items.map((item) => item.bytes));
  return (
    <section aria-labelledby="vo-kinds">
      <h2 className="h vo-h" id="vo-kinds">
        {text.kinds}
      </h2>
      <p className="mid vo-lead">{text.estimated}</p>
      <table className="vo-table">
        <thead>
          <tr>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.rows}</th>
            <th scope="col">{text.size}</th>
            <th scope="col">{text.aDay}</th>
          </tr>
        </thead>
        <tbody>
          {volume.items.map(({ kind, rows, bytes, bytesADay }) => (
            <tr key={kind}>
              <th scope="row">
                <b>{names.kinds[kind].name}</b>
                <span className="vo-what">{names.kinds[kind].what}</span>
              </th>
              <td className="num" data-label={text.rows}>
                {text.about(formats.number(Math.round(rows)))}
              </td>
              <td className="num vo-size" data-label={text.size}>
                <span className="vo-bar" aria-hidden>
                  <i style={{ width: `${(bytes / most) * 100}%` }} />
                </span>
                <span className="vo-bytes">{formats.bytes(bytes)}</span>
              </td>
              <td className="num" data-label={text.aDay}>
                {bytesADay === null ? "–" : formats.bytes(bytesADay)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
