// Whose installation this is: the retailer's logo, else its name, beside our wordmark.
import "./house-name.css";

type HouseProps = { readonly name: string; readonly logo: string | null };

/** An installation that nobody has named yet bears our name, which stands there already. */
const UNNAMED = "Sömlös";

export function HouseName({ name, logo }: HouseProps) {
  if (logo === null && name === UNNAMED) return null;
  return (
    <div className="house" title={name}>
      {logo === null ? <b className="el">{name}</b> : <img src={logo} alt={name} />}
    </div>
  );
}
