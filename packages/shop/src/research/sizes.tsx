// One's sizes, as this shop knows them. They are put right where every fact is.
import type { MyResearch } from "@somlos/contract/rooms/research";
import { useText } from "@somlos/look/language";
import { researchTexts } from "./research-texts.ts";
import { SizeWords } from "./thing.tsx";

export function Sizes({ sizes }: Pick<MyResearch, "sizes">) {
  const text = useText(researchTexts);
  if (sizes.length === 0) return null;
  return (
    <section className="research-part">
      <h3>{text.sizes}</h3>
      <ul className="research-sizes">
        {sizes.map(({ name, value }) => (
          <li key={name}>
            <SizeWords name={name} value={value} />
          </li>
        ))}
      </ul>
    </section>
  );
}
